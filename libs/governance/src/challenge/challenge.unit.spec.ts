import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseWhen, settle } from '../kernel/index.ts';
import type { When } from '../kernel/index.ts';
import type { CitedMotion } from '../motion/cited.ts';
import { adopted } from '../motion/testing/cited.ts';
import { expectGolden, given, happened, play, stateAfter } from '../testing/index.ts';
import { decider, eventTypes, streamsRead } from './index.ts';
import type { ChallengeEvent, Command, CureDemandReceived, Facts, ReceiveCureDemand } from './index.ts';

const challenge = given(decider);
const timeZone = 'America/Los_Angeles';
const on = (literal: string): When => {
  const when = parseWhen(literal, timeZone);
  if (!when) throw new Error(literal);
  return when;
};

const closure = (change: Partial<CitedMotion> = {}): CitedMotion =>
  adopted('closure', { bodyId: 'board', revision: 9, since: on('2026-01-15'), cures: 'closure', ...change });

const facts = (at: string, change: Partial<Facts> = {}): Facts => ({
  at: on(at),
  regime: 'BROWN_ACT',
  body: { timeZone, regime: 'BROWN_ACT' },
  motion: closure(),
  meeting: { bodyId: 'board', revision: 4, startsAt: on('2026-01-15'), itemIds: new Set(['item-3']) },
  ...change,
});

const demand: ReceiveCureDemand = {
  type: 'ReceiveCureDemand',
  bodyId: 'board',
  by: 'A parents’ association',
  motionId: 'closure',
  allegedSection: '54953',
  openSession: true,
};
const received: CureDemandReceived = {
  type: 'CureDemandReceived',
  bodyId: 'board',
  by: 'A parents’ association',
  action: { kind: 'motion', motionId: 'closure', motionRevision: 9 },
  actedAt: on('2026-01-15'),
  allegedSection: '54953',
  openSession: true,
  receivedAt: on('2026-02-20'),
};
const computed: ChallengeEvent = {
  type: 'CureDeadlineComputed',
  basis: 'demand',
  rule: 'BA-17',
  timeZone,
  deadlines: [
    { kind: 'demand', due: on('2026-04-15'), days: 90, from: on('2026-01-15') },
    { kind: 'response', due: on('2026-03-22'), days: 30, from: on('2026-02-20') },
    { kind: 'suit', due: on('2026-04-06'), days: 15, from: on('2026-03-22') },
  ],
};
const history = [happened<ChallengeEvent>(on('2026-02-20'), received), happened(on('2026-02-20'), computed)];
const suitBy = (due: string, from: string): ChallengeEvent => ({
  type: 'CureDeadlineComputed',
  basis: 'response',
  rule: 'BA-17',
  timeZone,
  deadlines: [{ kind: 'suit', due: on(due), days: 15, from: on(from) }],
});

