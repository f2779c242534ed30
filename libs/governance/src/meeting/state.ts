import type { When } from '../kernel/when.ts';
import { emptyAgenda, evolveAgenda } from './agenda.ts';
import type { Agenda } from './agenda.ts';
import type { PresenceInterval } from './attendance.ts';
import type {
  AgendaItemClosed,
  MeetingEvent,
  MeetingRescheduled,
  MeetingScheduled,
  NoticeGiven,
  RulesSuspended,
} from './events.ts';
import { evolveMinutes, noMinutes } from './minutes.ts';
import type { Minutes } from './minutes.ts';
import { evolvePresence, intervalsOf, presentSeats } from './presence.ts';
import type { Presence } from './presence.ts';
import { evolveProceedings, noProceedings, withApplied } from './proceedings.ts';
import type { Proceedings } from './proceedings.ts';
import { evolveSession, noSession } from './session.ts';
import type { Session } from './session.ts';

export type Schedule = Omit<MeetingScheduled, 'type'>;

/** To whom notice of the meeting was given, and when. */
export type Notice = Pick<NoticeGiven, 'audience' | 'waivedBy'> & Readonly<{ at: When }>;

/** Rules that were set aside, and for how long. */
export type Suspension = Pick<RulesSuspended, 'rules' | 'itemId' | 'providedBy'>;

export type MeetingState = Readonly<{
  /** Absent until the meeting is scheduled. */
  schedule?: Schedule;
  session: Session;
  agenda: Agenda;
  presence: Presence;
  quorum: 'not_established' | 'established' | 'lost';
  proceedings: Proceedings;
  /** Those that last. */
  suspensions: readonly Suspension[];
  minutes: Minutes;
  notices: readonly Notice[];
}>;

export const initialState: MeetingState = {
  session: noSession,
  agenda: emptyAgenda,
  presence: new Map(),
  quorum: 'not_established',
  proceedings: noProceedings,
  suspensions: [],
  minutes: noMinutes,
  notices: [],
};

/** The schedule after a change of time, and of place where one is given. */
export const rescheduled = (
  schedule: Schedule,
  { startsAt, places }: Pick<MeetingRescheduled, 'startsAt' | 'places'>,
): Schedule => ({ ...schedule, startsAt, ...(places && { places }) });

function evolveSchedule(state: MeetingState, event: MeetingScheduled | MeetingRescheduled): MeetingState {
  if (event.type === 'MeetingRescheduled')
    return state.schedule ? { ...state, schedule: rescheduled(state.schedule, event) } : state;
  const { type: _type, ...schedule } = event;
  return { ...state, schedule };
}

function suspend(state: MeetingState, event: RulesSuspended): MeetingState {
  const { rules, itemId, providedBy, byMotionId } = event;
  const lasting = { rules, ...(itemId !== undefined && { itemId }), ...(providedBy && { providedBy }) };
  const proceedings = withApplied(state.proceedings, byMotionId);
  return { ...state, proceedings, suspensions: [...state.suspensions, lasting] };
}

/** Suspensions that last beyond an item. */
const beyondItem = ({ suspensions }: MeetingState, closed: AgendaItemClosed): readonly Suspension[] =>
  suspensions.filter(({ itemId }) => itemId !== closed.itemId);

export function evolve(state: MeetingState, event: MeetingEvent, at: When): MeetingState {
  switch (event.type) {
    case 'MeetingScheduled':
    case 'MeetingRescheduled':
      return evolveSchedule(state, event);
    case 'MeetingCancelled':
    case 'MeetingCalledToOrder':
    case 'MeetingRecessed':
    case 'MeetingReconvened':
    case 'MeetingAdjourned':
      return {
        ...state,
        session: evolveSession(state.session, event, at),
        ...(event.type === 'MeetingAdjourned' && { suspensions: [] }),
      };
    case 'RulesSuspended':
      return suspend(state, event);
    case 'AgendaItemAdded':
    case 'AgendaItemRevised':
    case 'AgendaItemRemoved':
    case 'AgendaPosted':
    case 'OffAgendaItemAdmitted':
    case 'AgendaItemOpened':
    case 'AgendaItemClosed':
    case 'ItemPulledFromConsent':
      return {
        ...state,
        agenda: evolveAgenda(state.agenda, event, at),
        ...(event.type === 'AgendaItemClosed' && { suspensions: beyondItem(state, event) }),
      };
    case 'MemberArrived':
    case 'MemberDeparted':
      return { ...state, presence: evolvePresence(state.presence, event, at) };
    case 'QuorumEstablished':
      return { ...state, quorum: 'established' };
    case 'QuorumLost':
      return { ...state, quorum: 'lost' };
    case 'PublicCommentOpened':
    case 'PublicCommentClosed':
    case 'ClosedSessionEntered':
    case 'ClosedSessionLeft':
    case 'ClosedSessionReported':
    case 'RecusalRecorded':
    case 'QuestionStated':
    case 'ChairRuled':
    case 'RulingAppealed':
    case 'RulingSustained':
    case 'RulingOverturned':
      return { ...state, proceedings: evolveProceedings(state.proceedings, event, at) };
    case 'MinutesDrafted':
    case 'MinutesApproved':
    case 'MinutesCorrectionRecorded':
    case 'RecordAttested':
      return { ...state, minutes: evolveMinutes(state.minutes, event, at) };
    case 'NoticeGiven': {
      const { audience, waivedBy } = event;
      return { ...state, notices: [...state.notices, { audience, waivedBy, at }] };
    }
    case 'WritingDistributed':
    case 'AdjournmentNoticePosted':
      // On the record; no later decision of the meeting asks for them.
      return state;
  }
}

/** Every stay of every seat; a recess ends none, the adjournment all. */
export const presenceIntervals = ({ presence, session }: MeetingState): readonly PresenceInterval[] =>
  intervalsOf(presence, session.adjourned);

/** By seat, who was present at a time; who may have been, where minutes give no more than a day. */
export const presentAt = (
  { presence, session }: MeetingState,
  at: When,
): ReadonlyMap<string, PresenceInterval> => presentSeats(presence, session.adjourned, at);
