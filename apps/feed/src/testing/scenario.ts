import { hash, randomBytes, randomUUID } from 'node:crypto';
import { eventData, parseWhen, tally, unknownWhen } from '#governance';
import type { body, DomainEvent, motion, Visibility } from '#governance';
import type { EventStore, NewEvent } from '#event-store';

/** How the events of a scenario are recorded. */
export type Recording = Readonly<{
  at: string;
  visibility?: Visibility;
  illustration?: true;
  lang?: string;
}>;

const zone = 'America/Los_Angeles';

function envelopeOf({ at, visibility = 'public', illustration, lang }: Recording) {
  const commandId = randomUUID();
  return {
    schemaVersion: 1,
    occurredAt: parseWhen(at, zone) ?? unknownWhen,
    recordedBy: { actorId: 'desk', role: 'secretary' },
    recordingMode: 'minutes',
    commandId,
    $correlationId: commandId,
    visibility,
    ...(visibility !== 'public' && { salt: randomBytes(32).toString('hex') }),
    illustration,
    lang,
  };
}

/** Records events of one stream in one append. */
export async function recordEvents(
  ledger: EventStore,
  stream: string,
  events: readonly DomainEvent[],
  recording: Recording,
): Promise<void> {
  const appended = events.map((event): NewEvent => ({
    id: randomUUID(),
    type: event.type,
    data: JSON.stringify(eventData(event)),
    metadata: JSON.stringify(envelopeOf(recording)),
  }));
  await ledger.append(stream, 'any', appended);
}

const constituencyIds = ['district', 'union'];

const seatIdsOf = (constituencyId: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => `${constituencyId}-${i + 1}`);

const seatEvents = (constituencyId: string, { at }: Recording): readonly DomainEvent[] =>
  seatIdsOf(constituencyId, 2).flatMap((seatId): readonly DomainEvent[] => [
    { type: 'SeatOpened', seatId, label: seatId, constituencyId, nominatorIds: [], votingRight: 'full' },
    {
      type: 'SeatFilled',
      seatId,
      seatingId: `${seatId}-a`,
      holder: { kind: 'person', id: `person-of-${seatId}` },
      startsAt: parseWhen(at, zone) ?? unknownWhen,
    },
  ]);

/** A body of two constituencies with two seats each, all filled: eleven events. */
export async function recordBody(
  ledger: EventStore,
  bodyId: string,
  name: string,
  recording: Recording,
): Promise<void> {
  const events: readonly DomainEvent[] = [
    { type: 'BodyEstablished', name, classification: 'committee', timeZone: zone },
    ...constituencyIds.map((constituencyId): body.ConstituencyDefined => ({
      type: 'ConstituencyDefined',
      constituencyId,
      name: `The ${constituencyId}`,
    })),
    ...constituencyIds.flatMap((constituencyId) => seatEvents(constituencyId, recording)),
  ];
  await recordEvents(ledger, `body-${bodyId}`, events, recording);
}

export const eligibilityOf = (seats: number): motion.Eligibility => ({
  constituencyIds,
  seats: constituencyIds.flatMap((constituencyId) =>
    seatIdsOf(constituencyId, seats).map((seatId) => ({
      seatId,
      label: seatId,
      constituencyId,
      votingRight: 'full' as const,
      filled: true,
      roles: [],
    })),
  ),
  authorized: {
    body: 2 * seats,
    constituencies: constituencyIds.map((constituencyId) => ({ constituencyId, seats })),
  },
});

const majority = { base: 'votes_cast', num: 1, den: 2, cmp: 'gt' } as const;

export const ruleOfScenario: tally.DecisionRule = {
  ruleId: 'concurrent',
  clauseRef: { instrument: 'bylaws', version: '2026', clause: '4.2' },
  quorum: [{ scope: 'body', base: 'seats_authorized', num: 1, den: 2, cmp: 'gt' }],
  passIfAny: [
    [
      { scope: 'body', ...majority },
      { scope: 'each_constituency', ...majority },
    ],
  ],
  abstention: 'excluded',
  recusal: { countsForQuorum: false, reducesSeatBase: false },
  emptyBase: 'fail',
  tie: 'fails',
};

export type Vote = Readonly<{
  motionId: string;
  bodyId: string;
  title: string;
  /** Seats that say no; the others say yes. */
  noes?: readonly string[];
  /** Of each constituency; 2 by default. */
  seats?: number;
  /** As the vote's closing tells of them. */
  withoutVote?: NonNullable<motion.VoteClosed['withoutVote']>;
}>;

const voteEventId = 'v-1';

function openingEvents({ bodyId, title }: Vote, eligibility: motion.Eligibility): readonly DomainEvent[] {
  const text = `${title}: the whole text.`;
  const textSha256 = hash('sha256', text);
  return [
    { type: 'MotionDrafted', bodyId, title, text, textSha256, classification: 'main' },
    { type: 'MotionMoved', meetingId: 'meeting-1', seatId: 'district-1', constituencyId: 'district' },
    {
      type: 'VoteOpened',
      voteEventId,
      meetingId: 'meeting-1',
      textSha256,
      rule: ruleOfScenario,
      eligibility,
      rosterRevision: 10,
      meetingRevision: 3,
      method: 'roll_call',
    },
  ];
}

function closingEvents(
  { noes = [], withoutVote }: Vote,
  eligibility: motion.Eligibility,
): readonly DomainEvent[] {
  const rollCall = eligibility.seats.map(({ seatId, constituencyId }) => ({
    seatId,
    ...(constituencyId !== undefined && { constituencyId }),
    option: noes.includes(seatId) ? ('no' as const) : ('yes' as const),
    present: true,
  }));
  const counted = tally.tally(ruleOfScenario, eligibility, rollCall);
  return [
    {
      type: 'VoteClosed',
      voteEventId,
      rollCall,
      ...(withoutVote && { withoutVote }),
      tally: counted,
      meetingRevision: 3,
    },
    counted.result === 'pass'
      ? { type: 'MotionAdopted', voteEventId }
      : { type: 'MotionRejected', voteEventId, reason: counted.reason ?? 'TEST_FAILED' },
  ];
}

/** A motion from its draft to its disposition: three events before the vote is closed, two with it. */
export async function recordDecision(ledger: EventStore, vote: Vote, recording: Recording): Promise<void> {
  const eligibility = eligibilityOf(vote.seats ?? 2);
  const stream = `motion-${vote.motionId}`;
  await recordEvents(ledger, stream, openingEvents(vote, eligibility), recording);
  await recordEvents(ledger, stream, closingEvents(vote, eligibility), recording);
}
