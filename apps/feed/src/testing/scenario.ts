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
const seatsOf = (constituencyId: string) => [1, 2].map((n) => `${constituencyId}-${n}`);

/** A body of two constituencies with two seats each, all filled. */
export async function recordBody(
  ledger: EventStore,
  bodyId: string,
  name: string,
  recording: Recording,
): Promise<void> {
  const constituencies = constituencyIds.map((constituencyId): body.ConstituencyDefined => ({
    type: 'ConstituencyDefined',
    constituencyId,
    name: `The ${constituencyId}`,
  }));
  const seats = constituencyIds.flatMap((constituencyId) =>
    seatsOf(constituencyId).flatMap((seatId): readonly DomainEvent[] => [
      { type: 'SeatOpened', seatId, label: seatId, constituencyId, nominatorIds: [], votingRight: 'full' },
      {
        type: 'SeatFilled',
        seatId,
        seatingId: `${seatId}-a`,
        holder: { kind: 'person', id: `person-of-${seatId}` },
        startsAt: parseWhen(recording.at, zone) ?? unknownWhen,
      },
    ]),
  );
  const established = { type: 'BodyEstablished', name, classification: 'committee', timeZone: zone } as const;
  await recordEvents(ledger, `body-${bodyId}`, [established, ...constituencies, ...seats], recording);
}

const eligibility: motion.Eligibility = {
  constituencyIds,
  seats: constituencyIds.flatMap((constituencyId) =>
    seatsOf(constituencyId).map((seatId) => ({
      seatId,
      label: seatId,
      constituencyId,
      votingRight: 'full' as const,
      filled: true,
      roles: [],
    })),
  ),
  authorized: {
    body: 4,
    constituencies: constituencyIds.map((constituencyId) => ({ constituencyId, seats: 2 })),
  },
};

const majority = { base: 'votes_cast', num: 1, den: 2, cmp: 'gt' } as const;

const rule: tally.DecisionRule = {
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

export type Vote = Readonly<{ motionId: string; bodyId: string; title: string; noes?: readonly string[] }>;

/** A motion from its draft to its disposition: three events before the vote is closed, two with it. */
export async function recordDecision(
  ledger: EventStore,
  { motionId, bodyId, title, noes = [] }: Vote,
  recording: Recording,
): Promise<void> {
  const text = `${title}: the whole text.`;
  const textSha256 = hash('sha256', text);
  const voteEventId = 'v-1';
  const rollCall = eligibility.seats.map(({ seatId, constituencyId }) => ({
    seatId,
    ...(constituencyId !== undefined && { constituencyId }),
    option: noes.includes(seatId) ? ('no' as const) : ('yes' as const),
    present: true,
  }));
  const counted = tally.tally(rule, eligibility, rollCall);
  const closed: motion.VoteClosed = {
    type: 'VoteClosed',
    voteEventId,
    rollCall,
    tally: counted,
    meetingRevision: 3,
  };
  const disposed: DomainEvent =
    counted.result === 'pass'
      ? { type: 'MotionAdopted', voteEventId }
      : { type: 'MotionRejected', voteEventId, reason: counted.reason ?? 'TEST_FAILED' };
  const opened: motion.VoteOpened = {
    type: 'VoteOpened',
    voteEventId,
    meetingId: 'meeting-1',
    textSha256,
    rule,
    eligibility,
    rosterRevision: 10,
    meetingRevision: 3,
    method: 'roll_call',
  };
  const stream = `motion-${motionId}`;
  const drafted = { type: 'MotionDrafted', bodyId, title, text, textSha256, classification: 'main' } as const;
  const moved = {
    type: 'MotionMoved',
    meetingId: 'meeting-1',
    seatId: 'district-1',
    constituencyId: 'district',
  } as const;
  await recordEvents(ledger, stream, [drafted, moved, opened], recording);
  await recordEvents(ledger, stream, [closed, disposed], recording);
}
