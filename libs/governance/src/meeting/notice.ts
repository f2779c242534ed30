import { broken } from '../kernel/index.ts';
import type { When } from '../kernel/index.ts';
import { isAdmitted, lastOf, postedBy } from './agenda.ts';
import type { Agenda, Posting } from './agenda.ts';
import type { AgendaItem, MeetingType, Place } from './events.ts';
import type { Check } from './guards.ts';
import { hoursAtMost } from './span.ts';
import type { Schedule } from './state.ts';

/** How long before a meeting its agenda is posted, and at which kinds of places; other meetings have no such time. */
type NoticeRule = Readonly<{
  ruleId: 'BA-01' | 'BA-02' | 'GA-01';
  code: 'NOTICE_TOO_SHORT' | 'SPECIAL_NOTICE_TOO_SHORT';
  requiredHours: number;
  places: readonly Place['kind'][];
}>;

const regular: NoticeRule = {
  ruleId: 'BA-01',
  code: 'NOTICE_TOO_SHORT',
  requiredHours: 72,
  places: ['physical', 'web'],
};
export const special: NoticeRule = {
  ruleId: 'BA-02',
  code: 'SPECIAL_NOTICE_TOO_SHORT',
  requiredHours: 24,
  places: ['physical', 'web'],
};
/** A council at a school site posts at the site, whatever the meeting. */
const council: NoticeRule = {
  ruleId: 'GA-01',
  code: 'NOTICE_TOO_SHORT',
  requiredHours: 72,
  places: ['physical'],
};

export const noticeRules: Readonly<Record<MeetingType, readonly NoticeRule[]>> = {
  regular: [regular, council],
  special: [special, council],
  emergency: [],
  adjourned: [],
};

/** Rounded down to the hundredth: 71.999 hours are not 72. */
export const shown = (hours: number): number => Math.floor(hours * 100) / 100;

const earliestOf = (times: readonly When[]): When | undefined =>
  times.toSorted((a, b) => (a.earliest < b.earliest ? -1 : 1))[0];

/** When an item (or, without one, any agenda) was first posted at a physical place, and on the web. */
function firstPosted(postings: readonly Posting[], itemId: string | undefined, kind: Place['kind']) {
  const there = postings.filter(
    ({ places, itemIds }) =>
      places.some((place) => place.kind === kind) && (itemId === undefined || itemIds.includes(itemId)),
  );
  return earliestOf(there.map(({ at }) => at));
}

type Notice = Readonly<{ itemId: string | undefined; physical: When | undefined; web: When | undefined }>;

const noticesOf = (posting: Posting, postings: readonly Posting[]): readonly Notice[] =>
  (posting.itemIds.length > 0 ? posting.itemIds : [undefined]).map((itemId) => ({
    itemId,
    physical: firstPosted(postings, itemId, 'physical'),
    web: firstPosted(postings, itemId, 'web'),
  }));

const itemIdsOf = (notices: readonly Notice[]): readonly string[] =>
  notices.flatMap(({ itemId }) => itemId ?? []);

/** The latest of the postings counts; what was posted nowhere is another finding. */
const hoursOf = (notice: Notice, { places }: NoticeRule, startsAt: When): number =>
  Math.min(...places.map((kind) => notice[kind]).map((at) => (at ? hoursAtMost(at, startsAt) : Infinity)));

function* shortNotice(notices: readonly Notice[], noticeRule: NoticeRule, startsAt: When): Check {
  const { ruleId, code, requiredHours } = noticeRule;
  const late = notices.filter((notice) => hoursOf(notice, noticeRule, startsAt) < requiredHours);
  if (late.length === 0) return;
  const hours = shown(Math.min(...late.map((notice) => hoursOf(notice, noticeRule, startsAt))));
  yield broken(ruleId, code, { requiredHours, hours, itemIds: itemIdsOf(late) });
}

const unpostedCodes = { physical: 'NO_PHYSICAL_POSTING', web: 'NO_WEB_POSTING' } as const;

