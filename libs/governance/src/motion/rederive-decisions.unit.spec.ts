import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { recordingModes, settle } from '../kernel/index.ts';
import { positions } from '../tally/index.ts';
import { bodyMajority, ruleOf } from '../tally/testing/rules.ts';
import { rederiveDecisions } from './index.ts';
import { byClause as decider } from './testing/by-clause.ts';
import type { Command, Facts, MotionEvent, MotionState } from './index.ts';
import { facts, inRoom, members, pending } from './testing/committee.ts';
import { nominated } from './testing/elections.ts';
import { consensusRule } from './testing/rounds.ts';

type Attempt = Readonly<{ command: Command; facts: Facts; mode: (typeof recordingModes)[number] }>;

/** Records what is accepted, as a store gives it back, and goes on where something is refused. */
function record(history: readonly MotionEvent[], tried: readonly Attempt[]): readonly MotionEvent[] {
  const events: MotionEvent[] = [];
  let state: MotionState = decider.initialState;
  const append = (event: MotionEvent): void => {
    const stored = JSON.parse(JSON.stringify(event)) as MotionEvent;
    events.push(stored);
    state = decider.evolve(state, stored, facts().at);
  };
  history.forEach(append);
  for (const { command, facts, mode } of tried) {
    const outcome = settle(decider.decide(state, command, facts), mode, facts);
    if (outcome.accepted) outcome.events.forEach(append);
  }
  return events;
}

const seatId = fc.constantFrom(...members, 'pupil');
const of = <T extends Command['type']>(type: T) => fc.constant(type);
const majority = ruleOf([bodyMajority]);
const lenient = { ...consensusRule, quorum: [] };
const roundId = fc.constantFrom('one', 'two', 'three');
const position = fc.constantFrom(...positions);
const reason = fc.constant('Because.');

const consensual: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ type: of('CallConsensus'), roundId, rule: fc.constantFrom(lenient, consensusRule) }),
  {
    weight: 9,
    arbitrary: fc.record({ type: of('RecordConsensusPosition'), roundId, seatId, position, reason }),
  },
  fc.record({ type: of('ChangeConsensusPosition'), roundId, seatId, position, reason }),
  { weight: 2, arbitrary: fc.record({ type: of('CloseConsensus'), roundId }) },
  fc.record({ type: of('AbortConsensus'), roundId, reason }),
  fc.record({ type: of('ObjectToUnanimousConsent'), seatId }),
  fc.record({ type: of('DeclareUnanimousConsent'), consentId: roundId, rule: fc.constant(majority) }),
);

const ballotingId = roundId;
const electoral: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      type: of('OpenElectionRound'),
      ballotingId,
      rule: fc.constant(majority),
      method: fc.constantFrom('roll_call' as const, 'secret' as const),
    }),
  },
  {
    weight: 9,
    arbitrary: fc.record({
      type: of('RecordElectionBallot'),
      ballotingId,
      seatId,
      option: fc.constant('candidate' as const),
      candidateId: fc.constantFrom('a', 'b'),
    }),
  },
  fc.record({
    type: of('ReportTellers'),
    ballotingId,
    tellers: fc.constant([{ kind: 'seat' as const, id: 'pupil' }]),
    totals: fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 3 })).map(([a, b]) => [
      { candidateId: 'a', value: a },
      { candidateId: 'b', value: b },
    ]),
  }),
  { weight: 2, arbitrary: fc.record({ type: of('CloseElectionRound'), ballotingId }) },
  fc.record({ type: of('AbortElectionRound'), ballotingId, reason }),
  fc.record({ type: of('WithdrawCandidate'), candidateId: fc.constantFrom('a', 'b') }),
);

const situation = fc
  .record({
    present: fc.subarray([...members, 'pupil'], { minLength: 4 }),
    recused: fc.subarray([...members], { maxLength: 1 }),
  })
  .map((room) => inRoom(room));

const attempts = (command: fc.Arbitrary<Command>) =>
  fc.array(fc.record({ command, facts: situation, mode: fc.constantFrom(...recordingModes) }), {
    maxLength: 40,
    size: 'max',
  });

const dispositions = (events: readonly MotionEvent[]): number =>
  events.filter(({ type }) => type === 'MotionAdopted' || type === 'MotionRejected').length;

describe('whatever is recorded', () => {
  it.each([
    ['consensus and consent', pending, consensual],
    ['elections', nominated, electoral],
  ] as const)(
    'of %s replays to what is stored, and disposes of the motion at most once',
    (_of, history, command) => {
      let worked = 0;
      fc.assert(
        fc.property(attempts(command), (tried) => {
          const events = record(history, tried);
          const again = rederiveDecisions(events);
          expect(again.filter(({ differences }) => differences.length > 0)).toEqual([]);
          expect(dispositions(events)).toBeLessThanOrEqual(1);
          worked += again.length;
        }),
        { numRuns: 600 },
      );
      expect(worked).toBeGreaterThan(20);
    },
  );

  it('of a secret ballot names nobody', () => {
    fc.assert(
      fc.property(attempts(electoral), (tried) => {
        const events = record(nominated, tried);
        const secret = events.filter((one) => one.type === 'ElectionRoundOpened' && one.method === 'secret');
        const ids = new Set(secret.flatMap((one) => ('ballotingId' in one ? one.ballotingId : [])));
        const cast = events.filter(
          (one) => one.type === 'ElectionBallotRecorded' && ids.has(one.ballotingId),
        );
        expect(cast).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('rederiveDecisions', () => {
  const usual = (command: Command): Attempt => ({ command, facts: facts(), mode: 'live' });
  const reached = record(pending, [
    usual({ type: 'CallConsensus', roundId: 'one', rule: consensusRule }),
    ...members.map((seatId) =>
      usual({ type: 'RecordConsensusPosition', roundId: 'one', seatId, position: 'agree' }),
    ),
    usual({ type: 'CloseConsensus', roundId: 'one' }),
  ]);
  const tampered = (change: (event: MotionEvent) => MotionEvent) =>
    rederiveDecisions(reached.map(change)).flatMap(({ differences }) => differences);

  it('finds nothing in a record that is right', () => {
    expect(rederiveDecisions(reached)).toEqual([{ id: 'one', manner: 'consensus', differences: [] }]);
  });
  it('finds a block that was left out', () => {
    expect(
      tampered((event) =>
        event.type === 'ConsensusPositionRecorded' && event.seatId === 'utla-1'
          ? { ...event, position: 'block' }
          : event,
      ),
    ).toEqual(['the round says agree of utla-1, and the positions do not']);
  });
  it('finds a changed trace, another text, and a motion that was not adopted', () => {
    expect(
      tampered((event) =>
        event.type === 'ConsensusReached' ? { ...event, trace: { ...event.trace, agreeing: 5 } } : event,
      ),
    ).toEqual(['the stored trace does not follow from the positions']);
    expect(
      tampered((event) =>
        event.type === 'ConsensusCalled' ? { ...event, textSha256: 'f'.repeat(64) } : event,
      ),
    ).toEqual(['the text of the decision is not the text of the motion']);
    expect(
      tampered((event) =>
        event.type === 'MotionAdopted' ? { type: 'MotionAdopted', roundId: 'two' } : event,
      ),
    ).toEqual(['the motion was not adopted by this decision']);
  });
});
