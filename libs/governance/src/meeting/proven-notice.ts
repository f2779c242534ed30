import type { Finding, RecordingMode, When } from '../kernel/index.ts';
import { effectOf, inForce, reachOf } from '../rulebook/effect.ts';
import type { Reach } from '../rulebook/effect.ts';
import { ruleOf } from '../rulebook/rules.ts';
import type { Selection } from '../rulebook/selection.ts';
import type { MeetingEvent, Place } from './events.ts';
import { noticeHours } from './notice-hours.ts';
import type { NoticeHours, NoticeSubject } from './notice-hours.ts';
import { shown } from './notice.ts';
import { hoursAtMost } from './span.ts';
import type { Schedule } from './state.ts';

/** That a witness saw the record at a time, by its own clock. */
export type Vouched = Readonly<{ witness: string; at: string }>;

/** What witnesses say of one event of the record. */
export type Evidence = Readonly<{
  /** The first sight of a record that holds the event. */
  held?: Vouched;
  /** The last sight of a record that does not. */
  missing?: Vouched;
}>;

/** An agenda that was posted, or a notice that was given; `at` is when, by the record's own word. */
export type GivenNotice = Readonly<{
  of: NoticeSubject;
  eventId: string;
  at: When;
  recordingMode: RecordingMode;
  itemIds: readonly string[];
  places: readonly Place['kind'][];
  /** The record itself says that the posting could not be read all the time. */
  interrupted?: true;
  evidence: Evidence;
}>;

type NoticeEvent = Readonly<{
  eventId: string;
  event: MeetingEvent;
  envelope: Readonly<{ occurredAt: When; recordingMode: RecordingMode }>;
}>;

/** What a meeting's events tell of postings and notices, with what witnesses say of each. */
export const givenNotices = (
  events: readonly NoticeEvent[],
  evidenceOf: (eventId: string) => Evidence,
): readonly GivenNotice[] =>
  events.flatMap(({ eventId, event, envelope }) => {
    const { occurredAt: at, recordingMode } = envelope;
    const given = { eventId, at, recordingMode, evidence: evidenceOf(eventId) };
    if (event.type === 'NoticeGiven') return { ...given, of: event.audience, itemIds: [], places: [] };
    if (event.type !== 'AgendaPosted') return [];
    const { itemIds, places, continuouslyAccessible } = event;
    const interrupted = continuouslyAccessible === false && { interrupted: true as const };
    return { ...given, of: 'agenda', itemIds, places: places.map(({ kind }) => kind), ...interrupted };
  });

/** Hours that a rule of the law demands between a notice and the meeting. */
export type NoticeDemand = Readonly<{
  ruleId: NoticeHours['ruleId'];
  citation: string;
  /** How far the rule reaches this body: only what binds it is law for it. */
  reach: Exclude<Reach, 'none'>;
  of: NoticeSubject;
  requiredHours: number;
  /** A witness must have seen the notice in the record by then. */
  deadline: string;
  places: readonly Place['kind'][];
}>;

/** From the best to the worst. */
const verdicts = ['NOTICE_PROVEN', 'NOTICE_CLAIMED_ONLY', 'NOTICE_TOO_LATE_PROVEN'] as const;
export type NoticeVerdict = (typeof verdicts)[number];

type Judged = Readonly<{ code: NoticeVerdict; given: GivenNotice }>;

const hour = 60 * 60 * 1000;
const hoursBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / hour;

/** The hours that the law demands for a meeting of this kind, as far as they concern this body. */
export const noticeDemands = (schedule: Schedule, selection: Selection): readonly NoticeDemand[] =>
  noticeHours[schedule.meetingType].flatMap((one) => {
    const { startsAt } = schedule;
    const rule = ruleOf(one.ruleId);
    const reach = reachOf(one.ruleId, selection);
    if (reach === 'none' || inForce(rule, startsAt) === 'no') return [];
    const deadline = new Date(Date.parse(startsAt.earliest) - one.requiredHours * hour).toISOString();
    return [{ ...one, citation: rule.citation, reach, deadline }];
  });

/**
 * A notice is proven by a witness who saw it in the record early enough before the earliest possible start. It is
 * proven to be late by its own word, once a witness holds the record to that; or, where it is said to have been
 * recorded as it happened, by a witness who saw the record without it when the hours had begun. All else is the
 * record's word.
 */
