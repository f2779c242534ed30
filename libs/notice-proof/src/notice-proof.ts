import { body, meeting } from '#governance';
import type { DomainEvent, Recorded, rulebook, When } from '#governance';
import type { ProvenEntry } from '#transparency-log';
import type { NoticeProofView, NoticeRecord } from './views.ts';

type Events = readonly Recorded[];

const ofMeeting: readonly DomainEvent['type'][] = [
  'MeetingScheduled',
  'MeetingRescheduled',
  'AgendaPosted',
  'NoticeGiven',
];
const ofBody: readonly DomainEvent['type'][] = ['OpenMeetingRegimeDetermined', 'PublicationPolicyAdopted'];

const ofTypes = (events: Events, types: readonly DomainEvent['type'][]): Events =>
  events.filter(({ event }) => types.includes(event.type));

/** When the meeting begins, as its events tell it; undefined where its scheduling is not among them. */
export const scheduleIn = (events: Events): meeting.Schedule | undefined =>
  (events as readonly Recorded<meeting.MeetingEvent>[]).reduce(
    (state, { event, envelope }) => meeting.decider.evolve(state, event, envelope.occurredAt),
    meeting.decider.initialState,
  ).schedule;

/** Which law the body was under at a time, as its events tell it. */
export const selectionIn = (events: Events, at: When) =>
  body.selectionAt(
    (events as readonly Recorded<body.BodyEvent>[]).reduce(
      (state, { event, envelope }) => body.decider.evolve(state, event, envelope.occurredAt),
      body.decider.initialState,
    ),
    at,
  );

/** What is found of a meeting's notice, from its events and what witnesses say of them. */
export function noticeFindings(
  schedule: meeting.Schedule,
  selection: rulebook.Selection,
  events: Events,
  evidenceOf: (eventId: string) => meeting.Evidence,
) {
  const given = meeting.givenNotices(events as readonly Recorded<meeting.MeetingEvent>[], evidenceOf);
  return meeting.provenNotice(schedule, selection, given);
}

function withoutDemands(schedule: meeting.Schedule, selection: rulebook.Selection) {
  if (meeting.noticeDemands(schedule, selection).length > 0) return {};
  const hasHours = meeting.noticeHours[schedule.meetingType].length > 0;
  return { withoutDemands: hasHours ? 'regime' : 'kind_of_meeting' } as const;
}

export type NoticeSources = Readonly<{
  meetingId: string;
  /** Events of a stream of the record, in order; those that are hidden may be missing. */
  eventsOf: (category: 'meeting' | 'body', streamId: string) => Promise<Events>;
  /** undefined where the event is not in the transparency log yet. */
  prove: (recorded: Recorded) => Promise<ProvenEntry | undefined>;
}>;

async function recordOf(recorded: Recorded, prove: NoticeSources['prove']): Promise<NoticeRecord> {
  const { stream, eventId, event, envelope } = recorded;
  const { occurredAt, recordingMode } = envelope;
  return { stream, type: event.type, eventId, occurredAt, recordingMode, ...(await prove(recorded)) };
}

/** What is proven of a meeting's notice; undefined where there is no such meeting. */
export async function noticeProof(sources: NoticeSources): Promise<NoticeProofView | undefined> {
  const { meetingId, eventsOf, prove } = sources;
  const events = ofTypes(await eventsOf('meeting', meetingId), ofMeeting);
  const schedule = scheduleIn(events);
  if (!schedule) return undefined;
  const { bodyId, meetingType, startsAt } = schedule;
  const ofItsBody = ofTypes(await eventsOf('body', bodyId), ofBody);
  const selection = selectionIn(ofItsBody, startsAt);
  const records: NoticeRecord[] = [];
  for (const recorded of [...ofItsBody, ...events]) records.push(await recordOf(recorded, prove));
  const evidence = new Map(records.map((record) => [record.eventId, evidenceIn(record)]));
  return {
    ...{ meetingId, bodyId, meetingType, startsAt, regime: selection.regime },
    demands: meeting.noticeDemands(schedule, selection),
    ...withoutDemands(schedule, selection),
    findings: noticeFindings(schedule, selection, events, (eventId) => evidence.get(eventId) ?? {}),
    records,
  };
}

const vouched = ({ witness, at }: meeting.Vouched): meeting.Vouched => ({ witness, at });

const evidenceIn = ({ held, missing }: NoticeRecord): meeting.Evidence => ({
  ...(held && { held: vouched(held) }),
  ...(missing && { missing: vouched(missing) }),
});
