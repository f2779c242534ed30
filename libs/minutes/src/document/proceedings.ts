import type { meeting, Recorded, When } from '#governance';
import { clauseOf, otherMotion } from './context.ts';
import type { Context } from './context.ts';
import type { MinutesDocument, Presence, Ruling, Stay, SuspensionLine } from './minutes-document.ts';
import { seatName } from './seats.ts';
import type { Seats } from './seats.ts';
import { ofTypes } from './source.ts';

type Events = readonly Recorded<meeting.MeetingEvent>[];

const at = ({ envelope }: Recorded): When => envelope.occurredAt;

/** The provision under which somebody took part from elsewhere stands in the arrival (meeting rule BA-11). */
function basisOf(events: Events, { seatId, from }: meeting.PresenceInterval): string | undefined {
  return ofTypes(events, 'MemberArrived').find(
    (arrival) => arrival.event.seatId === seatId && at(arrival).literal === from.literal,
  )?.event.remoteBasis;
}

export function presenceOf(
  events: Events,
  intervals: readonly meeting.PresenceInterval[],
  seats: Seats,
  excused: ReadonlySet<string>,
): readonly Presence[] {
  return [...seats.values()].map(({ seatId, votingRight, filled }) => ({
    ...seatName(seats, seatId),
    votingRight,
    filled,
    excused: excused.has(seatId),
    stays: intervals
      .filter((interval) => interval.seatId === seatId)
      .map((interval): Stay => {
        const { by, mode, remote, from, to } = interval;
        const basis = basisOf(events, interval);
        const location = remote?.location;
        const elsewhere = {
          ...(basis !== undefined && { basis }),
          ...(location !== undefined && { location }),
        };
        return { by, mode, ...elsewhere, from, ...(to && { to }) };
      }),
  }));
}

function outcomeOfAppeal(
  end: meeting.RulingSustained | meeting.RulingOverturned | undefined,
): NonNullable<Ruling['appeal']>['outcome'] {
  if (!end) return 'pending';
  if (end.type === 'RulingOverturned') return 'overturned';
  return end.tie ? 'sustained_by_tie' : 'sustained';
}

/** Rulings with what became of the appeals from them. */
export function rulingsOf(events: Events, seats: Seats): readonly Ruling[] {
  return ofTypes(events, 'ChairRuled').map(({ event: { rulingId, question, ruling } }) => {
    const ofRuling = <T extends Readonly<{ event: { rulingId: string } }>>({ event }: T): boolean =>
      event.rulingId === rulingId;
    const appeal = ofTypes(events, 'RulingAppealed').find(ofRuling)?.event;
    const end = ofTypes(events, 'RulingSustained', 'RulingOverturned').find(ofRuling)?.event;
    if (!appeal) return { question, ruling };
    const { seatId, secondedBySeatId } = appeal;
    const outcome = outcomeOfAppeal(end);
    return {
      question,
      ruling,
      appeal: {
        mover: seatName(seats, seatId),
        ...(secondedBySeatId !== undefined && { seconder: seatName(seats, secondedBySeatId) }),
        outcome,
      },
    };
  });
}

export const suspensionsOf = (events: Events, context: Context): readonly SuspensionLine[] =>
  ofTypes(events, 'RulesSuspended').map((one) => {
    const { rules, purpose, itemId, providedBy, byMotionId } = one.event;
    const clause = providedBy && clauseOf({ clauseRef: providedBy });
    return {
      at: at(one),
      rules,
      purpose,
      ...(itemId !== undefined && { itemId }),
      ...(clause !== undefined && { clause }),
      byMotion: otherMotion(context, byMotionId),
    };
  });

type ClosedSession = MinutesDocument['closedSessions'][number];

export function closedSessionsOf(events: Events): readonly ClosedSession[] {
  const told = ofTypes(events, 'ClosedSessionEntered', 'ClosedSessionLeft', 'ClosedSessionReported');
  return told.reduce<readonly ClosedSession[]>((sessions, one) => {
    const { event } = one;
    const last = sessions.at(-1);
    if (event.type === 'ClosedSessionEntered')
      return [...sessions, { statute: event.statute, from: at(one), reports: [] }];
    if (!last) return sessions;
    if (event.type === 'ClosedSessionLeft') return sessions.with(-1, { ...last, to: at(one) });
    const { action, votes } = event;
    const report = { action, ...(votes !== undefined && { votes }) };
    return sessions.with(-1, { ...last, reports: [...last.reports, report] });
  }, []);
}

/** Between two sittings; one that nobody reconvened lasts to the end. */
export const recessesOf = ({ session }: meeting.MeetingState): MinutesDocument['recesses'] =>
  session.sittings.flatMap(({ to }, index) => {
    const next = session.sittings[index + 1]?.from;
    return to ? [{ from: to, ...(next && { to: next }) }] : [];
  });

export const noticesOf = (events: Events, seats: Seats): Pick<MinutesDocument, 'notices' | 'postings'> => ({
  notices: ofTypes(events, 'NoticeGiven').map((one) => ({
    audience: one.event.audience,
    at: at(one),
    waivedBy: one.event.waivedBy.map((seatId) => seatName(seats, seatId)),
  })),
  postings: ofTypes(events, 'AgendaPosted').map((one) => ({
    at: at(one),
    places: one.event.places.map(({ description }) => description),
  })),
});

export const actsOf = (
  events: Events,
  seats: Seats,
): Pick<MinutesDocument, 'quorum' | 'recusals' | 'publicComment'> => ({
  quorum: ofTypes(events, 'QuorumEstablished', 'QuorumLost').map((one) => ({
    established: one.event.type === 'QuorumEstablished',
    at: at(one),
  })),
  recusals: ofTypes(events, 'RecusalRecorded').map(({ event }) => ({
    seat: seatName(seats, event.seatId),
    itemId: event.itemId,
    identifiedPublicly: event.identifiedPublicly,
    leftRoom: event.leftRoom,
  })),
  publicComment: ofTypes(events, 'PublicCommentClosed').map(({ event: { itemId, speakers } }) => ({
    ...(itemId !== undefined && { itemId }),
    speakers,
  })),
});
