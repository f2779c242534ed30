import { meeting } from '#governance';
import type { When } from '#governance';
import type { Entry } from '../entries.ts';
import type { AgendaItemView, ClosedSessionView, MeetingFact, MeetingView } from './views.ts';

type MeetingEvent = meeting.MeetingEvent;
type Type = MeetingEvent['type'];
type EventOf<T extends Type> = Extract<MeetingEvent, { type: T }>;
export type MeetingEntry = Entry<MeetingEvent>;

const factOf = <E extends MeetingEvent>({ event, provenance }: Entry<E>): MeetingFact<E> => ({
  ...event,
  provenance,
});

/** The entries of some types as facts, in the order in which they were recorded. */
function facts<T extends Type>(
  entries: readonly MeetingEntry[],
  ...types: readonly T[]
): readonly MeetingFact<EventOf<T>>[] {
  const isWanted = (entry: MeetingEntry): entry is Entry<EventOf<T>> =>
    types.some((type) => type === entry.event.type);
  return entries.filter(isWanted).map((entry) => factOf(entry));
}

function agendaOf(
  entries: readonly MeetingEntry[],
  { agenda }: meeting.MeetingState,
): readonly AgendaItemView[] {
  const described = facts(entries, 'AgendaItemAdded', 'AgendaItemRevised');
  const admissions = facts(entries, 'OffAgendaItemAdmitted');
  return [...agenda.items.values()].flatMap(({ content, openings, pulledFromConsent }) => {
    const { itemId } = content;
    const provenance = described.findLast((fact) => fact.itemId === itemId)?.provenance;
    const admission = admissions.findLast((fact) => fact.itemId === itemId);
    if (!provenance) return [];
    return {
      ...content,
      openings,
      ...(pulledFromConsent && { pulledFromConsent }),
      ...(admission && { offAgenda: admission.basis }),
      provenance,
    };
  });
}

type ClosedSessionEvent =
  meeting.ClosedSessionEntered | meeting.ClosedSessionLeft | meeting.ClosedSessionReported;

function changedBy(session: ClosedSessionView, fact: MeetingFact<ClosedSessionEvent>): ClosedSessionView {
  const { provenance } = fact;
  switch (fact.type) {
    case 'ClosedSessionEntered':
      return { ...session, authority: fact.statute, itemIds: fact.itemIds, from: provenance.occurredAt };
    case 'ClosedSessionLeft':
      return { ...session, to: provenance.occurredAt };
    case 'ClosedSessionReported': {
      const { action, votes } = fact;
      const report = { action, ...(votes !== undefined && { votes }), provenance };
      return { ...session, reports: [...session.reports, report] };
    }
  }
}

/** What is told of closed sessions where their beginning is not in the record stands in one of its own. */
function closedSessionsOf(entries: readonly MeetingEntry[]): readonly ClosedSessionView[] {
  const told = facts(entries, 'ClosedSessionEntered', 'ClosedSessionLeft', 'ClosedSessionReported');
  return told.reduce<readonly ClosedSessionView[]>((sessions, fact) => {
    const last = sessions.at(-1);
    if (fact.type === 'ClosedSessionEntered' || !last)
      return [...sessions, changedBy({ itemIds: [], reports: [] }, fact)];
    return sessions.with(-1, changedBy(last, fact));
  }, []);
}

type Span = Readonly<{ from: When; to?: When }>;

/** The last sitting ends with the meeting. */
const sittingsOf = ({ session }: meeting.MeetingState): readonly Span[] =>
  session.sittings.map(({ from, to = session.adjourned }) => ({ from, ...(to && { to }) }));

function scheduleOf({
  schedule,
}: meeting.MeetingState): Pick<MeetingView, 'timeZone' | 'places' | 'remoteAccess'> {
  const { timeZone = 'UTC', places = [], remoteAccess } = schedule ?? {};
  return { timeZone, places, ...(remoteAccess !== undefined && { remoteAccess }) };
}

/** A meeting as its events tell it. */
export function meetingView(
  summary: Omit<MeetingView, keyof ReturnType<typeof proceedingsOf> | 'revision'>,
  entries: readonly MeetingEntry[],
): MeetingView {
  return { ...summary, revision: entries.at(-1)?.provenance.revision ?? 0, ...proceedingsOf(entries) };
}

function proceedingsOf(entries: readonly MeetingEntry[]) {
  const { evolve, initialState } = meeting.decider;
  const state = entries.reduce(
    (before, { event, provenance }) => evolve(before, event, provenance.occurredAt),
    initialState,
  );
  const presiding = facts(entries, 'MeetingCalledToOrder')[0]?.presiding;
  const cancelled = facts(entries, 'MeetingCancelled')[0];
  const adjourned = facts(entries, 'MeetingAdjourned').at(-1);
  return {
    ...scheduleOf(state),
    ...(presiding && { presiding }),
    ...(cancelled && { cancelled }),
    rescheduled: facts(entries, 'MeetingRescheduled'),
    sittings: sittingsOf(state),
    ...(adjourned && { adjourned }),
    agenda: agendaOf(entries, state),
    postings: facts(entries, 'AgendaPosted'),
    notices: facts(entries, 'NoticeGiven'),
    writings: facts(entries, 'WritingDistributed'),
    adjournmentNotices: facts(entries, 'AdjournmentNoticePosted'),
    presence: meeting.presenceIntervals(state),
    quorum: facts(entries, 'QuorumEstablished', 'QuorumLost'),
    recusals: facts(entries, 'RecusalRecorded'),
    suspensions: facts(entries, 'RulesSuspended'),
    rulings: facts(entries, 'ChairRuled', 'RulingAppealed', 'RulingSustained', 'RulingOverturned'),
    publicComment: facts(entries, 'PublicCommentOpened', 'PublicCommentClosed'),
    closedSessions: closedSessionsOf(entries),
  };
}
