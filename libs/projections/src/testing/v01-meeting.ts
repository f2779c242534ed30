import { createHash } from 'node:crypto';
import { atInstant, body, meeting, motion, organization } from '#governance';
import type { tally } from '#governance';
import { on } from './body-histories.ts';
import { decidedStream } from './decided-stream.ts';
import type { Recording } from './decided-stream.ts';
import { TestRecord } from './record.ts';

/*
 * A whole meeting through the deciders: a committee of eight and eight, of which twelve vote yes, and one of the
 * two constituencies does not agree (vector V01).
 */

export const committeeId = 'committee';
export const meetingId = 'september';
export const motionId = 'two-more-schools';
export const voteEventId = 'vote-1';
export const text = 'Resolved, that two more schools are recommended.';
export const textSha256 = createHash('sha256').update(text).digest('hex');

const zone = 'America/Los_Angeles';
const founded = on('2026-08-01');
const clauseRef = { instrument: 'bylaws', version: '2023', clause: 'IV.3' } as const;
const constituencyIds = ['LAUSD', 'UTLA'] as const;

/** Eight seats of a side, the first of them its co-chair's. */
const seatsOf = (constituencyId: string): readonly string[] =>
  Array.from({ length: 8 }, (_, i) => `${constituencyId.toLowerCase()}-${i + 1}`);
export const members = constituencyIds.flatMap(seatsOf);

const ofSeats = { base: 'seats_authorized', num: 1, den: 2, cmp: 'gt' } as const;
const ofVotes = { base: 'votes_cast', num: 1, den: 2, cmp: 'gt' } as const;

