import fc from 'fast-check';
import { roles, vacancyReasons } from '../index.ts';
import type { Command } from '../index.ts';
import { on } from './committee.ts';

/* Few ids and few days, so that random commands meet. */

const day = fc.integer({ min: 0, max: 40 }).map((n) => `202${n % 4}-0${(n % 9) + 1}-15`);

/** When commands happen. Terms may also be known by month or year only. */
export const days = day.map(on);
const boundary = fc.oneof(
  { weight: 3, arbitrary: day },
  { weight: 1, arbitrary: day.map((literal) => literal.slice(0, 7)) },
  { weight: 1, arbitrary: day.map((literal) => literal.slice(0, 4)) },
);

const seatId = fc.constantFrom('lausd-1', 'lausd-2', 'utla-1', 'utla-2', 'utla-3', 'observer');
const personId = fc.constantFrom('ana', 'ben', 'cyd', 'dan', 'eva', 'fay');
const votingRight = fc.constantFrom('full' as const, 'full' as const, 'advisory' as const, 'none' as const);
const id = fc.integer({ min: 0, max: 5 }).map(String);
const perhaps = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 1 });
const clauseRef = { instrument: 'bylaws', clause: '1' };

const openSeat = fc.record({ seatId, votingRight }).map(({ seatId, votingRight }): Command => ({
  type: 'OpenSeat',
  seatId,
  label: seatId,
  ...(seatId !== 'observer' && { constituencyId: seatId.split('-')[0] ?? '' }),
  nominatorIds: [],
  votingRight,
}));
const closeSeat = seatId.map((seatId): Command => ({ type: 'CloseSeat', seatId }));
const changeVotingRight = fc
  .record({ seatId, votingRight })
  .map((command): Command => ({ ...command, type: 'ChangeSeatVotingRight', clauseRef }));

const count = fc.integer({ min: 1, max: 3 });
const adoptRule = fc
  .record({ lausd: count, utla: count, max: perhaps(fc.integer({ min: 3, max: 6 })) })
  .map(({ lausd, utla, max }): Command => ({
    type: 'AdoptCompositionRule',
    clauseRef,
    perConstituency: [
      { constituencyId: 'lausd', voting: lausd },
      { constituencyId: 'utla', voting: utla },
    ],
    ...(max !== null && { max }),
  }));

const fillSeat = fc
  .record({ seatId, id, personId, startsAt: boundary, endsAt: perhaps(boundary) })
  .map(({ seatId, id, personId, startsAt, endsAt }): Command => ({
    type: 'FillSeat',
    seatId,
    seatingId: `${seatId}-${id}`,
    holder: { kind: 'person', id: personId },
    startsAt: on(startsAt),
    ...(endsAt !== null && { endsAt: on(endsAt) }),
  }));
const vacateSeat = fc
  .record({ seatId, reason: fc.constantFrom(...vacancyReasons), id: perhaps(id) })
  .map(({ seatId, reason, id }): Command => ({
    type: 'VacateSeat',
    seatId,
    reason,
    ...(id !== null && { seatingId: `${seatId}-${id}` }),
  }));
const extendTerm = fc
  .record({ seatId, until: boundary })
  .map(({ seatId, until }): Command => ({ type: 'ExtendTerm', seatId, until: on(until), basis: 'holdover' }));

const designate = fc.record({ type: fc.constant('DesignateAlternate' as const), seatId, personId });
const revokeAlternate = fc.record({ type: fc.constant('RevokeAlternate' as const), seatId, personId });

const grantProxy = fc
  .record({ proxyId: id, seatId, toSeatId: seatId, expiresAt: perhaps(day) })
  .map(({ expiresAt, ...command }): Command => ({
    ...command,
    type: 'GrantProxy',
    scope: 'body',
    clauseRef,
    ...(expiresAt !== null && { expiresAt: on(expiresAt) }),
  }));
const revokeProxy = fc.record({ type: fc.constant('RevokeProxy' as const), proxyId: id });

const holder = fc.oneof(
  seatId.map((id) => ({ kind: 'seat' as const, id })),
  personId.map((id) => ({ kind: 'person' as const, id })),
);
const assignRole = fc.record({
  type: fc.constant('AssignRole' as const),
  roleId: id,
  role: fc.constantFrom(...roles),
  holder,
});
const endRole = fc.record({ type: fc.constant('EndRole' as const), roleId: id });

const weighted = (weight: number, ...commands: readonly fc.Arbitrary<Command>[]) =>
  commands.map((arbitrary) => ({ weight, arbitrary }));

/** Any command on a committee with open seats, as likely to be refused as not. */
export const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  ...weighted(120, fillSeat, grantProxy),
  ...weighted(40, vacateSeat, extendTerm, revokeProxy, revokeAlternate),
  ...weighted(20, designate, assignRole, endRole, changeVotingRight),
  ...weighted(10, openSeat, closeSeat, adoptRule),
  ...weighted(1, fc.constant<Command>({ type: 'DissolveBody' })),
);
