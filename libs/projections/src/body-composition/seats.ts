import { holdsAt, inForceAt } from '#governance';
import type { body, When } from '#governance';
import { holding } from './known.ts';
import type { Holding, Known, KnownBody } from './known.ts';
import type { AlternateInForce, Occupancy, RoleInForce, SeatInForce, SeatingInForce } from './views.ts';

const seatingView = ({ fact, held }: Holding<Known<'seating'>>): SeatingInForce => ({
  seatingId: fact.data.seatingId,
  holder: fact.data.holder,
  held,
  startsAt: fact.term.start,
  ...(fact.term.end && { endsAt: fact.term.end }),
  ...(fact.data.appointedBy !== undefined && { appointedBy: fact.data.appointedBy }),
  provenance: fact.provenance,
});

const since = ({ fact, held }: Holding<Known<'alternate' | 'role'>>) => ({
  held,
  since: fact.term.start,
  ...(fact.term.end && { until: fact.term.end }),
  provenance: fact.provenance,
});

const alternateView = (alternate: Holding<Known<'alternate'>>): AlternateInForce => ({
  personId: alternate.fact.data.personId,
  ...since(alternate),
});

export const rolesInForce = (known: KnownBody): readonly RoleInForce[] =>
  holding(known.of('role'), known.asOf).map((role) => ({
    roleId: role.fact.factId,
    ...role.fact.data,
    ...since(role),
  }));

/** Of those that may hold, the certain ones; a term that may have been gives way to one that was. */
function likeliest(seatings: readonly Holding<Known<'seating'>>[]): readonly Holding<Known<'seating'>>[] {
  const certain = seatings.filter(({ held }) => held === 'certain');
  return certain.length > 0 ? certain : seatings;
}

const hasEnded = ({ term }: Known<'seating'>, asOf: When): boolean =>
  term.end !== undefined && holdsAt({ start: term.end }, asOf) === 'certain';

function occupancyOf(
  seat: Known<'seat'>,
  sitting: readonly SeatingInForce[],
  { ofSeat, asOf }: KnownBody,
): Occupancy {
  if (sitting.some(({ held }) => held === 'certain')) return 'filled';
  if (sitting.length > 0) return 'possibly_filled';
  const isEmptied = ofSeat('seating', seat.factId).some((seating) => hasEnded(seating, asOf));
  return isEmptied || seat.provenance.recordingMode !== 'historical_import' ? 'vacant' : 'unrecorded';
}

/** The voting right at a time; before the seat's opening, that of its opening. */
function votingRightOf(seatId: string, { ofSeat, asOf }: KnownBody): body.VotingRight {
  const rights = ofSeat('voting_right', seatId).map(({ term, data }) => ({ start: term.start, ...data }));
  return (inForceAt(rights, asOf) ?? rights[0])?.votingRight ?? 'unknown';
}

const isHeldBy = ({ holder }: RoleInForce, seatId: string, sitting: readonly SeatingInForce[]): boolean =>
  holder.kind === 'seat'
    ? holder.id === seatId
    : sitting.some((seating) => seating.holder.kind === holder.kind && seating.holder.id === holder.id);

function seatView(
  { fact: seat, held: open }: Holding<Known<'seat'>>,
  known: KnownBody,
  roles: readonly RoleInForce[],
): SeatInForce {
  const seatId = seat.factId;
  const seatings = likeliest(holding(known.ofSeat('seating', seatId), known.asOf)).map(seatingView);
  return {
    seatId,
    ...seat.data,
    votingRight: votingRightOf(seatId, known),
    open,
    occupancy: occupancyOf(seat, seatings, known),
    seatings,
    alternates: holding(known.ofSeat('alternate', seatId), known.asOf).map(alternateView),
    roles: roles.filter((role) => isHeldBy(role, seatId, seatings)),
    provenance: seat.provenance,
  };
}

/** Seats that were open at the time, or may have been. */
export const seatsInForce = (known: KnownBody, roles: readonly RoleInForce[]): readonly SeatInForce[] =>
  holding(known.of('seat'), known.asOf).map((seat) => seatView(seat, known, roles));
