import { notable } from '../kernel/index.ts';
import type { When } from '../kernel/index.ts';
import { isAdmitted, lastOf, postedBy } from './agenda.ts';
import type { Agenda, Posting } from './agenda.ts';
import type { AgendaItem, MeetingType, Place } from './events.ts';
import type { Check } from './guards.ts';
import { hoursAtMost } from './span.ts';
import type { Schedule } from './state.ts';

/** How long before a meeting its agenda is posted; other types of meetings have no such time. */
type NoticeRule = Readonly<{ rule: string; code: string; requiredHours: number }>;

const regular: NoticeRule = { rule: 'BA-01', code: 'NOTICE_TOO_SHORT', requiredHours: 72 };
export const special: NoticeRule = { rule: 'BA-02', code: 'SPECIAL_NOTICE_TOO_SHORT', requiredHours: 24 };
const noticeRules: Partial<Readonly<Record<MeetingType, NoticeRule>>> = { regular, special };

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

/** The later of the two postings counts; what was posted nowhere is another finding. */
const hoursOf = ({ physical, web }: Notice, startsAt: When): number =>
  Math.min(...[physical, web].map((at) => (at ? hoursAtMost(at, startsAt) : Infinity)));

function* shortNotice(
  notices: readonly Notice[],
  { rule, code, requiredHours }: NoticeRule,
  startsAt: When,
): Check {
  const late = notices.filter((notice) => hoursOf(notice, startsAt) < requiredHours);
  if (late.length === 0) return;
  const hours = shown(Math.min(...late.map((notice) => hoursOf(notice, startsAt))));
  yield notable(code, { rule, requiredHours, hours, itemIds: itemIdsOf(late) });
}

/**
 * An agenda is posted where anyone may read it and on the web, in time before a regular (BA-01) or special
 * (BA-02) meeting. Of a posting that follows others only what is new is late.
 */
export function* postingInTime(posting: Posting, { postings }: Agenda, schedule: Schedule): Check {
  const noticeRule = noticeRules[schedule.meetingType];
  if (!noticeRule) return;
  const { rule, code } = noticeRule;
  const notices = noticesOf(posting, [...postings, posting]);
  const [unposted, offline] = [
    notices.filter(({ physical }) => !physical),
    notices.filter(({ web }) => !web),
  ];
  if (unposted.length > 0) yield notable('NO_PHYSICAL_POSTING', { rule, itemIds: itemIdsOf(unposted) });
  if (offline.length > 0) yield notable('NO_WEB_POSTING', { rule, itemIds: itemIdsOf(offline) });
  if (posting.continuouslyAccessible === false) yield notable(code, { rule, continuouslyAccessible: false });
  else yield* shortNotice(notices, noticeRule, schedule.startsAt);
}

/** A meeting moved forward makes notices short that were long enough. */
export function* postingsStillInTime({ postings }: Agenda, schedule: Schedule): Check {
  const noticeRule = noticeRules[schedule.meetingType];
  const last = lastOf(postings);
  if (noticeRule && last) yield* shortNotice(noticesOf(last, postings), noticeRule, schedule.startsAt);
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

/** Each item has a description that says more than "discussion" (BA-07). */
export function* itemsDescribed(items: readonly AgendaItem[]): Check {
  const itemIds = items.filter(isMissing).map(({ itemId }) => itemId);
  if (itemIds.length > 0) yield notable('ITEM_DESCRIPTION_MISSING', { rule: 'BA-07', itemIds });
}
