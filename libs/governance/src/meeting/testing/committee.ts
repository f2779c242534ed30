import type { RosterSeat, Roster } from '../../body/roster.ts';
import { atInstant } from '../../kernel/index.ts';
import type { When } from '../../kernel/index.ts';
import { given, happened } from '../../testing/index.ts';
import type { Happened } from '../../testing/index.ts';
import type { AgendaItem, Facts, MeetingEvent, MeetingScheduled } from '../index.ts';
import { decider } from '../index.ts';

/** Tuesday, 8 September 2026, four in the afternoon in Los Angeles. */
export const start = '2026-09-08T23:00:00.000Z';

/** So many hours after the meeting's start, before it where negative. */
export const hours = (n: number): When =>
  atInstant(new Date(Date.parse(start) + n * 60 * 60 * 1000).toISOString());

/** So many minutes after the meeting's start. */
export const minutes = (n: number): When => hours(n / 60);

/** The day of the meeting, as minutes give it. */
export const theDay: When = {
  literal: '2026-09-08',
  precision: 'day',
  earliest: '2026-09-08T07:00:00.000Z',
  latest: '2026-09-09T06:59:59.999Z',
};

const seat = (seatId: string, more: Partial<RosterSeat> = {}): RosterSeat => ({
  seatId,
  label: seatId,
  constituencyId: seatId.startsWith('district') ? 'district' : 'union',
  votingRight: 'full',
  filled: true,
  holderId: `person-${seatId}`,
  roles: [],
  alternateIds: [`alternate-${seatId}`],
  ...more,
});

/** Two sides of two, co-chairs in the first seats, and seats that may not do what members may. */
export const roster: Roster = {
  bodyId: 'committee',
  revision: 12,
  timeZone: 'America/Los_Angeles',
  dissolved: false,
  constituencyIds: ['district', 'union'],
  seats: [
    seat('district-1', { roles: ['co_chair'] }),
    seat('district-2'),
    seat('union-1', { roles: ['co_chair'] }),
    seat('union-2'),
    seat('adviser', { votingRight: 'advisory' }),
    seat('guide', { roles: ['facilitator'] }),
    seat('unsaid', { votingRight: 'unknown' }),
    seat('vacant', { filled: false }),
  ],
  authorized: {
    body: 4,
    constituencies: [
      { constituencyId: 'district', seats: 2 },
      { constituencyId: 'union', seats: 2 },
    ],
  },
  otherRoles: [{ role: 'convener', holderId: 'unite' }],
};

/** Bylaws only, and Robert's Rules, as long as a test does not say otherwise. */
export const facts = (at: When, more: Partial<Facts> = {}): Facts => ({
  at,
  roster,
  regime: 'BYLAWS_ONLY',
  order: { rulesOfOrder: 'RONR', precedence: 'strict', smallBoard: false },
  votes: new Map(),
  earlierMeetings: new Map(),
  motions: new Map(),
  meetingId: 'meeting-1',
  rulesOfOrder: { table: 'RONR' },
  ...more,
});

export const brownAct = (at: When, more: Partial<Facts> = {}): Facts =>
  facts(at, { regime: 'BROWN_ACT', ...more });

export type History = readonly (MeetingEvent | Happened<MeetingEvent>)[];

export const at = (when: When, event: MeetingEvent): Happened<MeetingEvent> => happened(when, event);

export const scheduled = (more: Partial<MeetingScheduled> = {}): Happened<MeetingEvent> =>
  at(hours(-100), {
    type: 'MeetingScheduled',
    bodyId: 'committee',
    meetingType: 'regular',
    startsAt: hours(0),
    timeZone: 'America/Los_Angeles',
    places: [{ kind: 'physical', description: 'Board room' }],
    ...more,
  });

export const item = (itemId: string, more: Partial<AgendaItem> = {}): AgendaItem => ({
  itemId,
  number: itemId,
  title: `Item ${itemId}`,
  description: 'Schools for the next cohort',
  kind: 'action',
  ...more,
});

export const added = (itemId: string, more: Partial<AgendaItem> = {}): Happened<MeetingEvent> =>
  at(hours(-99), { type: 'AgendaItemAdded', ...item(itemId, more) });

export const posted = (when: When, ...itemIds: readonly string[]): Happened<MeetingEvent> =>
  at(when, {
    type: 'AgendaPosted',
    postingId: `posting at ${when.literal}`,
    places: [
      { kind: 'physical', description: 'Door' },
      { kind: 'web', description: 'Web site', url: 'https://committee.example/agenda' },
    ],
    itemIds,
  });

export const called = at(hours(0), {
  type: 'MeetingCalledToOrder',
  presiding: { kind: 'seat', id: 'district-1' },
});

export const arrived = (when: When, seatId: string, by: 'member' | 'alternate' = 'member') =>
  at(when, { type: 'MemberArrived', seatId, by, mode: 'in_person' });

export const departed = (when: When, seatId: string) => at(when, { type: 'MemberDeparted', seatId });

export const adjourned = (when: When) => at(when, { type: 'MeetingAdjourned' });

/** A meeting in session with the agenda items 1 and 2 posted in time. */
export const inSession: History = [scheduled(), added('1'), added('2'), posted(hours(-80), '1', '2'), called];

export const givenMeeting = (...history: History) => given(decider)(...history);

/** The minutes as a renderer made them, with another hash for other minutes. */
export const rendered = (
  sha256: string,
  more: Partial<NonNullable<Facts['rendered']>> = {},
): NonNullable<Facts['rendered']> => ({
  uptoRevision: 40,
  streams: [
    { stream: 'body-committee', revision: 12 },
    { stream: 'motion-two-more-schools', revision: 25 },
  ],
  sha256,
  renditions: [
    { lang: 'en', format: 'markdown', sha256: `${sha256.slice(0, -1)}0` },
    { lang: 'es', format: 'html', sha256: `${sha256.slice(0, -1)}1` },
  ],
  renderer: 'minutebook-minutes/1',
  missing: [],
  ...more,
});

/** A motion of the committee that gives authority, adopted at a time. */
export const adoptedMotion = (motionId: string, since: When): NonNullable<Facts['authorityMotion']> => ({
  motionId,
  revision: 9,
  bodyId: 'committee',
  status: 'adopted',
  since,
});
