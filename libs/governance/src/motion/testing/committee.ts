import { createHash } from 'node:crypto';
import type { Roster, RosterSeat } from '../../body/roster.ts';
import { atInstant } from '../../kernel/index.ts';
import type { When } from '../../kernel/index.ts';
import type { Attendance, PresenceInterval } from '../../meeting/attendance.ts';
import { eligibilityOf } from '../../tally/index.ts';
import type { VoteOption } from '../../tally/index.ts';
import { entry } from '../../tally/testing/committee.ts';
import { concurrent, fullQuorum, ruleOf } from '../../tally/testing/rules.ts';
import type { AuthorityMotion } from '../cited.ts';
import type { BallotRecorded, BoundRulePin, MotionEvent, RollCallEntry, VoteOpened } from '../events.ts';
import type { Facts } from '../facts.ts';

/** When the history of a test happened, and its commands unless they say otherwise. */
export const before = atInstant('2026-09-01T17:00:00Z');
export const now = atInstant('2026-09-01T18:00:00Z');

const seat = (seatId: string, constituencyId: string, change: Partial<RosterSeat> = {}): RosterSeat => ({
  seatId,
  label: seatId,
  constituencyId,
  votingRight: 'full',
  filled: true,
  holderId: `holder-of-${seatId}`,
  roles: [],
  alternateIds: [],
  ...change,
});

/**
 * Three members of each side, a co-chair first; a pupil with an advisory seat, an observer without a vote, and a
 * vacant seat of the district. Seven seats are authorized.
 */
export const roster: Roster = {
  bodyId: 'cssc',
  revision: 41,
  timeZone: 'America/Los_Angeles',
  dissolved: false,
  constituencyIds: ['LAUSD', 'UTLA'],
  seats: [
    seat('lausd-1', 'LAUSD', { roles: ['co_chair'] }),
    seat('lausd-2', 'LAUSD'),
    seat('lausd-3', 'LAUSD'),
    seat('lausd-vacant', 'LAUSD', { filled: false }),
    seat('utla-1', 'UTLA', { roles: ['co_chair'] }),
    seat('utla-2', 'UTLA'),
    seat('utla-3', 'UTLA'),
    seat('pupil', 'LAUSD', { votingRight: 'advisory' }),
    seat('observer', 'UTLA', { votingRight: 'none' }),
  ],
  authorized: {
    body: 7,
    constituencies: [
      { constituencyId: 'LAUSD', seats: 4 },
      { constituencyId: 'UTLA', seats: 3 },
    ],
  },
  otherRoles: [],
};

export const members = ['lausd-1', 'lausd-2', 'lausd-3', 'utla-1', 'utla-2', 'utla-3'] as const;

/** The roster with other seats of the same name. */
export const rosterWith = (changes: Readonly<Record<string, Partial<RosterSeat>>>): Roster => ({
  ...roster,
  seats: roster.seats.map((one) => ({ ...one, ...changes[one.seatId] })),
});

const stay = (seatId: string, by: 'member' | 'alternate' = 'member'): PresenceInterval => ({
  seatId,
  by,
  mode: 'in_person',
  from: before,
});

export type Room = Partial<Omit<Attendance, 'present' | 'recusals'>> &
  Readonly<{
    present?: readonly string[];
    /** Seats in which an alternate sits. */
    alternates?: readonly string[];
    /** Seats that recused themselves from item `item-1`. */
    recused?: readonly string[];
  }>;

export const everybody = [...members, 'pupil', 'observer'];

/** A meeting in session, everybody present, item `item-1` on its posted agenda. */
export function attendance({
  present = everybody,
  alternates = [],
  recused = [],
  ...rest
}: Room = {}): Attendance {
  const stays = present.map((seatId) => stay(seatId, alternates.includes(seatId) ? 'alternate' : 'member'));
  return {
    meetingId: 'meeting-1',
    revision: 12,
    bodyId: 'cssc',
    meetingType: 'regular',
    inSession: true,
    sittings: [{ from: before }],
    itemIds: new Set(['item-1', 'item-2']),
    agendizedItemIds: new Set(['item-1']),
    questions: { stated: new Set(), agendized: new Set() },
    rulings: new Map(),
    ...rest,
    present: new Map(stays.map((one) => [one.seatId, one])),
    recusals: new Map([['item-1', new Set(recused)]]),
  };
}