function* postedEverywhere(notices: readonly Notice[], { ruleId, places }: NoticeRule): Check {
  for (const kind of places) {
    const missing = notices.filter((notice) => !notice[kind]);
    if (missing.length > 0) yield broken(ruleId, unpostedCodes[kind], { itemIds: itemIdsOf(missing) });
  }
}

/**
 * An agenda is posted where anyone may read it and on the web, in time before a regular (BA-01) or special
 * (BA-02) meeting, or a council's (GA-01). Of a posting that follows others only what is new is late.
 */
export function* postingInTime(posting: Posting, { postings }: Agenda, schedule: Schedule): Check {
  const notices = noticesOf(posting, [...postings, posting]);
  for (const noticeRule of noticeRules[schedule.meetingType]) {
    yield* postedEverywhere(notices, noticeRule);
    if (posting.continuouslyAccessible === false)
      yield broken(noticeRule.ruleId, noticeRule.code, { continuouslyAccessible: false });
    else yield* shortNotice(notices, noticeRule, schedule.startsAt);
  }
}

/** A meeting moved forward makes notices short that were long enough. */
export function* postingsStillInTime({ postings }: Agenda, schedule: Schedule): Check {
  const last = lastOf(postings);
  if (!last) return;
  for (const noticeRule of noticeRules[schedule.meetingType])
    yield* shortNotice(noticesOf(last, postings), noticeRule, schedule.startsAt);
}

const isTimely = (posting: Posting, startsAt: When): boolean =>
  posting.continuouslyAccessible !== false && hoursAtMost(posting.at, startsAt) >= regular.requiredHours;

/**
 * It stands on the last agenda of a regular meeting that was posted in time (BA-05), or in the notice of a
 * special one, even if that was late (BA-03). An emergency meeting needs no agenda.
 */
function isOnAgenda(agenda: Agenda, itemId: string, schedule: Schedule, at: When): boolean {
  const { meetingType, startsAt } = schedule;
  if (meetingType === 'emergency') return true;
  const posted = postedBy(agenda, at);
  const binding =
    meetingType === 'regular' ? posted.filter((posting) => isTimely(posting, startsAt)) : posted;
  return lastOf(binding)?.itemIds.includes(itemId) ?? false;
}

/** Whether the body may take an item up, or vote on it: it is on the agenda, or was admitted by then. */
export const mayBeTakenUp = (agenda: Agenda, itemId: string, schedule: Schedule, at: When): boolean =>
  isAdmitted(agenda, itemId, at) || isOnAgenda(agenda, itemId, schedule, at);

/** Items that the body may take up at that time. */
export const agendizedItems = (agenda: Agenda, schedule: Schedule, at: When): readonly AgendaItem[] =>
  [...agenda.items.values()]
    .map(({ content }) => content)
    .filter(({ itemId }) => mayBeTakenUp(agenda, itemId, schedule, at));

/** Says that there is an item, and nothing of what it is about. */
const titleWords =
  /^(?:(?:general |open )?discussions?|actions?|action items?|reports?|updates?|consent(?: calendar| agenda)?|(?:old|new|other|unfinished) business|items?|other|miscellaneous|announcements?|closed session|public comments?)$/i;

const isMissing = ({ description = '' }: AgendaItem): boolean => {
  const text = description.replace(/[\s.:;,!–-]+/g, ' ').trim();
  return text === '' || titleWords.test(text);
};

/** The measure of the FAC primer: a description is generally not to exceed so many words. */
const mostWords = 20;

const isLong = ({ description = '' }: AgendaItem): boolean =>
  description.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length > mostWords;

/** Each item has a description that says more than "discussion", and not much more than it must (BA-07). */
export function* itemsDescribed(items: readonly AgendaItem[]): Check {
  const missing = items.filter(isMissing).map(({ itemId }) => itemId);
  const long = items.filter(isLong).map(({ itemId }) => itemId);
  if (missing.length > 0) yield broken('BA-07', 'ITEM_DESCRIPTION_MISSING', { itemIds: missing });
  if (long.length > 0) yield broken('BA-07', 'ITEM_DESCRIPTION_LONG', { itemIds: long, mostWords });
}