describe('ReceiveCureDemand', () => {
  it('pins the action and computes three deadlines', () => {
    challenge().when(demand, facts('2026-02-20')).live.records(received, computed).withFindings();
  });

  it('CURE_DEMAND_LATE: recorded in every mode; thirty days where the agenda is the ground', () => {
    const overAgenda = { ...demand, allegedSection: '54954.2(a)' };
    const late = challenge().when(overAgenda, facts('2026-02-20'));
    for (const mode of [late.live, late.minutes, late.historicalImport])
      mode.records('CureDemandReceived', 'CureDeadlineComputed').withFindings('CURE_DEMAND_LATE');
    challenge().when(overAgenda, facts('2026-02-14')).live.withFindings();
    challenge()
      .when({ ...overAgenda, openSession: false }, facts('2026-02-20'))
      .live.withFindings();
    challenge().when(demand, facts('2026-04-15')).live.withFindings();
    challenge().when(demand, facts('2026-04-16')).live.withFindings('CURE_DEMAND_LATE');
  });

  it('takes an action of a meeting, or one in words', () => {
    const { motionId: _motion, ...rest } = demand;
    const action = { kind: 'meeting', meetingId: 'january', meetingRevision: 4, itemId: 'item-3' } as const;
    challenge()
      .when({ ...rest, meetingId: 'january', itemId: 'item-3' }, facts('2026-02-20'))
      .live.records({ ...received, action }, computed);
    challenge()
      .when(
        { ...rest, description: 'A list was settled by telephone.', actedAt: on('2026-01-15') },
        facts('2026-02-20'),
      )
      .live.records(
        { ...received, action: { kind: 'described', description: 'A list was settled by telephone.' } },
        computed,
      );
  });

  it('ACTION_DATE_MISSING: an old source may leave it out', () => {
    const { motionId: _motion, ...rest } = demand;
    challenge()
      .when({ ...rest, description: 'An action.' }, facts('2026-02-20'))
      .live.rejectedWith('ACTION_DATE_MISSING')
      .minutes.rejectedWith('ACTION_DATE_MISSING')
      .historicalImport.records('CureDemandReceived', 'CureDeadlineComputed')
      .withFindings('ACTION_DATE_MISSING');
  });

  it('CHALLENGE_OUTSIDE_REGIME: informs where the body is under no Brown Act', () => {
    challenge()
      .when(demand, facts('2026-02-20', { body: { timeZone, regime: 'UNDETERMINED' } }))
      .live.records('CureDemandReceived', 'CureDeadlineComputed')
      .withFindings('CHALLENGE_OUTSIDE_REGIME');
  });

  it('DEMANDED_BEFORE_ACTION: irregular', () => {
    challenge()
      .when(demand, facts('2026-01-14'))
      .live.rejectedWith('DEMANDED_BEFORE_ACTION')
      .minutes.withFindings('DEMANDED_BEFORE_ACTION');
  });

  it.each<[string, Partial<ReceiveCureDemand>, Partial<Facts>]>([
    ['BODY_UNKNOWN', {}, { body: undefined }],
    ['MOTION_UNKNOWN', {}, { motion: undefined }],
    ['ACTION_AMBIGUOUS', { meetingId: 'january' }, {}],
    ['ACTION_OF_OTHER_BODY', { bodyId: 'council' }, {}],
  ])('%s: in every mode', (code, change, read) => {
    const attempt = challenge().when({ ...demand, ...change }, facts('2026-02-20', read));
    for (const mode of [attempt.live, attempt.minutes, attempt.historicalImport]) mode.rejectedWith(code);
  });

  it('MEETING_UNKNOWN, CHALLENGE_EXISTS', () => {
    const { motionId: _motion, ...rest } = demand;
    challenge()
      .when({ ...rest, meetingId: 'january' }, facts('2026-02-20', { meeting: undefined }))
      .historicalImport.rejectedWith('MEETING_UNKNOWN');
    challenge(...history)
      .when(demand, facts('2026-02-21'))
      .historicalImport.rejectedWith('CHALLENGE_EXISTS');
  });
});

