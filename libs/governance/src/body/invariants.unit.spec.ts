import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { atInstant, holdsAt, settle } from '../kernel/index.ts';
import type { RecordingMode, Term, When } from '../kernel/index.ts';
import { stateAfter } from '../testing/index.ts';
import { compositionRuleAt, decider, rosterAt, votingRightAt } from './index.ts';
import type { BodyState, Command, Seat } from './index.ts';
import { committee, facts } from './testing/committee.ts';
import { anyCommand, days } from './testing/commands.ts';

type Attempt = Readonly<{ command: Command; at: When }>;
type Recorded = Readonly<{ state: BodyState; accepted: readonly Attempt[] }>;

const founded = stateAfter(decider, committee);
/** In the order in which they happened, as they mostly come, or entered late. */
const attempts = fc
  .tuple(
    fc.array(fc.record({ command: anyCommand, at: days }), { minLength: 5, maxLength: 120, size: 'max' }),
    fc.boolean(),
  )
  .map(([attempted, inOrder]): readonly Attempt[] =>
    inOrder ? attempted.toSorted((a, b) => a.at.earliest.localeCompare(b.at.earliest)) : attempted,
  );

/** Records what is accepted, and passes over what is refused. */
function record(attempted: readonly Attempt[], mode: RecordingMode): Recorded {
  let state = founded;
  const accepted: Attempt[] = [];
  for (const { command, at } of attempted) {
    const known = { ...facts('2020'), at };
    const outcome = settle(decider.decide(state, command, known), mode, known);
    if (!outcome.accepted) continue;
    state = outcome.events.reduce((s, event) => decider.evolve(s, event, at), state);
    accepted.push({ command, at });
  }
  return { state, accepted };
}

/** A time in the middle of every month in which anything can happen. */
const samples: readonly When[] = Array.from({ length: 5 * 12 }, (_, month) =>
  atInstant(new Date(Date.UTC(2020, month, 15, 20)).toISOString()),
);

const certainly = <T extends Term>(terms: Iterable<T>, at: When): readonly T[] =>
  [...terms].filter((term) => holdsAt(term, at) === 'certain');

const open = ({ seats }: BodyState, at: When): readonly Seat[] =>
  [...seats.values()].filter((seat) => holdsAt(seat.open, at) === 'certain');

const voting = (state: BodyState, at: When): readonly Seat[] =>
  open(state, at).filter((seat) => votingRightAt(seat, at) === 'full');

const repeated = (values: readonly string[]): readonly string[] =>
  values.filter((value, i) => values.indexOf(value) !== i);

const voters = (state: BodyState, at: When): readonly string[] =>
  voting(state, at).flatMap((seat) => certainly(seat.seatings, at).map((seating) => seating.holder.id));

const alternates = ({ seats }: BodyState, at: When): readonly string[] =>
  [...seats.values()].flatMap((seat) => certainly(seat.alternates, at).map(({ personId }) => personId));

const neutral = new Set(['convener', 'facilitator', 'process_observer']);

/** By name, what breaks an invariant at a time: empty lists where it holds. */
const broken: Readonly<Record<string, (state: BodyState, at: When) => readonly unknown[]>> = {
  'a seat has one holder': (state, at) =>
    open(state, at).filter(({ seatings }) => certainly(seatings, at).length > 1),
  'a person has one vote': (state, at) => repeated(voters(state, at)),
  'a constituency has no more voting seats than the rule gives it': (state, at) =>
    (compositionRuleAt(state, at)?.perConstituency ?? []).filter(
      (limit) =>
        voting(state, at).filter((seat) => seat.constituencyId === limit.constituencyId).length >
        limit.voting,
    ),
  'a body has no more seats than the rule gives it': (state, at) => {
    const seats = open(state, at).filter((seat) => votingRightAt(seat, at) !== 'none').length;
    return seats > (compositionRuleAt(state, at)?.max ?? Infinity) ? [seats] : [];
  },
  'an alternate serves one seat': (state, at) => repeated(alternates(state, at)),
  'an alternate has no vote': (state, at) =>
    alternates(state, at).filter((personId) => voters(state, at).includes(personId)),
  'a neutral role carries no vote': (state, at) =>
    certainly(state.roles.values(), at).filter(
      ({ role, holder }) =>
        neutral.has(role) &&
        (holder.kind === 'seat'
          ? voting(state, at).some(({ seatId }) => seatId === holder.id)
          : voters(state, at).includes(holder.id)),
    ),
  'a constituency has one co-chair': (state, at) =>
    repeated(
      certainly(state.roles.values(), at).flatMap(({ role, constituencyId }) =>
        role === 'co_chair' && constituencyId !== undefined ? [constituencyId] : [],
      ),
    ),
  'a seat gives its vote once': (state, at) =>
    repeated(certainly(state.proxies.values(), at).map(({ seatId }) => seatId)),
  'a seat holds one proxy': (state, at) =>
    repeated(certainly(state.proxies.values(), at).map(({ toSeatId }) => toSeatId)),
  'a proxy does not travel further': (state, at) => {
    const proxies = certainly(state.proxies.values(), at);
    return proxies.filter(({ toSeatId }) => proxies.some(({ seatId }) => seatId === toSeatId));
  },
  'a proxy stays in its constituency': (state, at) =>
    certainly(state.proxies.values(), at).filter(({ seatId, toSeatId }) => {
      const sides = [seatId, toSeatId].map((id) => state.seats.get(id)?.constituencyId);
      return !sides.includes(undefined) && sides[0] !== sides[1];
    }),
};

