import { beforeAll, describe, expect, it } from '@jest/globals';
import { atInstant } from '#governance';
import { correctable, projected, v01 } from '../testing/index.ts';
import type { Reads } from '../runtime/index.ts';
import { decisionsModel } from './model.ts';
import { decisionIdOf, decisionJson, getDecision, listDecisions } from './index.ts';

const models = [decisionsModel];
const decisionId = decisionIdOf(v01.motionId, v01.voteEventId);

/** V01, corrected twice, voided, and found fault with afterwards. */
function troubled() {
  const { record, correct, voidIt } = correctable();
  correct('utla-8', 'yes');
  correct('utla-7', 'abstain');
  voidIt();
  const late = record.events.at(-1)!;
  record.add('motion', v01.motionId, late.event, {
    at: atInstant('2026-12-01T00:00:00Z'),
    findings: [{ code: 'NOTICE_TOO_SHORT', severity: 'irregular', inputs: {} }],
  });
  return record;
}

describe('a decision as the record knew it', () => {
  const { events } = troubled();
  const instants = [...new Set(events.map(({ recordedAt }) => recordedAt))];
  const knownBy = (instant: string) => events.filter(({ recordedAt }) => recordedAt <= instant);
  let reads: Reads;
  beforeAll(() => {
    reads = projected(models, events);
  });

  it('is at every instant, to the byte, what was answered then', () => {
    const answered = instants.map((instant) => decisionJson(projected(models, knownBy(instant)), decisionId));
    const known = instants.map((instant) => decisionJson(reads, decisionId, instant));
    expect(known).toEqual(answered);
    expect(new Set(answered.map((one) => one?.sha256)).size).toBe(6);
  });

  it('does not depend on the batches in which the events came', () => {
    const one = projected(
      models,
      events,
      events.map(() => 1),
    );
    for (const instant of instants)
      expect(decisionJson(one, decisionId, instant)).toEqual(decisionJson(reads, decisionId, instant));
  });

  it('is in the register as it stood, by the outcome that stood', () => {
    const listed = (knownAt: string | undefined, outcome: 'adopted' | 'rejected') =>
      listDecisions(reads, { knownAt, outcome, bodyId: v01.committeeId }).items;
    const [closed, correction] = [
      getDecision(reads, decisionId)!.recordedAt,
      getDecision(reads, decisionId)!.corrections![0]!.recordedAt,
    ];
    expect(listDecisions(reads, { knownAt: '2026-01-01T00:00:00.000Z' }).items).toEqual([]);
    expect(listed(closed, 'rejected')).toMatchObject([{ decisionId, outcome: 'rejected' }]);
    expect(listed(closed, 'rejected')[0]).not.toHaveProperty('corrected');
    expect(listed(closed, 'adopted')).toEqual([]);
    expect(listed(correction, 'adopted')).toMatchObject([{ decisionId, corrected: true }]);
    expect(listed(correction, 'adopted')[0]).not.toHaveProperty('voided');
    expect(listed(correction, 'rejected')).toEqual([]);
    expect(listed(undefined, 'adopted')).toMatchObject([{ decisionId, voided: true }]);
  });
});