describe('TakeCureAction', () => {
  const cure: Command = { type: 'TakeCureAction', motionId: 'closure-again' };
  const taken: ChallengeEvent = {
    type: 'CureActionTaken',
    motionId: 'closure-again',
    motionRevision: 9,
    noticeReceivedAt: on('2026-03-10'),
  };

  it('is a new motion that names the old one; the clock for a suit starts with the notice', () => {
    challenge(...history)
      .when(cure, facts('2026-03-10'))
      .live.records(taken, suitBy('2026-03-25', '2026-03-10'))
      .withFindings();
  });
  it('may come after the body declined', () => {
    const declined: ChallengeEvent = { type: 'CureDeclined', noticeReceivedAt: on('2026-03-01') };
    challenge(...history, happened(on('2026-03-01'), declined))
      .when(cure, facts('2026-03-10'))
      .live.records(taken, 'CureDeadlineComputed');
  });
  it('CURE_RESPONSE_LATE: the clock runs from the lapse then', () => {
    challenge(...history)
      .when({ ...cure, noticeReceivedAt: on('2026-03-30') }, facts('2026-03-29'))
      .live.records('CureActionTaken', suitBy('2026-04-06', '2026-03-22'))
      .withRuled('info CURE_RESPONSE_LATE by BA-17');
  });
  it.each<[string, CitedMotion]>([
    ['CURE_NAMES_OTHER_ACTION', closure({ cures: 'other' })],
    ['CURE_NOT_ADOPTED', closure({ status: 'pending' })],
  ])('%s: irregular', (code, motion) => {
    challenge(...history)
      .when(cure, facts('2026-03-10', { motion }))
      .live.rejectedWith(code)
      .minutes.records('CureActionTaken', 'CureDeadlineComputed')
      .withFindings(code);
  });
  it.each<[string, Command, Partial<Facts>]>([
    ['MOTION_UNKNOWN', cure, { motion: undefined }],
    ['CURE_IS_THE_ACTION', { type: 'TakeCureAction', motionId: 'closure' }, {}],
    ['ACTION_OF_OTHER_BODY', cure, { motion: closure({ bodyId: 'council' }) }],
  ])('%s: in every mode', (code, command, read) => {
    challenge(...history)
      .when(command, facts('2026-03-10', read))
      .historicalImport.rejectedWith(code);
  });
  it('CHALLENGE_UNKNOWN, CHALLENGE_SETTLED, TIME_INVERTED', () => {
    challenge().when(cure, facts('2026-03-10')).historicalImport.rejectedWith('CHALLENGE_UNKNOWN');
    challenge(...history, taken)
      .when(cure, facts('2026-03-11'))
      .minutes.rejectedWith('CHALLENGE_SETTLED');
    challenge(...history)
      .when(cure, facts('2026-02-19'))
      .minutes.rejectedWith('TIME_INVERTED');
  });
});

describe('dates of a challenge, in every mode', () => {
  const cure: Command = { type: 'TakeCureAction', motionId: 'closure-again' };
  it.each<[string, string, Command, Facts]>([
    [
      'the cure came before the action',
      'TIME_INVERTED',
      cure,
      facts('2026-03-10', { motion: closure({ since: on('2026-01-02') }) }),
    ],
    [
      'the notice came before the demand',
      'TIME_INVERTED',
      { ...cure, noticeReceivedAt: on('2026-02-01') },
      facts('2026-03-10'),
    ],
    [
      'the notice came before the cure',
      'TIME_INVERTED',
      { ...cure, noticeReceivedAt: on('2026-03-01') },
      facts('2026-03-10', { motion: closure({ since: on('2026-03-05') }) }),
    ],
    [
      'the refusal was noticed before the demand',
      'TIME_INVERTED',
      { type: 'DeclineCure', noticeReceivedAt: on('2026-02-01') },
      facts('2026-03-10'),
    ],
  ])('%s', (_what, code, command, read) => {
    const attempt = challenge(...history).when(command, read);
    for (const mode of [attempt.live, attempt.minutes, attempt.historicalImport]) mode.rejectedWith(code);
  });
  it('TIME_INVERTED: a demand is not recorded before it was received', () => {
    challenge()
      .when({ ...demand, receivedAt: on('2026-02-21') }, facts('2026-02-20'))
      .historicalImport.rejectedWith('TIME_INVERTED');
  });
  it('ACTION_DATE_DIFFERS: the record tells when the action was taken', () => {
    challenge()
      .when({ ...demand, actedAt: on('2026-01-02') }, facts('2026-02-20'))
      .live.rejectedWith('ACTION_DATE_DIFFERS')
      .minutes.withFindings('ACTION_DATE_DIFFERS');
  });
  it('ITEM_UNKNOWN: a meeting has the item that is challenged', () => {
    const { motionId: _motion, ...rest } = demand;
    challenge()
      .when({ ...rest, meetingId: 'january', itemId: 'item-9' }, facts('2026-02-20'))
      .historicalImport.rejectedWith('ITEM_UNKNOWN');
  });
});

