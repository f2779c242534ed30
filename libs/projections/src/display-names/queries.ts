import type { body } from '#governance';
import { shownAs } from '#privacy';
import type { PublicName } from '#privacy';
import type { CompositionView } from '../body-composition/index.ts';
import type { Reads } from '../runtime/index.ts';
import type { SeatHistoryView } from '../seat-history/index.ts';

/** Looks a name up in the directory. */
export type FindName = (personId: string) => PublicName | undefined;

type SeatRow = Readonly<{ seat_id: string; policy: body.DisplayNamePolicy; minor: number }>;

/** How the seats of a body show who sits in them; a seat that is not here shows itself alone. */
export function displayPolicies(reads: Reads, bodyId: string): ReadonlyMap<string, body.DisplayNamePolicy> {
  const rows = reads.all<SeatRow>(
    'SELECT seat_id, policy, minor FROM seat_display WHERE body_id = ?',
    bodyId,
  );
  return new Map(rows.map(({ seat_id, policy, minor }) => [seat_id, minor === 1 ? 'seat_only' : policy]));
}

/** The digest under which a name became public last; undefined where none ever did. */
export const publishedDigest = (
  reads: Reads,
  personId: string,
): Readonly<{ nameDigest: string; eventId: string }> | undefined =>
  reads.get(
    'SELECT name_digest AS nameDigest, event_id AS eventId FROM published_names WHERE person_id = ?',
    personId,
  );

type Holding = Readonly<{ holder: body.Holder }>;

/** Whoever sits in a seat, with the name as the seat shows it now, whenever they sat there. */
function named<S extends Holding>(seating: S, policy: body.DisplayNamePolicy, find: FindName): S {
  const { kind, id } = seating.holder;
  const entry = kind === 'person' && policy !== 'seat_only' ? find(id) : undefined;
  const name = entry && shownAs(entry.name, policy);
  return name === undefined ? seating : { ...seating, name };
}

export function withNames(reads: Reads, view: CompositionView, find: FindName): CompositionView {
  const policies = displayPolicies(reads, view.bodyId);
  const seats = view.seats.map((seat) => {
    const policy = policies.get(seat.seatId) ?? 'seat_only';
    return { ...seat, seatings: seat.seatings.map((seating) => named(seating, policy, find)) };
  });
  return { ...view, seats };
}

export function historyWithNames(reads: Reads, view: SeatHistoryView, find: FindName): SeatHistoryView {
  const policy = displayPolicies(reads, view.bodyId).get(view.seatId) ?? 'seat_only';
  return { ...view, seatings: view.seatings.map((seating) => named(seating, policy, find)) };
}
