import { hash } from 'node:crypto';
import { parseWhen, tally, unknownWhen } from '#governance';
import type { DomainEvent } from '#governance';
import type { EventStore } from '#event-store';
import { hostile, hostileTitle } from './hostile.ts';
import { recordInstrument } from './instrument-record.ts';
import { recordProgramme } from './programme-record.ts';
import { recordBody, recordDecision, recordEvents, ruleOfScenario, eligibilityOf } from './scenario.ts';

const zone = 'America/Los_Angeles';
const when = (literal: string) => parseWhen(literal, zone) ?? unknownWhen;

/** Of a meeting: scheduled, with an agenda, held, with two seats that stay and one that leaves. */
async function recordMeeting(ledger: EventStore, bodyId: string): Promise<void> {
  const startsAt = when('2026-01-14T17:00:00-08:00');
  const places = [{ kind: 'physical', description: hostile.attribute } as const];
  const agenda: readonly DomainEvent[] = [
    { type: 'AgendaItemAdded', itemId: 'i1', number: '1', title: 'Comments', kind: 'public_comment' },
    {
      type: 'AgendaItemAdded',
      itemId: 'i2',
      number: '2',
      title: hostileTitle,
      description: hostile.script,
      kind: 'action',
      motionId: 'trees',
    },
    { type: 'AgendaPosted', postingId: 'p1', places, itemIds: ['i1', 'i2'] },
  ];
  const stream = 'meeting-meeting-1';
  await recordEvents(
    ledger,
    stream,
    [
      { type: 'MeetingScheduled', bodyId, meetingType: 'regular', startsAt, timeZone: zone, places },
      ...agenda,
    ],
    { at: '2026-01-07', lang: 'en' },
  );
  const held: readonly DomainEvent[] = [
    { type: 'MeetingCalledToOrder', presiding: { kind: 'seat', id: 'district-1' } },
    { type: 'MemberArrived', seatId: 'district-1', by: 'member', mode: 'in_person' },
    { type: 'MemberArrived', seatId: 'union-1', by: 'alternate', mode: 'remote' },
    { type: 'MemberDeparted', seatId: 'union-1' },
    { type: 'PublicCommentClosed', itemId: 'i1', speakers: 3 },
    { type: 'RecusalRecorded', seatId: 'union-1', itemId: 'i2', identifiedPublicly: true, leftRoom: true },
    { type: 'ChairRuled', rulingId: 'r1', question: hostile.turned, ruling: 'It is in order.' },
    { type: 'ClosedSessionEntered', statute: '54957', itemIds: ['i2'] },
    { type: 'ClosedSessionLeft' },
    { type: 'MeetingAdjourned' },
  ];
  await recordEvents(ledger, stream, held, { at: '2026-01-14T17:30:00-08:00', lang: 'en' });
}

/** One seat is found to have said no: the count is restated, the original stays. */
async function recordCorrection(ledger: EventStore, motionId: string): Promise<void> {
  const { seats, ...eligibility } = eligibilityOf(2);
  const rollCall = seats.map(({ seatId, constituencyId }) => ({
    seatId,
    ...(constituencyId !== undefined && { constituencyId }),
    option: seatId === 'union-2' ? ('abstain' as const) : ('yes' as const),
    present: true,
  }));
  const voteEventId = 'v-1';
  const events: readonly DomainEvent[] = [
    {
      type: 'VoteRecordCorrected',
      voteEventId,
      seatId: 'union-2',
      from: 'yes',
      to: 'abstain',
      authority: { kind: 'clerical' },
      reason: hostile.script,
    },
    {
      type: 'TallyRestated',
      voteEventId,
      changesOutcome: false,
      tally: tally.tally(ruleOfScenario, { seats, ...eligibility }, rollCall),
    },
  ];
  await recordEvents(ledger, `motion-${motionId}`, events, { at: '2026-01-20', lang: 'en' });
}

async function recordAmendment(ledger: EventStore): Promise<void> {
  const text = 'Two trees and a bench.';
  const draft: DomainEvent = {
    type: 'MotionDrafted',
    bodyId: 'council',
    title: 'A bench too',
    text,
    textSha256: hash('sha256', text),
    classification: 'subsidiary.amend',
    appliesTo: 'trees',
    appliesToRevision: 0,
    amendment: { operation: 'add', insert: 'and a bench' },
    degree: 1,
  };
  await recordEvents(ledger, 'motion-bench', [draft], { at: '2026-01-14', lang: 'en' });
}

/** A record with every type of page in it, and hostile texts wherever a text can be. */
export async function recordPages(ledger: EventStore): Promise<void> {
  await recordBody(ledger, 'council', 'Council', { at: '2026-01-07', lang: 'en' });
  await recordBody(ledger, 'hostile', hostileTitle, { at: '2026-01-07', lang: 'en' });
  const vote = { bodyId: 'council', motionId: 'trees', title: 'Two trees' };
  await recordDecision(ledger, vote, { at: '2026-01-14', lang: 'es' });
  await recordCorrection(ledger, 'trees');
  await recordAmendment(ledger);
  await recordDecision(
    ledger,
    { ...vote, motionId: 'hostile', title: hostileTitle, seats: 3, noes: ['union-1', 'union-2'] },
    { at: '2026-01-15', illustration: true },
  );
  await recordMeeting(ledger, 'council');
  await recordInstrument(ledger);
  await recordProgramme(ledger);
}

/** The address of one page of each type, without its language. */
export const pagesOfEachType = [
  '/',
  '/decisions',
  '/decisions/trees:v-1',
  '/decisions/hostile:v-1',
  '/motions/trees',
  '/motions/hostile',
  '/meetings',
  '/meetings/meeting-1',
  '/bodies',
  '/bodies/council?asOf=2026-01-14',
  '/bodies/hostile',
  '/replay/council?at=2026-01-14',
  '/live/meeting-1',
  '/live/meeting-1?room=1',
  '/instruments',
  '/instruments/bylaws',
  '/instruments/bylaws/diff?from=v1&to=v2',
  '/clauses/bylaws:quorum',
  '/cohorts',
  '/schools',
  '/schools/elm',
  '/schools/oak',
  '/commitments',
  '/commitments/seventy?asOf=2024-01-01',
  '/commitments/money',
  '/contradictions',
  '/seats/council:union-2',
  '/search',
  '/search?q=trees',
  '/nothing',
] as const;
