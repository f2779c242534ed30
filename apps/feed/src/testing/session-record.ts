import { hash } from 'node:crypto';
import { parseWhen, unknownWhen } from '#governance';
import type { DomainEvent } from '#governance';
import type { EventStore } from '#event-store';
import { hostile } from './hostile.ts';
import { eligibilityOf, recordEvents, ruleOfScenario } from './scenario.ts';

const zone = 'America/Los_Angeles';
const at = '2026-02-11T17:05:00-08:00';
const when = (literal: string) => parseWhen(literal, zone) ?? unknownWhen;

const quorum = (constituencyId: string, present: number) =>
  ({
    scope: constituencyId,
    base: 'seats_authorized',
    present,
    baseValue: 2,
    lhs: present * 2,
    rhs: 2,
    cmp: 'gt',
    pass: present > 1,
  }) as const;

export const textOfSession = 'The council plants two trees before the first of May.';

/** A meeting of the council that goes on: called to order, one seat away, an item open, a motion before it, its vote open. */
export async function recordSession(ledger: EventStore): Promise<void> {
  const meeting: readonly DomainEvent[] = [
    {
      type: 'MeetingScheduled',
      bodyId: 'council',
      meetingType: 'regular',
      title: 'Council in February',
      startsAt: when('2026-02-11T17:00:00-08:00'),
      timeZone: zone,
      places: [],
    },
    {
      type: 'AgendaItemAdded',
      itemId: 'i1',
      number: '1',
      title: `Trees ${hostile.script}`,
      kind: 'action',
      motionId: 'spring',
    },
    { type: 'MeetingCalledToOrder', presiding: { kind: 'seat', id: 'district-1' } },
    ...['district-1', 'district-2', 'union-1'].map((seatId) => ({
      type: 'MemberArrived' as const,
      seatId,
      by: 'member' as const,
      mode: 'in_person' as const,
    })),
    {
      type: 'QuorumLost',
      trace: {
        pass: false,
        tests: [
          { scope: 'each_constituency', pass: false, parts: [quorum('district', 2), quorum('union', 1)] },
        ],
      },
    },
    { type: 'AgendaItemOpened', itemId: 'i1' },
  ];
  await recordEvents(ledger, 'meeting-february', meeting, { at, lang: 'en' });
  const textSha256 = hash('sha256', textOfSession);
  const motion: readonly DomainEvent[] = [
    {
      type: 'MotionDrafted',
      bodyId: 'council',
      title: 'Trees in spring',
      text: textOfSession,
      textSha256,
      classification: 'main',
    },
    { type: 'MotionMoved', meetingId: 'february', seatId: 'district-1', constituencyId: 'district' },
    { type: 'MotionSeconded', seatId: 'union-1', constituencyId: 'union' },
    {
      type: 'VoteOpened',
      voteEventId: 'v-1',
      meetingId: 'february',
      textSha256,
      rule: ruleOfScenario,
      eligibility: eligibilityOf(2),
      rosterRevision: 10,
      meetingRevision: 7,
      method: 'roll_call',
    },
  ];
  await recordEvents(ledger, 'motion-spring', motion, { at, lang: 'en' });
}

export const recordBallot = (ledger: EventStore, seatId: string, option: 'yes' | 'no'): Promise<void> =>
  recordEvents(
    ledger,
    'motion-spring',
    [{ type: 'BallotRecorded', voteEventId: 'v-1', seatId, option, by: 'member' }],
    { at },
  );
