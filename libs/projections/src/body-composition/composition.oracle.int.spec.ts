import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { atInstant, body } from '#governance';
import type { Recorded, When } from '#governance';
import { attempts, bodyId, on, projected, recordOf } from '../testing/index.ts';
import { bodyCompositionModel } from './model.ts';
import { composition } from './index.ts';
import type { CompositionView, RoleInForce, SeatInForce, SeatingInForce } from './index.ts';

const literal = fc
  .record({ year: fc.integer({ min: 2019, max: 2024 }), month: fc.integer({ min: 1, max: 12 }) })
  .map(({ year, month }) => `${year}-${String(month).padStart(2, '0')}`);

/** Days on which something may happen, and days around them. */
const day = fc
  .tuple(literal, fc.constantFrom('01', '14', '15', '16'))
  .map(([month, n]) => on(`${month}-${n}`));
const shifted = (instant: string, ms: number): When =>
  atInstant(new Date(Date.parse(instant) + ms).toISOString());

/** Instants at the very boundaries of a day in the body's zone, and in the middle of it. */
const instant = fc
  .tuple(day, fc.constantFrom(-1, 0, 1, 43_200_000, 86_399_999))
  .map(([{ earliest }, ms]) => shifted(earliest, ms));
const asked = fc.oneof(
  { weight: 3, arbitrary: day },
  { weight: 3, arbitrary: instant },
  literal.map(on),
  literal.map((month) => on(month.slice(0, 4))),
  literal.map((month) => on(`${month.slice(0, 4)}-fall`)),
);

/** How much of the record was known, from nothing but the establishment to everything. */
const share = fc.double({ min: 0, max: 1, noNaN: true });
const questions = fc.array(fc.record({ asOf: asked, share }), { minLength: 1, maxLength: 12 });

/** What the domain says, from the events that were known. */
function oracle(events: readonly Recorded[], asOf: When): body.Roster {
  const state = events.reduce(
    (before, { event, envelope }) =>
      body.decider.evolve(before, event as body.BodyEvent, envelope.occurredAt),
    body.decider.initialState,
  );
  return body.rosterAt(state, asOf, { bodyId, revision: events.length - 1 });
}

/** A roster names one holder: whoever certainly sits, else the one of those who may that began last. */
const likeliest = ({ seatings }: SeatInForce): SeatingInForce | undefined =>
  seatings.toSorted((a, b) => a.startsAt.earliest.localeCompare(b.startsAt.earliest)).at(-1);

const isCarried = ({ holder }: RoleInForce, seatId: string, seating: SeatingInForce | undefined): boolean =>
  holder.kind === 'seat'
    ? holder.id === seatId
    : holder.kind === seating?.holder.kind && holder.id === seating.holder.id;

function rosterSeat(seat: SeatInForce) {
  const { seatId, label, constituencyId, votingRight, occupancy, alternates } = seat;
  const seating = likeliest(seat);
  const roles = seat.roles.filter((role) => isCarried(role, seatId, seating)).map(({ role }) => role);
  return {
    seatId,
    label,
    constituencyId,
    votingRight,
    filled: occupancy === 'filled' || occupancy === 'possibly_filled',
    holderId: seating?.holder.id,
    roles: [...new Set(roles)],
    alternateIds: alternates.map(({ personId }) => personId),
  };
}

/** The composition in the words of the roster. */
const asRoster = (view: CompositionView) => ({
  constituencyIds: view.constituencies.map(({ constituencyId }) => constituencyId),
  seats: view.seats.map(rosterSeat),
  authorized: {
    body: view.body.authorized,
    constituencies: view.constituencies.map(({ constituencyId, authorized: seats }) => ({
      constituencyId,
      seats,
    })),
  },
  otherRoles: view.officers.map(({ role, holder }) => ({ role, holderId: holder.id })),
});

/** What a roster says besides: of which no composition tells. */
function told({ constituencyIds, seats, authorized, otherRoles }: body.Roster) {
  return {
    constituencyIds,
    seats: seats.map(({ coChairOf: _coChairOf, ...seat }) => seat),
    authorized,
    otherRoles,
  };
}

describe('the composition', () => {
  it('at any time, as known at any time, is the roster of what was known', () => {
    fc.assert(
      fc.property(attempts, questions, (attempted, asked) => {
        const { events } = recordOf(attempted);
        const reads = projected([bodyCompositionModel], events);
        for (const { asOf, share } of asked) {
          const knownAt = events[Math.floor(share * (events.length - 1))]!.recordedAt;
          const known = events.filter(({ recordedAt }) => recordedAt <= knownAt);
          const roster = oracle(known, asOf);
          const view = composition(reads, bodyId, { asOf, knownAt })!;
          expect(asRoster(view)).toEqual(told(roster));
          if (view.exists === 'certain') expect(roster.dissolved).toBe(false);
          if (roster.dissolved) expect(view.exists).toBe('no');
        }
      }),
      { numRuns: 300 },
    );
  });

  it('counts every open voting seat once: filled, possibly filled, or neither', () => {
    fc.assert(
      fc.property(attempts, asked, (attempted, asOf) => {
        const reads = projected([bodyCompositionModel], recordOf(attempted).events);
        const view = composition(reads, bodyId, { asOf })!;
        const voting = view.seats.filter(({ votingRight }) => votingRight === 'full');
        const { filled, possiblyFilled, unfilled } = view.body;
        expect(filled + possiblyFilled + unfilled).toBe(voting.length);
        for (const { occupancy, seatings } of view.seats) {
          expect(occupancy === 'filled').toBe(seatings.some(({ held }) => held === 'certain'));
          expect(occupancy === 'possibly_filled').toBe(
            seatings.length > 0 && seatings.every(({ held }) => held === 'possible'),
          );
        }
      }),
    );
  });

  it('without a time of knowledge is that of everything known', () => {
    fc.assert(
      fc.property(attempts, asked, (attempted, asOf) => {
        const { events } = recordOf(attempted);
        const reads = projected([bodyCompositionModel], events);
        const { knownAt: _knownAt, ...latest } = composition(reads, bodyId, {
          asOf,
          knownAt: events.at(-1)!.recordedAt,
        })!;
        expect(composition(reads, bodyId, { asOf })).toEqual(latest);
      }),
    );
  });
});