export const textSha256 = 'a'.repeat(64);

/** A body under its own bylaws and Robert's Rules, the meeting in session, everybody present. */
export const facts = (changes: Partial<Facts> = {}): Facts => ({
  at: now,
  roster,
  attendance: attendance(),
  regime: 'BYLAWS_ONLY',
  order: { rulesOfOrder: 'RONR', precedence: 'strict', smallBoard: false },
  secondFromOtherConstituency: false,
  textSha256,
  toBody: { ...roster, bodyId: 'subcommittee' },
  motionId: 'motion-1',
  motions: new Map(),
  rulesOfOrder: { table: 'RONR' },
  isCommittee: false,
  sha256: (text) => createHash('sha256').update(text).digest('hex'),
  timeZone: 'America/Los_Angeles',
  nextRegularMeeting: undefined,
  ...changes,
});

/** Facts with another room. */
export const inRoom = (room: Room, changes: Partial<Facts> = {}): Facts =>
  facts({ attendance: attendance(room), ...changes });

export const rule = ruleOf(concurrent, {
  quorum: fullQuorum,
  clauseRef: { instrument: 'cssc-bylaws', version: '2023', clause: 'IV.3' },
});

export const drafted: MotionEvent = {
  type: 'MotionDrafted',
  bodyId: 'cssc',
  title: 'Two more schools',
  text: 'Resolved, that two more schools are recommended.',
  textSha256,
  classification: 'main',
};
export const submitted: MotionEvent = { type: 'MotionSubmitted' };
export const agendized: MotionEvent = { type: 'MotionAgendized', meetingId: 'meeting-1', itemId: 'item-1' };
export const moved: MotionEvent = {
  type: 'MotionMoved',
  meetingId: 'meeting-1',
  seatId: 'lausd-2',
  constituencyId: 'LAUSD',
};
export const seconded: MotionEvent = { type: 'MotionSeconded', seatId: 'utla-1', constituencyId: 'UTLA' };
/** Where the rule is bound: clause IV.3 of the bylaws. */
export const boundRulePin: BoundRulePin = {
  instrumentId: 'cssc-bylaws',
  instrumentRevision: 7,
  versionId: '2023',
  clauseId: 'voting',
  ruleId: 'both-sides',
};
export const opened: VoteOpened = {
  type: 'VoteOpened',
  voteEventId: 'vote-1',
  meetingId: 'meeting-1',
  itemId: 'item-1',
  textSha256,
  rule,
  boundRule: boundRulePin,
  eligibility: eligibilityOf(roster),
  rosterRevision: 41,
  meetingRevision: 12,
  method: 'roll_call',
};

/** The history of a motion that is moved, pending, or being voted on. */
export const motionMoved: readonly MotionEvent[] = [drafted, submitted, agendized, moved];
export const pending: readonly MotionEvent[] = [...motionMoved, seconded];
export const voting: readonly MotionEvent[] = [...pending, opened];

/** The vote under another rule, or with another snapshot. */
export const votingUnder = (changes: Partial<VoteOpened>): readonly MotionEvent[] => [
  ...pending,
  { ...opened, ...changes },
];

export const ballot = (
  seatId: string,
  option: VoteOption,
  more: Partial<BallotRecorded> = {},
): BallotRecorded => ({
  type: 'BallotRecorded',
  voteEventId: 'vote-1',
  seatId,
  option,
  by: 'member',
  ...more,
});

/** Ballots of the members in order; nothing for those beyond. */
export const ballots = (...options: readonly VoteOption[]): readonly BallotRecorded[] =>
  options.flatMap((option, i) => {
    const seatId = members[i];
    return seatId === undefined ? [] : [ballot(seatId, option)];
  });

/** As `entry`, with the side that the seat's id tells, and who sits. */
export const called = (seatId: string, option: VoteOption, present = true): RollCallEntry => ({
  ...entry(seatId, option, seatId.startsWith('utla') ? 'UTLA' : 'LAUSD', present),
  ...(present && { by: 'member' as const }),
});

/** A motion of the committee that gives authority, adopted at a time. */
export const adoptedMotion = (motionId: string, since: When = before): AuthorityMotion => ({
  motionId,
  revision: 9,
  bodyId: 'cssc',
  status: 'adopted',
  since,
});
