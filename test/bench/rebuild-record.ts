import { createHash } from 'node:crypto';
import { atInstant, streamName, tally } from '#governance';
import type { DomainEvent, motion, When } from '#governance';
import type { EventStore } from '#event-store';
import { encode, uuidV7 } from '#recording';

/*
 * A record as committees make it: bodies of sixteen seats, meetings that all members attend, four motions in
 * each with a ballot of every seat. Of a hundred events, about sixty are ballots.
 */

/** The events of one stream, one command each. */
type Stream = Readonly<{ name: string; events: readonly DomainEvent[] }>;

const sides = ['district', 'union'] as const;
const seats = sides.flatMap((side) =>
  Array.from({ length: 8 }, (_, n) => ({ seatId: `${side}-${n + 1}`, side })),
);
const eligible: readonly motion.EligibleSeat[] = seats.map(({ seatId, side }, n) => ({
  seatId,
  label: `Seat ${n + 1} of the ${side}`,
  constituencyId: side,
  votingRight: 'full',
  filled: true,
  roles: n % 8 === 0 ? ['co_chair'] : [],
}));
const eligibility: motion.Eligibility = {
  constituencyIds: [...sides],
  seats: eligible,
  authorized: { body: 16, constituencies: sides.map((constituencyId) => ({ constituencyId, seats: 8 })) },
};

const clauseRef = { instrument: 'bylaws', version: '2023', clause: '4.2' };
const ofSeats = { base: 'seats_authorized', num: 1, den: 2, cmp: 'gt' } as const;
const ofVotes = { base: 'votes_cast', num: 1, den: 2, cmp: 'gt', minimumYes: 1 } as const;
const rule: tally.DecisionRule = {
  ruleId: 'concurrent-majority',
  clauseRef,
  quorum: [
    { scope: 'body', ...ofSeats },
    { scope: 'each_constituency', ...ofSeats },
  ],
  passIfAny: [
    [
      { scope: 'body', ...ofVotes },
      { scope: 'each_constituency', ...ofVotes },
    ],
  ],
  abstention: 'excluded',
  recusal: { countsForQuorum: false, reducesSeatBase: false },
  emptyBase: 'fail',
  tie: 'fails',
};

const when = (): When => atInstant(new Date().toISOString());

function bodyStream(bodyId: string): Stream {
  const perConstituency = sides.map((constituencyId) => ({ constituencyId, voting: 8 }));
  const events: DomainEvent[] = [
    { type: 'BodyEstablished', name: `Committee ${bodyId}`, classification: 'committee', timeZone: 'UTC' },
    ...sides.map((side): DomainEvent => ({ type: 'ConstituencyDefined', constituencyId: side, name: side })),
    { type: 'CompositionRuleAdopted', clauseRef, perConstituency },
    ...eligible.map(
      ({ seatId, label, side = seatId }: motion.EligibleSeat & { side?: string }): DomainEvent => ({
        type: 'SeatOpened',
        seatId,
        label,
        constituencyId: side.split('-')[0] ?? side,
        nominatorIds: [],
        votingRight: 'full',
      }),
    ),
    ...seats.map(({ seatId }): DomainEvent => ({
      type: 'SeatFilled',
      seatId,
      seatingId: `${seatId}-1`,
      holder: { kind: 'person', id: uuidV7() },
      startsAt: when(),
    })),
  ];
  return { name: streamName('body', bodyId), events };
}

const places = [{ kind: 'web', description: 'Online', url: 'https://example.org/agenda' }] as const;

function meetingStream(meetingId: string, bodyId: string, motionIds: readonly string[]): Stream {
  const items = motionIds.map((motionId, n) => ({
    itemId: `item-${n + 1}`,
    number: String(n + 1),
    title: `Recommend the school in the matter of ${motionId}`,
    description: 'The committee considers the application and may act on it.',
    kind: 'action' as const,
    motionId,
  }));
  const events: DomainEvent[] = [
    { type: 'MeetingScheduled', bodyId, meetingType: 'regular', startsAt: when(), timeZone: 'UTC', places },
    ...items.map((item): DomainEvent => ({ type: 'AgendaItemAdded', ...item })),
    { type: 'AgendaPosted', postingId: 'posting-1', places, itemIds: items.map(({ itemId }) => itemId) },
    { type: 'MeetingCalledToOrder', presiding: { kind: 'seat', id: 'district-1' } },
    ...seats.map(({ seatId }): DomainEvent => ({
      type: 'MemberArrived',
      seatId,
      by: 'member',
      mode: 'in_person',
    })),
    ...items.flatMap(({ itemId }): readonly DomainEvent[] => [
      { type: 'AgendaItemOpened', itemId },
      { type: 'AgendaItemClosed', itemId },
    ]),
    { type: 'MemberDeparted', seatId: 'union-8' },
    { type: 'MeetingAdjourned' },
  ];
  return { name: streamName('meeting', meetingId), events };
}

