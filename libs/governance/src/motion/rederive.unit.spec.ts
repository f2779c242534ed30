import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { settle } from '../kernel/index.ts';
import type { When } from '../kernel/index.ts';
import { rederive } from './index.ts';
import { byClause as decider } from './testing/by-clause.ts';
import type { MotionEvent, MotionState, VoteClosed } from './index.ts';
import { ballot, ballots, facts, voting } from './testing/committee.ts';
import { attempts } from './testing/commands.ts';
import type { Attempt } from './testing/commands.ts';

/** Records what is accepted, as a store gives it back, and goes on where something is refused. */
function record(tried: readonly Attempt[]): readonly MotionEvent[] {
  const events: MotionEvent[] = [];
  let state: MotionState = decider.initialState;
  const append = (event: MotionEvent, at: When): void => {
    const stored = JSON.parse(JSON.stringify(event)) as MotionEvent;
    events.push(stored);
    state = decider.evolve(state, stored, at);
  };
  for (const { command, facts, mode } of tried) {
    const outcome = settle(decider.decide(state, command, facts), mode, facts);
    if (outcome.accepted) for (const event of outcome.events) append(event, facts.at);
  }
  return events;
}

const closings = (events: readonly MotionEvent[]): readonly VoteClosed[] =>
  events.filter((event) => event.type === 'VoteClosed');

describe('whatever is recorded', () => {
  it('replays to the tally and the disposition that are stored', () => {
    let closed = 0;
    fc.assert(
      fc.property(attempts, (tried) => {
        const events = record(tried);
        const stored = closings(events).map(({ voteEventId, tally }) => ({
          voteEventId,
          tally,
          disposition: tally.result === 'pass' ? 'adopted' : 'rejected',
          differences: [],
        }));
        expect(rederive(events)).toEqual(stored);
        closed += stored.length;
      }),
      { numRuns: 300 },
    );
    expect(closed).toBeGreaterThan(20);
  });

  it('has one vote per seat and at most one that was closed, and closes no vote without disposing of the motion', () => {
    fc.assert(
      fc.property(attempts, (tried) => {
        const events = record(tried);
        const cast = events.filter((event) => event.type === 'BallotRecorded');
        const seats = cast.map(({ voteEventId, seatId }) => `${voteEventId} ${seatId}`);
        expect(new Set(seats).size).toBe(seats.length);
        expect(closings(events).length).toBeLessThanOrEqual(1);
        const disposed = events.filter(({ type }) => type === 'MotionAdopted' || type === 'MotionRejected');
        expect(disposed.length).toBe(closings(events).length);
      }),
    );
  });
});

describe('rederive', () => {
  const history = [...voting, ...ballots('yes', 'yes', 'yes', 'yes', 'yes', 'no')];
  const outcome = settle(
    decider.decide(
      history.reduce((state, event) => decider.evolve(state, event, facts().at), decider.initialState),
      { type: 'CloseVote', voteEventId: 'vote-1' },
      facts(),
    ),
    'live',
    facts(),
  );
  const [closed, adopted] = outcome.accepted ? outcome.events : [];
  const tampered = (change: (event: MotionEvent) => MotionEvent) =>
    rederive([...history, closed!, adopted!].map(change)).flatMap(({ differences }) => differences);
  const onClosing = (change: Partial<VoteClosed>) => (event: MotionEvent) =>
    event.type === 'VoteClosed' ? { ...event, ...change } : event;

  it('finds nothing in a record that is right', () => {
    expect(tampered((event) => event)).toEqual([]);
  });
  it('finds a ballot that is not in the roll call', () => {
    expect(
      tampered((event) => (event.type === 'BallotRecorded' ? ballot(event.seatId, 'no') : event)),
    ).toHaveLength(5);
  });
  it('finds a seat that was left out of the roll call, with all that follows', () => {
    const rollCall = (closed as VoteClosed).rollCall.slice(0, 5);
    expect(tampered(onClosing({ rollCall }))).toEqual([
      'the roll call is not that of the filled voting seats of the snapshot',
      'the stored tally does not follow from the roll call',
    ]);
  });
  it('finds an abstention that nobody made', () => {
    const silent = history.filter((event) => event.type !== 'BallotRecorded');
    const abstaining = { ...(closed as VoteClosed) };
    const [{ differences } = { differences: [] }] = rederive([
      ...silent,
      {
        ...abstaining,
        rollCall: abstaining.rollCall.map((entry) => ({ ...entry, option: 'abstain' as const })),
      },
      adopted!,
    ]);
    expect(differences).toContain('the roll call says abstain of lausd-1, and the ballots do not');
  });
  it('finds a changed tally, whatever the order of its keys', () => {
    const { tally } = closed as VoteClosed;
    expect(tampered(onClosing({ tally: { ...tally, tie: true } }))).toEqual([
      'the stored tally does not follow from the roll call',
    ]);
    const reordered = Object.fromEntries(Object.entries(tally).reverse()) as typeof tally;
    expect(tampered(onClosing({ tally: reordered }))).toEqual([]);
  });
  it('finds a motion that was rejected though it passed', () => {
    expect(
      tampered((event) =>
        event.type === 'MotionAdopted' ? { ...event, type: 'MotionRejected', reason: 'TIE' } : event,
      ),
    ).toEqual(['the result is pass, and the motion was not disposed of so']);
  });
  it('finds a motion that was rejected for another reason, or by another vote', () => {
    const votes = [...voting, ...ballots('yes', 'yes', 'yes', 'no', 'no', 'no')];
    const state = votes.reduce(
      (before, event) => decider.evolve(before, event, facts().at),
      decider.initialState,
    );
    const decision = decider.decide(state, { type: 'CloseVote', voteEventId: 'vote-1' }, facts());
    const outcome = settle(decision, 'live', facts());
    const [tied] = outcome.accepted ? outcome.events : [];
    const after = (reason: string, voteEventId = 'vote-1') =>
      rederive([...votes, tied!, { type: 'MotionRejected', voteEventId, reason }])[0]?.differences;
    expect(after('TIE')).toEqual([]);
    expect(after('TEST_FAILED')).toEqual(['the result is TIE, and the motion was not disposed of so']);
    expect(after('TIE', 'vote-9')).toEqual(['the result is TIE, and the motion was not disposed of so']);
  });
  it('finds a vote on another text', () => {
    expect(
      tampered((event) => (event.type === 'VoteOpened' ? { ...event, textSha256: 'f'.repeat(64) } : event)),
    ).toEqual(['the text of the vote is not the text of the motion']);
  });
  it('cannot work out a vote whose opening is not there', () => {
    expect(rederive([closed!, adopted!])).toEqual([
      { voteEventId: 'vote-1', differences: ['the vote that was closed had not been opened'] },
    ]);
  });
});
