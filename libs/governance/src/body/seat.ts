import { byStart, certainlyBefore, certainlyNotAfter, holdsAt, inForceAt } from '../kernel/index.ts';
import type { Certainty, Term, When } from '../kernel/index.ts';
import type {
  AlternateDesignated,
  AlternateRevoked,
  DisplayNamePolicySet,
  SeatClosed,
  SeatFilled,
  SeatOpened,
  SeatTermExtended,
  SeatVacated,
  SeatVotingRightChanged,
  VotingRight,
} from './events.ts';

/** One holder in one seat for one term. */
export type Seating = Term &
  Readonly<{
    seatingId: string;
    holder: SeatFilled['holder'];
    /** The term ended by a vacancy, not because its time had run. */
    vacated: boolean;
  }>;

/** Someone who may sit for the holder. */
export type Alternate = Term & Readonly<{ personId: string }>;

/** A seat with everything that it ever was: nothing is forgotten, so any past time can be asked for. */
export type Seat = Readonly<{
  seatId: string;
  label: string;
  constituencyId?: string;
  appointingAuthorityId?: string;
  nominatorIds: readonly string[];
  /** From its opening to its closing. */
  open: Term;
  votingRights: readonly Readonly<{ start: When; votingRight: VotingRight }>[];
  seatings: readonly Seating[];
  alternates: readonly Alternate[];
  /** How it shows who sits in it, now: what a seat shows is not a matter of when. */
  display: Readonly<{ policy: DisplayNamePolicySet['policy']; minor: boolean }>;
}>;

/** What happens to a seat that is open. */
export type SeatEvent =
  | SeatClosed
  | SeatVotingRightChanged
  | DisplayNamePolicySet
  | SeatFilled
  | SeatVacated
  | SeatTermExtended
  | AlternateDesignated
  | AlternateRevoked;

/** A term that ends at a time, unless it ended before or begins after. */
export const endedAt = <T extends Term>(term: T, at: When): T =>
  certainlyBefore(at, term.start) || (term.end && certainlyNotAfter(term.end, at))
    ? term
    : { ...term, end: at };

export const seatFrom = (event: SeatOpened, at: When): Seat => ({
  seatId: event.seatId,
  label: event.label,
  ...(event.constituencyId !== undefined && { constituencyId: event.constituencyId }),
  ...(event.appointingAuthorityId !== undefined && { appointingAuthorityId: event.appointingAuthorityId }),
  nominatorIds: event.nominatorIds,
  open: { start: at },
  votingRights: [{ start: at, votingRight: event.votingRight }],
  seatings: [],
  alternates: [],
  display: { policy: 'seat_only', minor: false },
});

const seatingFrom = ({ seatingId, holder, startsAt, endsAt }: SeatFilled): Seating => ({
  seatingId,
  holder,
  start: startsAt,
  ...(endsAt && { end: endsAt }),
  vacated: false,
});

const withSeating = (seat: Seat, seatingId: string, change: (seating: Seating) => Seating): Seat => ({
  ...seat,
  seatings: seat.seatings.map((seating) => (seating.seatingId === seatingId ? change(seating) : seating)),
});

const endAlternates = (seat: Seat, at: When, which: (alternate: Alternate) => boolean): Seat => ({
  ...seat,
  alternates: seat.alternates.map((alternate) => (which(alternate) ? endedAt(alternate, at) : alternate)),
});

export function evolveSeat(seat: Seat, event: SeatEvent, at: When): Seat {
  switch (event.type) {
    case 'SeatClosed':
      return endAlternates({ ...seat, open: { ...seat.open, end: at } }, at, () => true);
    case 'SeatVotingRightChanged': {
      const change = { start: at, votingRight: event.votingRight };
      return { ...seat, votingRights: [...seat.votingRights, change] };
    }
    case 'DisplayNamePolicySet':
      return { ...seat, display: { policy: event.policy, minor: event.minor } };
    case 'SeatFilled':
      return { ...seat, seatings: [...seat.seatings, seatingFrom(event)] };
    case 'SeatVacated':
      return withSeating(seat, event.seatingId, (seating) => ({ ...seating, end: at, vacated: true }));
    case 'SeatTermExtended':
      return withSeating(seat, event.seatingId, (seating) => ({ ...seating, end: event.until }));
    case 'AlternateDesignated':
      return { ...seat, alternates: [...seat.alternates, { personId: event.personId, start: at }] };
    case 'AlternateRevoked':
      return endAlternates(seat, at, ({ personId }) => personId === event.personId);
  }
}

/** The voting right at a time; before the seat's opening, that of its opening. */
export const votingRightAt = ({ votingRights }: Seat, at: When): VotingRight =>
  (inForceAt(votingRights, at) ?? votingRights[0])?.votingRight ?? 'unknown';

/** The terms during which the seat has a full vote. */
export function votingTerms({ open, votingRights }: Seat): readonly Term[] {
  const inOrder = votingRights.toSorted(byStart);
  return inOrder.flatMap(({ start, votingRight }, i) =>
    votingRight === 'full' ? [{ start, end: inOrder[i + 1]?.start ?? open.end }] : [],
  );
}

/**
 * Who sits at a time: the seating that certainly holds, or else, of those that may, the one that began last.
 * A term known only by its year may or may not hold in that year; the seat counts as filled.
 */
export function seatingAt(
  { seatings }: Seat,
  at: When,
): Readonly<{ seating: Seating; certainty: Certainty }> | undefined {
  const held = seatings.map((seating) => ({ seating, certainty: holdsAt(seating, at) }));
  const certain = held.find(({ certainty }) => certainty === 'certain');
  if (certain) return certain;
  return held
    .filter(({ certainty }) => certainty === 'possible')
    .toSorted((a, b) => byStart(a.seating, b.seating))
    .at(-1);
}
