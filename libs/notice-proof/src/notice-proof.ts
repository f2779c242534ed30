import { body, instrument, meeting } from '#governance';
import type { DomainEvent, Recorded, rulebook, When } from '#governance';
import type { ProvenEntry } from '#transparency-log';
import type { NoticeProofView, NoticeRecord } from './views.ts';

type Events = readonly Recorded[];
type Clauses = readonly instrument.GoverningRule[];

const ofMeeting: readonly DomainEvent['type'][] = [
  'MeetingScheduled',
  'MeetingRescheduled',
  'AgendaPosted',
  'NoticeGiven',
];
const ofBody: readonly DomainEvent['type'][] = [
  'OpenMeetingRegimeDetermined',
  'PublicationPolicyAdopted',
  'GoverningInstrumentNamed',
  'GoverningInstrumentReleased',
];

const ofTypes = (events: Events, types: readonly DomainEvent['type'][]): Events =>
  events.filter(({ event }) => types.includes(event.type));

/** When the meeting begins, as its events tell it; undefined where its scheduling is not among them. */
export const scheduleIn = (events: Events): meeting.Schedule | undefined =>
  (events as readonly Recorded<meeting.MeetingEvent>[]).reduce(
    (state, { event, envelope }) => meeting.decider.evolve(state, event, envelope.occurredAt),
    meeting.decider.initialState,
  ).schedule;

const bodyIn = (events: Events): body.BodyState =>
  (events as readonly Recorded<body.BodyEvent>[]).reduce(
    (state, { event, envelope }) => body.decider.evolve(state, event, envelope.occurredAt),
    body.decider.initialState,
  );

/** Which law the body was under at a time, as its events tell it. */
export const selectionIn = (events: Events, at: When) => body.selectionAt(bodyIn(events), at);

/** Whose clauses governed the body at a time, as its events tell it. */
export const governingIn = (events: Events, at: When): readonly string[] =>
  body.governingAt(bodyIn(events), at);

/** Rules of clauses about notice that are in force at a time, as the events of one instrument tell them. */
export function noticeClausesIn(instrumentId: string, events: Events, at: When): Clauses {
  const state = (events as readonly Recorded<instrument.InstrumentEvent>[]).reduce(
    (before, { event, envelope }) => instrument.decider.evolve(before, event, envelope.occurredAt),
    instrument.decider.initialState,
  );
  const revision = events.at(-1)?.revision ?? -1;
  const rules = instrument.governingRules(state, { instrumentId, revision }, at);
  return rules.filter(({ terms }) => terms.kind === 'notice');
}

/** What is found of a meeting's notice, from its events and what witnesses say of them. */
export function noticeFindings(
  schedule: meeting.Schedule,
  selection: rulebook.Selection,
  governing: Clauses,
  events: Events,
  evidenceOf: (eventId: string) => meeting.Evidence,
) {
  const given = meeting.givenNotices(events as readonly Recorded<meeting.MeetingEvent>[], evidenceOf);
  return meeting.provenNotice(schedule, selection, { governing }, given);
}

function withoutDemands(schedule: meeting.Schedule, demands: readonly meeting.NoticeDemand[]) {
  if (demands.length > 0) return {};
  const hasHours = meeting.noticeHours[schedule.meetingType].length > 0;
  return { withoutDemands: hasHours ? 'regime' : 'kind_of_meeting' } as const;
}

export type NoticeSources = Readonly<{
  meetingId: string;
  /** Events of a stream of the record, in order; those that are hidden may be missing. */
  eventsOf: (category: 'meeting' | 'body' | 'instrument', streamId: string) => Promise<Events>;
  /** undefined where the event is not in the transparency log yet. */
  prove: (recorded: Recorded) => Promise<ProvenEntry | undefined>;
}>;

async function recordOf(recorded: Recorded, prove: NoticeSources['prove']): Promise<NoticeRecord> {
  const { stream, eventId, event, envelope } = recorded;
  const { occurredAt, recordingMode } = envelope;
  return { stream, type: event.type, eventId, occurredAt, recordingMode, ...(await prove(recorded)) };
}

/** The whole streams of the instruments that say something of notice, for a rule in force is made of all of their events. */
async function clausesOf(events: Events, at: When, eventsOf: NoticeSources['eventsOf']) {
  const found: { clauses: Clauses; events: Events }[] = [];
  for (const instrumentId of governingIn(events, at)) {
    const ofInstrument = await eventsOf('instrument', instrumentId);
    const clauses = noticeClausesIn(instrumentId, ofInstrument, at);
    if (clauses.length > 0) found.push({ clauses, events: ofInstrument });
  }
  return {
    clauses: found.flatMap(({ clauses }) => clauses),
    ofInstruments: found.flatMap((one) => one.events),
  };
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
  const { clauses, ofInstruments } = await clausesOf(ofItsBody, startsAt, eventsOf);
  const demands = meeting.noticeDemands(schedule, selection, { governing: clauses });
  const records: NoticeRecord[] = [];
  for (const recorded of [...ofItsBody, ...ofInstruments, ...events])
    records.push(await recordOf(recorded, prove));
  const evidence = new Map(records.map((record) => [record.eventId, evidenceIn(record)]));
  return {
    ...{ meetingId, bodyId, meetingType, startsAt, regime: selection.regime },
    demands,
    ...withoutDemands(schedule, demands),
    findings: noticeFindings(schedule, selection, clauses, events, (id) => evidence.get(id) ?? {}),
    records,
  };
}

const vouched = ({ witness, at }: meeting.Vouched): meeting.Vouched => ({ witness, at });

const evidenceIn = ({ held, missing }: NoticeRecord): meeting.Evidence => ({
  ...(held && { held: vouched(held) }),
  ...(missing && { missing: vouched(missing) }),
});