const optionOf = (n: number): tally.VoteOption => (n % 5 === 0 ? 'no' : n % 7 === 0 ? 'abstain' : 'yes');

function voteEvents(
  meetingId: string,
  itemId: string,
  textSha256: string,
  turn: number,
): readonly DomainEvent[] {
  const voteEventId = 'vote-1';
  const rollCall = seats.map(({ seatId, side }, n) => ({
    seatId,
    constituencyId: side,
    option: optionOf(n + turn),
    present: true,
    by: 'member' as const,
  }));
  const outcome = tally.tally(rule, eligibility, rollCall);
  const opening = {
    voteEventId,
    meetingId,
    itemId,
    textSha256,
    rule,
    eligibility,
    method: 'roll_call',
  } as const;
  return [
    { type: 'VoteOpened', ...opening, rosterRevision: 35, meetingRevision: 24 },
    ...rollCall.map(({ seatId, option, by }): DomainEvent => ({
      type: 'BallotRecorded',
      voteEventId,
      seatId,
      option,
      by,
    })),
    { type: 'VoteClosed', voteEventId, rollCall, tally: outcome, meetingRevision: 24 },
    outcome.result === 'pass'
      ? { type: 'MotionAdopted', voteEventId }
      : { type: 'MotionRejected', voteEventId, reason: outcome.reason ?? 'TEST_FAILED' },
  ];
}

function motionStream(motionId: string, bodyId: string, meetingId: string, turn: number): Stream {
  const itemId = `item-${(turn % 4) + 1}`;
  const title = 'Recommend the school as proposed';
  const text =
    `Resolved, that the committee recommend application ${motionId} to the Board as proposed. `.repeat(4);
  const textSha256 = createHash('sha256').update(text).digest('hex');
  const events: DomainEvent[] = [
    { type: 'MotionDrafted', bodyId, title, text, textSha256, classification: 'main' },
    { type: 'MotionSubmitted', seatId: 'district-2' },
    { type: 'MotionAgendized', meetingId, itemId },
    { type: 'MotionMoved', meetingId, seatId: 'district-2', constituencyId: 'district' },
    { type: 'MotionSeconded', seatId: 'union-3', constituencyId: 'union' },
    ...voteEvents(meetingId, itemId, textSha256, turn),
  ];
  return { name: streamName('motion', motionId), events };
}

/** Streams without end: a body, then sixteen meetings of it, then the next body. */
function* streams(): Generator<Stream, void, void> {
  for (let turn = 0; ; turn++) {
    const bodyId = uuidV7();
    yield bodyStream(bodyId);
    for (let meeting = 0; meeting < 16; meeting++) {
      const meetingId = uuidV7();
      const motionIds = Array.from({ length: 4 }, () => uuidV7());
      yield meetingStream(meetingId, bodyId, motionIds);
      for (const [n, motionId] of motionIds.entries())
        yield motionStream(motionId, bodyId, meetingId, 4 * (turn + meeting) + n);
    }
  }
}

const recordedBy = { actorId: uuidV7(), role: 'secretary' };

/** Every event comes with a command of its own, as the API records it; few carry a finding. */
const encoded = ({ events }: Stream) =>
  events.flatMap((event, n) => {
    const commandId = uuidV7();
    const commandDigest = createHash('sha256').update(commandId).digest('hex');
    const who = { recordedBy, commandId, commandDigest, correlationId: commandId };
    const finding = {
      code: 'NOTICE_TOO_SHORT',
      severity: 'warning',
      inputs: { hours: 70, needed: 72 },
    } as const;
    const findings = n % 50 === 5 && commandDigest.startsWith('0') ? [finding] : [];
    return encode([event], { ...who, mode: 'live', visibility: 'public' }, when(), findings);
  });

/** Appends whole streams until the store holds at least so many events. */
export async function fillRecord(store: EventStore, events: number): Promise<void> {
  const source = streams();
  let recorded = 0;
  const appender = async () => {
    while (recorded < events) {
      const { value: stream } = source.next();
      if (!stream) return;
      recorded += stream.events.length;
      await store.append(stream.name, 'noStream', encoded(stream));
    }
  };
  await Promise.all(Array.from({ length: 32 }, appender));
}
