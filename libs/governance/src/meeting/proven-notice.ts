import type { GoverningFact } from '../instrument/governing.ts';
import { civilDayAt, startOfDay } from '../kernel/index.ts';
import type { ClauseRef, Finding, RecordingMode, When } from '../kernel/index.ts';
import { effectOf, inForce, reachOf } from '../rulebook/effect.ts';
import type { Reach } from '../rulebook/effect.ts';
import { ruleOf } from '../rulebook/rules.ts';
import type { Selection } from '../rulebook/selection.ts';
import { clauseNotices } from './clause-notice.ts';
import type { ClauseNotice } from './clause-notice.ts';
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

/** How long before the meeting a notice must be given: by a rule of the law, or by a clause of the body's (SP-18). */
export type NoticeDemand = Readonly<{
  ruleId: NoticeHours['ruleId'] | 'SP-18';
  citation: string;
  /** How far the rule reaches this body: only what binds it is law for it. */
  reach: Exclude<Reach, 'none'>;
  of: NoticeSubject;
  requiredHours?: number;
  /** Of a clause: civil days in the time zone of the meeting, of which the day of the notice counts. */
  requiredDays?: number;
  /** Of a clause: where it stands, and the rule that is bound to it. */
  clauseRef?: ClauseRef;
  boundRule?: string;
  /** A witness must have seen the notice in the record by then. */
  deadline: string;
  /** Empty where it is posted anywhere. */
  places: readonly Place['kind'][];
}>;

/** From the best to the worst. */
const verdicts = ['NOTICE_PROVEN', 'NOTICE_CLAIMED_ONLY', 'NOTICE_TOO_LATE_PROVEN'] as const;
export type NoticeVerdict = (typeof verdicts)[number];

type Judged = Readonly<{ code: NoticeVerdict; given: GivenNotice }>;

const hour = 60 * 60 * 1000;
const day = 24 * hour;
const hoursBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / hour;

type Span = Readonly<{ requiredHours?: number | undefined; requiredDays?: number | undefined }>;

/** The last instant that is so long before a start; of hours and days the earlier. */
function deadlineBefore(start: string, { requiredHours, requiredDays }: Span, zone: string): string {
  const byHours = requiredHours === undefined ? Infinity : Date.parse(start) - requiredHours * hour;
  const byDays =
    requiredDays === undefined
      ? Infinity
      : startOfDay(civilDayAt(start, zone) - (requiredDays - 1) * day, zone) - 1;
  return new Date(Math.min(byHours, byDays)).toISOString();
}

function byLaw(schedule: Schedule, selection: Selection): readonly NoticeDemand[] {
  const { meetingType, startsAt, timeZone } = schedule;
  return noticeHours[meetingType].flatMap((one) => {
    const rule = ruleOf(one.ruleId);
    const reach = reachOf(one.ruleId, selection);
    if (reach === 'none' || inForce(rule, startsAt) === 'no') return [];
    const deadline = deadlineBefore(startsAt.earliest, one, timeZone);
    return [{ ...one, citation: rule.citation, reach, deadline }];
  });
}

/** A clause whose parts cannot all hold asks nothing before it is interpreted. */
function byClauses(schedule: Schedule, facts: GoverningFact): readonly NoticeDemand[] {
  const { startsAt, timeZone } = schedule;
  const demandOf = ({ rule, terms }: ClauseNotice): NoticeDemand => {
    const { hours: requiredHours, days: requiredDays } = terms;
    return {
      ruleId: 'SP-18',
      citation: ruleOf('SP-18').citation,
      reach: 'binds',
      of: terms.of === 'agenda' ? 'agenda' : 'members',
      ...(requiredHours !== undefined && { requiredHours }),
      ...(requiredDays !== undefined && { requiredDays }),
      clauseRef: rule.clauseRef,
      boundRule: rule.ruleId,
      deadline: deadlineBefore(startsAt.earliest, { requiredHours, requiredDays }, timeZone),
      places: [],
    };
  };
  return (['agenda', 'meeting'] as const)
    .flatMap((of) => clauseNotices(facts, of, schedule))
    .filter(({ rule }) => !rule.inconsistent)
    .map(demandOf);
}

/** What the law and the clauses in force demand for a meeting of this kind, as far as they concern this body. */
export const noticeDemands = (
  schedule: Schedule,
  selection: Selection,
  facts: GoverningFact,
): readonly NoticeDemand[] => [...byLaw(schedule, selection), ...byClauses(schedule, facts)];

/**
 * A notice is proven by a witness who saw it in the record early enough before the earliest possible start. It is
 * proven to be late by its own word, once a witness holds the record to that; or, where it is said to have been
 * recorded as it happened, by a witness who saw the record without it when the hours had begun. All else is the
 * record's word.
 */
function judge(demand: NoticeDemand, { startsAt, timeZone }: Schedule, given: GivenNotice): Judged {
  const { at, recordingMode, interrupted, evidence } = given;
  const { held, missing } = evidence;
  const isAfter = (time: string, deadline: string): boolean => Date.parse(time) > Date.parse(deadline);
  if (held && !interrupted && !isAfter(held.at, demand.deadline)) return { code: 'NOTICE_PROVEN', given };
  const lastDeadline = deadlineBefore(startsAt.latest, demand, timeZone);
  const isAdmitted = held !== undefined && isAfter(at.earliest, lastDeadline);
  const wasMissing = recordingMode === 'live' && missing !== undefined && isAfter(missing.at, lastDeadline);
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
  if (demand.places.length === 0) return best(its);
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

function inputsOf(demand: NoticeDemand, startsAt: When, { given, itemIds }: Found) {
  const { of, requiredHours, requiredDays, clauseRef, boundRule, deadline } = demand;
  const { eventId, at, interrupted, evidence } = given;
  const { held, missing } = evidence;
  return {
    ...{ of, eventId },
    ...(clauseRef && { clauseRef, boundRule }),
    ...(requiredHours !== undefined && { requiredHours }),
    ...(requiredDays !== undefined && { requiredDays }),
    deadline,
    ...(itemIds && { itemIds }),
    claimedHours: shown(hoursAtMost(at, startsAt)),
    ...(held && {
      provenHours: shown(hoursBetween(held.at, startsAt.earliest)),
      marginHours: shown(hoursBetween(held.at, deadline)),
      held,
    }),
    ...(missing && { missing }),
    ...(interrupted && { continuouslyAccessible: false }),
  };
}

/**
 * What is proven of the notice of a meeting, for each demand of the law and of clauses: by the cosignatures of
 * witnesses alone. What was not posted or given at all is not told here: the meeting has a finding of that. Meeting
 * rules BA-01, BA-02, BA-04, GA-01, SP-18.
 */
export function provenNotice(
  schedule: Schedule,
  selection: Selection,
  facts: GoverningFact,
  given: readonly GivenNotice[],
): readonly Finding[] {
  const { startsAt } = schedule;
  return noticeDemands(schedule, selection, facts).flatMap((demand) => {
    const judged = given.filter(({ of }) => of === demand.of).map((one) => judge(demand, schedule, one));
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

/** A clause is broken as SP-18 says: a warning, whatever the law. */
const severityOf = ({ ruleId }: NoticeDemand, at: When, selection: Selection) =>
  ruleId === 'SP-18' ||
  effectOf(ruleId, 'NOTICE_TOO_LATE_PROVEN', 'historical_import', { at, ...selection }) === 'finding'
    ? 'warning'
    : 'info';