describe('DeclineCure and CloseChallenge', () => {
  const decline: Command = { type: 'DeclineCure', statement: 'The agenda named the item.' };
  it('declines, and the clock for a suit starts', () => {
    challenge(...history)
      .when(decline, facts('2026-03-01'))
      .live.records(
        { type: 'CureDeclined', noticeReceivedAt: on('2026-03-01'), statement: 'The agenda named the item.' },
        suitBy('2026-03-16', '2026-03-01'),
      );
  });
  it('is closed by a person, never by a deadline', () => {
    const close: Command = { type: 'CloseChallenge', outcome: 'withdrawn' };
    challenge(...history)
      .when(close, facts('2030-01-01'))
      .live.records({ type: 'ChallengeClosed', outcome: 'withdrawn' });
    expect(stateAfter(decider, history).status).toBe('open');
    const closed: ChallengeEvent = { type: 'ChallengeClosed', outcome: 'withdrawn' };
    challenge(...history, closed)
      .when(close, facts('2030-01-02'))
      .minutes.rejectedWith('CHALLENGE_SETTLED');
  });
  it('OUTCOME_NOT_ON_RECORD: what was neither cured nor declined is not closed as such', () => {
    challenge(...history)
      .when({ type: 'CloseChallenge', outcome: 'cured' }, facts('2026-05-01'))
      .live.rejectedWith('OUTCOME_NOT_ON_RECORD')
      .historicalImport.withFindings('OUTCOME_NOT_ON_RECORD');
  });
});

it('reads the motion or the meeting that a command names', () => {
  expect(streamsRead(demand)).toEqual({ motionId: 'closure' });
  expect(streamsRead({ type: 'CloseChallenge', outcome: 'lapsed' })).toEqual({});
});

it('the three deadlines lie as many calendar days after their dates, whatever the clocks do', () => {
  const ms = 24 * 60 * 60 * 1000;
  const days = fc.integer({ min: Date.UTC(2020, 0) / ms, max: Date.UTC(2030, 0) / ms });
  const iso = (day: number) => on(new Date(day * ms).toISOString().slice(0, 10));
  fc.assert(
    fc.property(days, fc.nat(120), fc.boolean(), (acted, later, overAgenda) => {
      const motion = closure({ since: iso(acted) });
      const command = { ...demand, allegedSection: overAgenda ? '54954.2' : '54953' };
      const read = { ...facts('2026-02-20', { motion }), at: iso(acted + later) };
      const outcome = settle(decider.decide(decider.initialState, command, read), 'live', read);
      if (!outcome.accepted || outcome.events[1]?.type !== 'CureDeadlineComputed') throw new Error('refused');
      const toDemand = overAgenda ? 30 : 90;
      expect(outcome.events[1].deadlines.map(({ due }) => due)).toEqual([
        iso(acted + toDemand),
        iso(acted + later + 30),
        iso(acted + later + 45),
      ]);
      expect(outcome.findings.map(({ code }) => code)).toEqual(later > toDemand ? ['CURE_DEMAND_LATE'] : []);
    }),
  );
});

it('keeps the stored shape of its events', () => {
  const events = play<ReturnType<typeof decider.evolve>, ChallengeEvent, Command, Facts>(decider, [
    { command: { ...demand, statement: 'The item was not on the agenda.' }, facts: facts('2026-02-20') },
    { command: { type: 'DeclineCure', statement: 'The agenda named the item.' }, facts: facts('2026-03-01') },
    { command: { type: 'TakeCureAction', motionId: 'closure-again' }, facts: facts('2026-03-10') },
    {
      command: { type: 'CloseChallenge', outcome: 'cured', statement: 'No action was brought.' },
      facts: facts('2026-05-01'),
    },
  ]);
  expectGolden('challenge', eventTypes, events);
});
