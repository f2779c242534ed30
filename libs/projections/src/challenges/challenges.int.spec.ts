import { describe, expect, it } from '@jest/globals';
import { challenge, parseWhen } from '#governance';
import type { When } from '#governance';
import { decidedStream, on, projected, TestRecord } from '../testing/index.ts';
import { challengesModel } from './model.ts';
import { getChallenge, listChallenges } from './index.ts';

const timeZone = 'America/Los_Angeles';
const day = (literal: string): When => parseWhen(literal, timeZone) ?? on(literal);
const facts = (at: string): challenge.Facts => ({
  at: day(at),
  body: { timeZone, regime: 'BROWN_ACT' },
  motion: {
    motionId: 'closure',
    bodyId: 'board',
    revision: 9,
    status: 'adopted',
    since: day('2026-01-15'),
    voteEventIds: [],
    cures: 'closure',
  },
  meeting: undefined,
});

function demanded() {
  const record = new TestRecord();
  const say = (at: string, command: challenge.Command) =>
    decidedStream(record, challenge.decider, 'demand-1').execute(command, facts(at));
  say('2026-02-20', {
    type: 'ReceiveCureDemand',
    bodyId: 'board',
    by: 'A parents’ association',
    motionId: 'closure',
    allegedSection: '54954.2',
    openSession: true,
  });
  const reads = () => projected([challengesModel], record.events);
  const view = (asOf: string, knownAt?: string) =>
    getChallenge(reads(), 'demand-1', { asOf: day(asOf), knownAt });
  return { record, say, reads, view };
}

describe('a challenge', () => {
  it('shows its three deadlines, which of them have passed, and that the demand was late', () => {
    const { view } = demanded();
    expect(view('2026-02-19')).toBeUndefined();
    const found = view('2026-03-25');
    expect(found).toMatchObject({
      status: 'open',
      bodyId: 'board',
      action: { kind: 'motion', motionId: 'closure' },
    });
    expect(found?.deadlines.map(({ kind, due, passed }) => [kind, due.literal, passed])).toEqual([
      ['demand', '2026-02-14', 'yes'],
      ['response', '2026-03-22', 'yes'],
      ['suit', '2026-04-06', 'no'],
    ]);
    expect(found?.steps[0]?.findings.map(({ code }) => code)).toEqual(['CURE_DEMAND_LATE']);
  });

  it('stays open when its deadlines pass, until somebody closes it', () => {
    const { say, view } = demanded();
    expect(view('2030')).toMatchObject({ status: 'open' });
    say('2026-03-10', { type: 'TakeCureAction', motionId: 'closure-again' });
    say('2026-05-01', { type: 'CloseChallenge', outcome: 'cured' });
    expect(view('2026-04')).toMatchObject({ status: 'cured', curedByMotionId: 'closure-again' });
    expect(view('2026-03-31')?.deadlines.at(-1)).toMatchObject({
      kind: 'suit',
      due: day('2026-03-25'),
      passed: 'yes',
    });
    expect(view('2026-06')).toMatchObject({ status: 'closed', outcome: 'cured' });
  });

  it('is as the record knew it', () => {
    const { record, say, view } = demanded();
    const before = record.events.at(-1)!.recordedAt;
    say('2026-03-10', { type: 'DeclineCure' });
    expect(view('2026-04')).toMatchObject({ status: 'declined' });
    expect(view('2026-04', before)).toMatchObject({ status: 'open' });
  });

  it('is listed by body and status', () => {
    const { reads } = demanded();
    const listed = (filter: object) =>
      listChallenges(reads(), { asOf: day('2026-03'), ...filter }).items.map(
        ({ challengeId }) => challengeId,
      );
    expect(listed({})).toEqual(['demand-1']);
    expect(listed({ bodyId: 'council' })).toEqual([]);
    expect(listed({ status: 'closed' })).toEqual([]);
    expect(listed({ asOf: day('2025') })).toEqual([]);
  });
});