/** A majority of the body and of each constituency, with a quorum of both and both co-chairs. */
export const concurrentMajority: tally.DecisionRule = {
  ruleId: 'concurrent-majority',
  clauseRef,
  quorum: [
    { scope: 'body', ...ofSeats },
    { scope: 'each_constituency', ...ofSeats },
    { mandatorySeats: ['co_chair:LAUSD', 'co_chair:UTLA'] },
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

/** So many minutes after the call to order, in the evening of 8 September 2026. */
export const minutes = (n: number) =>
  atInstant(new Date(Date.parse('2026-09-08T23:00:00.000Z') + n * 60_000).toISOString());

const seatCommands = (constituencyId: string): readonly body.Command[] =>
  seatsOf(constituencyId).flatMap((seatId, i): readonly body.Command[] => [
    {
      type: 'OpenSeat',
      seatId,
      label: `${constituencyId} seat ${i + 1}`,
      constituencyId,
      nominatorIds: [],
      votingRight: 'full',
    },
    {
      type: 'FillSeat',
      seatId,
      seatingId: `${seatId}-2026`,
      holder: { kind: 'person', id: `person-${seatId}` },
      startsAt: founded,
      endsAt: on('2028-07-01'),
    },
  ]);

const bodyCommands: readonly body.Command[] = [
  { type: 'EstablishBody', name: 'Steering Committee', classification: 'committee', timeZone: zone },
  { type: 'DetermineOpenMeetingRegime', regime: 'BYLAWS_ONLY', basis: 'Bylaws 9', effectiveFrom: founded },
  ...constituencyIds.map((constituencyId): body.Command => ({
    type: 'DefineConstituency',
    constituencyId,
    name: `Side of ${constituencyId}`,
    organizationId: constituencyId.toLowerCase(),
  })),
  {
    type: 'AdoptCompositionRule',
    clauseRef,
    perConstituency: constituencyIds.map((constituencyId) => ({ constituencyId, voting: 8, advisory: 1 })),
    parity: true,
  },
  ...constituencyIds.flatMap(seatCommands),
  { type: 'OpenSeat', seatId: 'pupil', label: 'Pupil', nominatorIds: [], votingRight: 'advisory' },
  {
    type: 'FillSeat',
    seatId: 'pupil',
    seatingId: 'pupil-2026',
    holder: { kind: 'person', id: 'person-pupil' },
    startsAt: founded,
  },
  ...constituencyIds.map((constituencyId): body.Command => ({
    type: 'AssignRole',
    roleId: `co-chair-${constituencyId}`,
    role: 'co_chair',
    holder: { kind: 'seat', id: `${constituencyId.toLowerCase()}-1` },
  })),
];

const bodyFacts = (bodyId: string): body.Facts => ({
  at: founded,
  bodyId,
  organizationIds: new Set(['lausd', 'utla']),
  relatedBody: undefined,
  authority: undefined,
});

const rulesOfOrder = { table: 'RONR' } as const;

const clause = { instrumentId: 'bylaws', clauseId: 'voting' } as const;

/** The rule that a vote tells here is bound to clause IV.3, which the vote names. */
function underBylaws(command: motion.Command): readonly [motion.Command, motion.BoundRuleFact] {
  if (command.type !== 'OpenVote' || !command.rule) return [command, {}];
  const { rule, ...named } = command;
  const pin = { ...clause, instrumentRevision: 4, versionId: '2023', ruleId: rule.ruleId };
  return [{ ...named, clause }, { boundRule: { ...pin, rule, inconsistent: false, clauseAmended: false } }];
}

/** Nothing else is before the body. */
export const alone: motion.ProcedureFacts = {
  motionId,
  motions: new Map(),
  rulesOfOrder,
  isCommittee: false,
  sha256: () => textSha256,
  timeZone: 'America/Los_Angeles',
  nextRegularMeeting: undefined,
};

/** The committee with its streams, each command recorded in its turn. */
export function assembly(recording: Recording = {}) {
  const record = new TestRecord();
  const committee = decidedStream(record, body.decider, committeeId);
  const sessions = decidedStream(record, meeting.decider, meetingId);
  const motions = decidedStream(record, motion.decider, motionId);

  for (const [id, name] of [
    ['lausd', 'School district'],
    ['utla', 'Teachers’ union'],
  ] as const)
    decidedStream(record, organization.decider, id).execute(
      { type: 'RegisterOrganization', name },
      { at: founded },
      recording,
    );
  for (const command of bodyCommands) committee.execute(command, bodyFacts(committeeId), recording);

  const rosterAt = (at: ReturnType<typeof minutes>) =>
    body.rosterAt(committee.state(), at, { bodyId: committeeId, revision: committee.revision() });
  const regime = 'BYLAWS_ONLY' as const;
  const meet = (n: number, command: meeting.Command, more: Recording = {}): void => {
    const at = minutes(n);
    const others = {
      votes: new Map(),
      earlierMeetings: new Map(),
      motions: new Map(),
      meetingId,
      rulesOfOrder,
    };
    const facts = { at, roster: rosterAt(at), regime, ...others };
    sessions.execute(command, facts, { ...recording, ...more });
  };
  const decide = (n: number, command: motion.Command, more: Recording = {}): void => {
    const at = minutes(n);
    const roster = rosterAt(at);
    const pinned = { meetingId, revision: sessions.revision() };
    const attendance = meeting.attendanceAt(sessions.state(), at, pinned);
    const others = {
      secondFromOtherConstituency: false,
      textSha256,
      toBody: undefined,
      ...alone,
    };
    const facts = { at, roster, attendance, regime, ...others };
    const [named, bound] = underBylaws(command);
    motions.execute(named, { ...facts, ...bound }, { ...recording, ...more });
  };
  return { record, committee, meet, decide, motions };
}

const day = -24 * 60;

/** The meeting to the opening of the vote: everybody present, the motion moved and seconded. */
export function meetingBeforeVote(recording: Recording = {}, ofDraft: Recording = {}) {
  const all = assembly(recording);
  const { meet, decide } = all;
  const item = { itemId: 'item-1', number: '1', title: 'Schools', kind: 'action', motionId } as const;
  meet(10 * day, {
    type: 'ScheduleMeeting',
    bodyId: committeeId,
    meetingType: 'regular',
    title: 'September meeting',
    startsAt: minutes(0),
    timeZone: zone,
    places: [{ kind: 'physical', description: 'Board room' }],
  });
  meet(9 * day, { type: 'AddAgendaItem', ...item });
  meet(8 * day, {
    type: 'PostAgenda',
    postingId: 'first',
    places: [{ kind: 'physical', description: 'Door' }],
    itemIds: ['item-1'],
  });
  decide(9 * day, { type: 'DraftMotion', bodyId: committeeId, title: 'Two more schools', text }, ofDraft);
  decide(9 * day + 1, { type: 'SubmitMotion' });
  decide(9 * day + 2, { type: 'AgendizeMotion', meetingId, itemId: 'item-1' });
  meet(0, { type: 'CallToOrder', presiding: { kind: 'seat', id: 'lausd-1' } });
  for (const seatId of [...members, 'pupil'])
    meet(1, { type: 'RecordArrival', seatId, by: 'member', mode: 'in_person' });
  meet(2, { type: 'EstablishQuorum', quorum: concurrentMajority.quorum });
  meet(3, { type: 'OpenItem', itemId: 'item-1' });
  decide(4, { type: 'MoveMotion', meetingId, seatId: 'lausd-2' });
  decide(5, { type: 'SecondMotion', seatId: 'utla-2' });
  return all;
}

/** How each seat votes: the whole of LAUSD and four of UTLA say yes. */
export const v01 = new Map(
  members.map((seatId) => [seatId, seatId.startsWith('utla') && Number(seatId.at(-1)) > 4 ? 'no' : 'yes']),
) as ReadonlyMap<string, 'yes' | 'no'>;

/** The whole of the meeting, to its adjournment. */
export function v01Meeting(recording: Recording = {}): TestRecord {
  const { record, meet, decide } = meetingBeforeVote(recording);
  decide(10, { type: 'OpenVote', voteEventId, rule: concurrentMajority, method: 'roll_call' });
  decide(11, { type: 'RecordAdvisoryBallot', voteEventId, seatId: 'pupil', option: 'yes' });
  for (const [seatId, option] of v01) decide(12, { type: 'RecordBallot', voteEventId, seatId, option });
  decide(15, { type: 'CloseVote', voteEventId });
  meet(16, { type: 'CloseItem', itemId: 'item-1' });
  meet(20, { type: 'Recess' });
  meet(30, { type: 'Reconvene' });
  meet(40, { type: 'RecordDeparture', seatId: 'utla-8' });
  meet(50, { type: 'RecordArrival', seatId: 'utla-8', by: 'member', mode: 'remote' });
  meet(60, { type: 'Adjourn' });
  return record;
}