/** Those that no recording mode may break: the record would contradict itself. */
const always = ['a seat has one holder', 'a seat gives its vote once'];

const breaches = (state: BodyState, names: readonly string[]): readonly string[] =>
  names.filter((name) => samples.some((at) => broken[name]?.(state, at).length !== 0));

describe('whatever is recorded', () => {
  it('live breaks no invariant at any time', () => {
    fc.assert(
      fc.property(attempts, (attempted) => {
        expect(breaches(record(attempted, 'live').state, Object.keys(broken))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('in an import contradicts itself at no time', () => {
    fc.assert(
      fc.property(attempts, (attempted) => {
        expect(breaches(record(attempted, 'historical_import').state, always)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('comes between the establishment and the dissolution of the body', () => {
    fc.assert(
      fc.property(attempts, (attempted) => {
        const { state, accepted } = record(attempted, 'historical_import');
        const dissolution = state.existence?.end;
        if (!dissolution) return;
        const index = accepted.findIndex(({ command }) => command.type === 'DissolveBody');
        for (const { at } of accepted.slice(index + 1)) expect(at.earliest < dissolution.earliest).toBe(true);
      }),
    );
  });
});

describe('the roster', () => {
  it('of any time fills the seats in which someone may sit, and no other', () => {
    fc.assert(
      fc.property(attempts, fc.constantFrom(...samples), (attempted, at) => {
        const { state } = record(attempted, 'historical_import');
        const roster = rosterAt(state, at, { bodyId: 'cssc', revision: 1 });
        const filled = new Map(roster.seats.map((seat) => [seat.seatId, seat.filled]));
        for (const seat of open(state, at))
          expect(filled.get(seat.seatId)).toBe(
            seat.seatings.some((seating) => holdsAt(seating, at) !== 'no'),
          );
      }),
    );
  });

  it('of a time does not change with what is recorded of a later time', () => {
    fc.assert(
      fc.property(attempts, fc.constantFrom(...samples), (attempted, asOf) => {
        const [before, after] = [
          attempted.filter(({ at, command }) => at.latest < asOf.earliest && command.type !== 'FillSeat'),
          attempted.filter(({ at, command }) => at.earliest > asOf.latest && command.type !== 'ExtendTerm'),
        ];
        const rosterOf = (attempts: readonly Attempt[]) =>
          rosterAt(record(attempts, 'live').state, asOf, { bodyId: 'cssc', revision: 1 });
        const later = after.filter(
          ({ command }) => command.type !== 'FillSeat' || command.startsAt.earliest > asOf.latest,
        );
        expect(rosterOf([...before, ...later])).toEqual(rosterOf(before));
      }),
    );
  });
});

it('every kind of command is among those that are accepted', () => {
  const counts = new Map<string, number>();
  for (const attempted of fc.sample(attempts, { numRuns: 300, seed: 1 }))
    for (const { command } of record(attempted, 'live').accepted)
      counts.set(command.type, (counts.get(command.type) ?? 0) + 1);
  const often = [...counts].filter(([, count]) => count >= 10).map(([type]) => type);
  expect(often.sort()).toEqual(
    [
      ...['AdoptCompositionRule', 'AssignRole', 'ChangeSeatVotingRight', 'CloseSeat', 'DesignateAlternate'],
      ...['DissolveBody', 'EndRole', 'ExtendTerm', 'FillSeat', 'GrantProxy', 'OpenSeat', 'RevokeAlternate'],
      ...['RevokeProxy', 'VacateSeat'],
    ].sort(),
  );
});
