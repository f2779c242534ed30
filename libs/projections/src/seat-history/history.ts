import { certainlyBefore, certainlyNotAfter } from '#governance';
import type { body, When } from '#governance';
import type { Entry } from '../entries.ts';
import type { AlternateView, SeatHistoryView, SeatingView } from './views.ts';

export type SeatEvent =
  | body.SeatOpened
  | body.SeatClosed
  | body.SeatVotingRightChanged
  | body.SeatNominationReceived
  | body.SeatFilled
  | body.SeatVacated
  | body.SeatTermExtended
  | body.AlternateDesignated
  | body.AlternateRevoked;

type EntryOf<T extends SeatEvent['type']> = Entry<Extract<SeatEvent, { type: T }>>;

const opened = (view: SeatHistoryView, { event, provenance }: EntryOf<'SeatOpened'>): SeatHistoryView => ({
  ...view,
  label: event.label,
  ...(event.constituencyId !== undefined && { constituencyId: event.constituencyId }),
  opened: { at: provenance.occurredAt, provenance },
  votingRights: [
    ...view.votingRights,
    { votingRight: event.votingRight, since: provenance.occurredAt, provenance },
  ],
});

/** An alternate's service ends at a time, unless it certainly ended before or begins after. */
const endingAt =
  (at: When) =>
  (alternate: AlternateView): AlternateView =>
    certainlyBefore(at, alternate.since) || (alternate.until && certainlyNotAfter(alternate.until, at))
      ? alternate
      : { ...alternate, until: at };

const closed = (view: SeatHistoryView, { event, provenance }: EntryOf<'SeatClosed'>): SeatHistoryView => {
  const at = provenance.occurredAt;
  return {
    ...view,
    closed: { at, ...(event.reason !== undefined && { reason: event.reason }), provenance },
    alternates: view.alternates.map(endingAt(at)),
  };
};

const seatingOf = ({ event, provenance }: EntryOf<'SeatFilled'>): SeatingView => ({
  seatingId: event.seatingId,
  holder: event.holder,
  startsAt: event.startsAt,
  ...(event.endsAt && { endsAt: event.endsAt }),
  ...(event.appointedBy !== undefined && { appointedBy: event.appointedBy }),
  extensions: [],
  provenance,
});

const withSeating = (
  view: SeatHistoryView,
  seatingId: string,
  change: (seating: SeatingView) => SeatingView,
): SeatHistoryView => ({
  ...view,
  seatings: view.seatings.map((seating) => (seating.seatingId === seatingId ? change(seating) : seating)),
});

function vacated(view: SeatHistoryView, { event, provenance }: EntryOf<'SeatVacated'>): SeatHistoryView {
  const { seatingId, reason } = event;
  const vacancy = { at: provenance.occurredAt, reason, provenance };
  return withSeating(view, seatingId, (seating) => ({ ...seating, vacated: vacancy }));
}

function extended(
  view: SeatHistoryView,
  { event, provenance }: EntryOf<'SeatTermExtended'>,
): SeatHistoryView {
  const { seatingId, until, basis } = event;
  const extension = { until, basis, provenance };
  return withSeating(view, seatingId, (seating) => ({
    ...seating,
    extensions: [...seating.extensions, extension],
  }));
}

const revoked = (
  alternates: readonly AlternateView[],
  { event, provenance }: EntryOf<'AlternateRevoked'>,
): readonly AlternateView[] =>
  alternates.map((alternate) =>
    alternate.personId === event.personId ? endingAt(provenance.occurredAt)(alternate) : alternate,
  );

/** The history after one more entry. */
export function withEntry(view: SeatHistoryView, entry: Entry<SeatEvent>): SeatHistoryView {
  const { event, provenance } = entry;
  const since = provenance.occurredAt;
  switch (event.type) {
    case 'SeatOpened':
      return opened(view, { ...entry, event });
    case 'SeatClosed':
      return closed(view, { ...entry, event });
    case 'SeatVotingRightChanged': {
      const right = { votingRight: event.votingRight, since, provenance };
      return { ...view, votingRights: [...view.votingRights, right] };
    }
    case 'SeatNominationReceived': {
      const nomination = { nominatorId: event.nominatorId, personId: event.personId, provenance };
      return { ...view, nominations: [...view.nominations, nomination] };
    }
    case 'SeatFilled':
      return { ...view, seatings: [...view.seatings, seatingOf({ ...entry, event })] };
    case 'SeatVacated':
      return vacated(view, { ...entry, event });
    case 'SeatTermExtended':
      return extended(view, { ...entry, event });
    case 'AlternateDesignated': {
      const alternate = { personId: event.personId, since, provenance };
      return { ...view, alternates: [...view.alternates, alternate] };
    }
    case 'AlternateRevoked':
      return { ...view, alternates: revoked(view.alternates, { ...entry, event }) };
  }
}