function judge({ requiredHours }: NoticeDemand, startsAt: When, given: GivenNotice): Judged {
  const { at, recordingMode, interrupted, evidence } = given;
  const { held, missing } = evidence;
  if (held && !interrupted && hoursBetween(held.at, startsAt.earliest) >= requiredHours)
    return { code: 'NOTICE_PROVEN', given };
  const isAdmitted = held !== undefined && hoursAtMost(at, startsAt) < requiredHours;
  const wasMissing =
    recordingMode === 'live' &&
    missing !== undefined &&
    hoursBetween(missing.at, startsAt.latest) < requiredHours;
  return { code: isAdmitted || wasMissing ? 'NOTICE_TOO_LATE_PROVEN' : 'NOTICE_CLAIMED_ONLY', given };
}

const timeOf = ({ evidence, at }: GivenNotice): string => evidence.held?.at ?? at.latest;

/** The better first; of two alike the earlier. */
const byWorth = (a: Judged, b: Judged): number =>
  verdicts.indexOf(a.code) - verdicts.indexOf(b.code) || (timeOf(a.given) < timeOf(b.given) ? -1 : 1);

const best = (judged: readonly Judged[]): Judged | undefined => judged.toSorted(byWorth)[0];
const worst = (judged: readonly Judged[]): Judged | undefined => judged.toSorted(byWorth).at(-1);

/** The first posting of an item counts, at each kind of place; the weakest of the places decides. */
function ofItem(demand: NoticeDemand, judged: readonly Judged[], itemId: string): Judged | undefined {
  const its = judged.filter(({ given }) => itemId === '' || given.itemIds.includes(itemId));
  return worst(
    demand.places.flatMap((kind) => best(its.filter(({ given }) => given.places.includes(kind))) ?? []),
  );
}

/** Items of the agenda as it was posted last; one that has none stands for itself. */
function itemsOf(given: readonly GivenNotice[]): readonly string[] {
  const last = given.reduce<GivenNotice | undefined>(
    (latest, one) => (latest && one.at.earliest < latest.at.earliest ? latest : one),
    undefined,
  );
  if (!last) return [];
  return last.itemIds.length > 0 ? last.itemIds : [''];
}

type Found = Judged & Readonly<{ itemIds?: readonly string[] }>;

/** Items that came out alike stand together, with the weakest of them. */
function* ofAgenda(demand: NoticeDemand, judged: readonly Judged[]): Generator<Found> {
  const items = itemsOf(judged.map(({ given }) => given)).map((itemId) => ({
    itemId,
    its: ofItem(demand, judged, itemId),
  }));
  for (const code of verdicts) {
    const those = items.filter(({ its }) => its?.code === code);
    const weakest = worst(those.flatMap(({ its }) => its ?? []));
    const itemIds = those.map(({ itemId }) => itemId).filter((itemId) => itemId !== '');
    if (weakest) yield { ...weakest, itemIds };
  }
}

function inputsOf({ of, requiredHours, deadline }: NoticeDemand, startsAt: When, { given, itemIds }: Found) {
  const { eventId, at, interrupted, evidence } = given;
  const { held, missing } = evidence;
  const proven = held && hoursBetween(held.at, startsAt.earliest);
  return {
    ...{ of, eventId, requiredHours, deadline },
    ...(itemIds && { itemIds }),
    claimedHours: shown(hoursAtMost(at, startsAt)),
    ...(proven !== undefined && { provenHours: shown(proven), marginHours: shown(proven - requiredHours) }),
    ...(held && { held }),
    ...(missing && { missing }),
    ...(interrupted && { continuouslyAccessible: false }),
  };
}

/**
 * What is proven of the notice of a meeting, for each demand of the law: by the cosignatures of witnesses alone.
 * What was not posted or given at all is not told here: the meeting has a finding of that. Meeting rules BA-01,
 * BA-02, BA-04, GA-01.
 */
export function provenNotice(
  schedule: Schedule,
  selection: Selection,
  given: readonly GivenNotice[],
): readonly Finding[] {
  const { startsAt } = schedule;
  return noticeDemands(schedule, selection).flatMap((demand) => {
    const judged = given.filter(({ of }) => of === demand.of).map((one) => judge(demand, startsAt, one));
    const only = best(judged);
    const found: readonly Found[] =
      demand.of === 'agenda' ? [...ofAgenda(demand, judged)] : only ? [only] : [];
    return found.map((one) => ({
      code: one.code,
      severity: one.code === 'NOTICE_TOO_LATE_PROVEN' ? severityOf(demand, startsAt, selection) : 'info',
      ruleId: demand.ruleId,
      inputs: inputsOf(demand, startsAt, one),
    }));
  });
}

const severityOf = ({ ruleId }: NoticeDemand, at: When, selection: Selection) =>
  effectOf(ruleId, 'NOTICE_TOO_LATE_PROVEN', 'historical_import', { at, ...selection }) === 'finding'
    ? 'warning'
    : 'info';
