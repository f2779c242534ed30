import type { NoticeTerms } from '../instrument/bound-rule.ts';
import { citing, governingOf, judgedBy, readable } from '../instrument/governing.ts';
import type { GoverningFact, GoverningRule } from '../instrument/governing.ts';
import { broken, civilDayAt } from '../kernel/index.ts';
import type { AtFact, When } from '../kernel/index.ts';
import type { JudgedBy } from '../motion/bound-rule-pin.ts';
import type { Agenda, Posting } from './agenda.ts';
import { lastOf, postedBy } from './agenda.ts';
import type { MeetingType } from './events.ts';
import type { Check } from './guards.ts';
import { shown } from './notice.ts';
import { hoursAtMost } from './span.ts';
import type { MeetingState, Notice, Schedule } from './state.ts';

/**
 * What clauses of the body's own instruments ask of notice (meeting rule SP-18), besides the law: each is judged, so
 * the strictest decides.
 */
export type ClauseNotice = Readonly<{ rule: GoverningRule; terms: NoticeTerms }>;

const noticed: readonly MeetingType[] = ['regular', 'special'];

/** The clauses in force that ask something of one kind of notice, for a meeting of its type. */
export function clauseNotices(
  facts: GoverningFact,
  of: NoticeTerms['of'],
  { meetingType }: Schedule,
): readonly ClauseNotice[] {
  return governingOf(facts, 'notice').flatMap((rule) => {
    const { notice: terms } = rule.terms;
    const applies = terms?.of === of && (terms.meetingTypes ?? noticed).includes(meetingType);
    return applies ? [{ rule, terms }] : [];
  });
}

const day = 24 * 60 * 60 * 1000;

/** Civil days from one time to another, at most. */
const daysAtMost = (from: When, to: When, zone: string): number =>
  Math.round((civilDayAt(to.latest, zone) - civilDayAt(from.earliest, zone)) / day);

/** By how much a notice at that time is certainly too short; undefined where it may be long enough. */
function shortfall({ days, hours }: NoticeTerms, at: When, { startsAt, timeZone }: Schedule) {
  const given = { days: daysAtMost(at, startsAt, timeZone), hours: hoursAtMost(at, startsAt) };
  if (days !== undefined && given.days < days) return { requiredDays: days, days: given.days };
  if (hours !== undefined && given.hours < hours) return { requiredHours: hours, hours: shown(given.hours) };
  return undefined;
}

function* timely(of: ClauseNotice, at: When, schedule: Schedule, inputs: object): Check {
  const short = shortfall(of.terms, at, schedule);
  if (short) yield broken('SP-18', 'CLAUSE_NOTICE_TOO_SHORT', { ...citing(of.rule), ...short, ...inputs });
}

const earliestOf = (times: readonly When[]): When | undefined =>
  times.toSorted((a, b) => (a.earliest < b.earliest ? -1 : 1))[0];

/** When each item of a posting, or an agenda without items, was first posted anywhere. */
function firstPostings({ itemIds }: Posting, postings: readonly Posting[]): ReadonlyMap<string, When> {
  const first = new Map<string, When>();
  for (const itemId of itemIds.length > 0 ? itemIds : ['']) {
    const those = postings.filter((posting) => itemId === '' || posting.itemIds.includes(itemId));
    const at = earliestOf(those.map((posting) => posting.at));
    if (at) first.set(itemId, at);
  }
  return first;
}

/** Of a posting that follows others only what is new is late. */
function* posted(of: ClauseNotice, last: Posting, postings: readonly Posting[], schedule: Schedule): Check {
  const first = firstPostings(last, postings);
  const late = [...first].filter(([, at]) => shortfall(of.terms, at, schedule));
  const [, latest] = late.toSorted(([, a], [, b]) => (a.earliest < b.earliest ? 1 : -1))[0] ?? [];
  const itemIds = late.map(([itemId]) => itemId).filter((itemId) => itemId !== '');
  if (latest) yield* timely(of, latest, schedule, { itemIds });
}

const judged = (...lists: readonly (readonly ClauseNotice[])[]): JudgedBy =>
  judgedBy(lists.flat().map(({ rule }) => rule));

/** An agenda is posted as long before the meeting as the clauses in force ask. */
export function* agendaAsClauseAsks(
  posting: Posting,
  { postings }: Agenda,
  schedule: Schedule,
  facts: GoverningFact,
): Check<JudgedBy> {
  const asked = clauseNotices(facts, 'agenda', schedule);
  yield* readable(asked.map(({ rule }) => rule));
  for (const of of asked) yield* posted(of, posting, [...postings, posting], schedule);
  return judged(asked);
}

/** Members have notice of the meeting as long before it as the clauses in force ask. */
export function* noticeAsClauseAsks(
  notice: Notice,
  schedule: Schedule,
  facts: GoverningFact,
): Check<JudgedBy> {
  if (notice.audience !== 'members') return {};
  const asked = clauseNotices(facts, 'meeting', schedule);
  yield* readable(asked.map(({ rule }) => rule));
  for (const of of asked) yield* timely(of, notice.at, schedule, { audience: notice.audience });
  return judged(asked);
}

const toMembers = ({ notices }: MeetingState): readonly When[] =>
  notices.filter(({ audience }) => audience === 'members').map(({ at }) => at);

/** A meeting moved forward makes notices short that were long enough; what was not given yet is no objection. */
export function* noticesStillAsClausesAsk(
  state: MeetingState,
  schedule: Schedule,
  facts: GoverningFact,
): Check<JudgedBy> {
  const [agenda, meeting] = [
    clauseNotices(facts, 'agenda', schedule),
    clauseNotices(facts, 'meeting', schedule),
  ];
  const [last, given] = [lastOf(state.agenda.postings), earliestOf(toMembers(state))];
  for (const of of agenda) if (last) yield* posted(of, last, state.agenda.postings, schedule);
  for (const of of meeting) if (given) yield* timely(of, given, schedule, { audience: 'members' });
  return judged(agenda, meeting);
}

/** When the meeting begins, what the record does not know of was not given. */
export function* noticeByClauses(
  state: MeetingState,
  schedule: Schedule,
  facts: AtFact & GoverningFact,
): Check<JudgedBy> {
  const [agenda, meeting] = [
    clauseNotices(facts, 'agenda', schedule),
    clauseNotices(facts, 'meeting', schedule),
  ];
  yield* readable([...agenda, ...meeting].map(({ rule }) => rule));
  const given = {
    agenda: postedBy(state.agenda, facts.at).length > 0,
    meeting: toMembers(state).length > 0,
  };
  for (const { rule, terms } of [...agenda, ...meeting])
    if (!given[terms.of]) yield broken('SP-18', 'CLAUSE_NOTICE_MISSING', { ...citing(rule), of: terms.of });
  return yield* noticesStillAsClausesAsk(state, schedule, facts);
}
