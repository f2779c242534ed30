import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  concurrentMajority,
  constituencies,
  establishCommittee,
  motionInMeeting,
  registerBylaws,
  patience,
  seatsOf,
  startLedger,
  votingClause,
} from '../testing/index.ts';
import type { TestLedger } from '../testing/index.ts';

const [bodyId, meetingId] = ['committee', 'september'];
const everyone = constituencies.flatMap((constituency) => seatsOf(constituency, 2));
const consensusFirst = {
  ...concurrentMajority,
  ruleId: 'consensus-first',
  mode: 'consensus_then_vote',
  consensus: { maxBlocks: 0, rounds: 2 },
};

const majority = {
  ...concurrentMajority,
  ruleId: 'officers',
  passIfAny: [[{ scope: 'body', base: 'votes_cast', num: 1, den: 2, cmp: 'gt' }]],
};

let ledger: TestLedger;
const at = (motionId: string, operation: string) => `/v1/motions/${motionId}/${operation}`;
const typesOf = ({ body }: Awaited<ReturnType<TestLedger['record']>>) =>
  (body.events as { type: string }[]).map(({ type }) => type);
const read = async (path: string) => {
  await ledger.caughtUp();
  return (await ledger.get(path)).body;
};
const sentences = async (decision: string) =>
  ((await read(`/v1/decisions/${decision}/explanation`)).sentences as string[]).join('\n');

/** A motion that the body has before it, moved and seconded. */
async function pending(motionId: string, itemId?: string, of = meetingId): Promise<void> {
  await ledger.record(at(motionId, 'draft-motion'), {
    bodyId,
    title: motionId,
    text: `Resolved: ${motionId}.`,
  });
  await ledger.record(at(motionId, 'submit-motion'), {});
  if (itemId !== undefined) await ledger.record(at(motionId, 'agendize-motion'), { meetingId: of, itemId });
}
async function moved(motionId: string): Promise<void> {
  await pending(motionId);
  await ledger.record(at(motionId, 'move-motion'), { meetingId, seatId: 'district-1' });
  await ledger.record(at(motionId, 'second-motion'), { seatId: 'union-1' });
}

beforeAll(async () => {
  ledger = await startLedger();
  await establishCommittee(ledger, bodyId, 2);
  await registerBylaws(ledger, bodyId, consensusFirst, 'consensus');
  await registerBylaws(ledger, bodyId, majority, 'officers');
  await motionInMeeting(ledger, { bodyId, meetingId, motionId: 'budget', present: everyone });
}, patience);
afterAll(() => ledger.close());

describe('consensus', () => {
  const say = (roundId: string, seatId: string, position: string, reason?: string) =>
    ledger.post(at('budget', 'record-consensus-position'), { roundId, seatId, position, reason });

  it('is sought before a vote where the rule wants it', async () => {
    const vote = { voteEventId: 'vote-1', clause: votingClause('consensus'), method: 'roll_call' };
    expect(await ledger.post(at('budget', 'open-vote'), vote)).toMatchObject({
      status: 422,
      body: { code: 'CONSENSUS_NOT_TRIED' },
    });
    const plain = { roundId: 'round-1', clause: votingClause(bodyId) };
    expect(await ledger.post(at('budget', 'call-consensus'), plain)).toMatchObject({
      body: { code: 'CONSENSUS_NOT_IN_RULE' },
    });
  });

  it('takes everybody’s position, and a reason with a block', async () => {
    await ledger.record(at('budget', 'call-consensus'), {
      roundId: 'round-1',
      clause: votingClause('consensus'),
      calledBy: { kind: 'seat', id: 'union-1' },
    });
    expect((await read('/v1/motions?status=seeking_consensus')).items).toMatchObject([
      { motionId: 'budget' },
    ]);
    expect(await say('round-1', 'union-2', 'block')).toMatchObject({
      body: { code: 'BLOCK_REASON_REQUIRED' },
    });
    expect((await say('round-1', 'union-2', 'block', 'The schools were not asked.')).status).toBe(201);
    expect(await ledger.post(at('budget', 'close-consensus'), { roundId: 'round-1' })).toMatchObject({
      body: { code: 'POSITIONS_MISSING', inputs: { seatIds: ['district-1', 'district-2', 'union-1'] } },
    });
    for (const seatId of ['district-1', 'district-2', 'union-1'])
      expect((await say('round-1', seatId, 'agree')).status).toBe(201);
  });

  it('fails on a block, and shows who blocked and why', async () => {
    const closed = await ledger.record(at('budget', 'close-consensus'), { roundId: 'round-1' });
    expect(typesOf(closed)).toEqual(['ConsensusFailed']);
    expect(await read('/v1/motions/budget')).toMatchObject({
      status: 'pending',
      consensusRounds: [
        {
          roundId: 'round-1',
          round: 1,
          status: 'failed',
          reason: 'BLOCKED',
          next: ['round', 'vote'],
          positions: [
            { seatId: 'union-2', position: 'block', reason: 'The schools were not asked.' },
            {},
            {},
            {},
          ],
        },
      ],
    });
  });

  it('is reached in the second round, and adopts at once', async () => {
    await ledger.record(at('budget', 'call-consensus'), {
      roundId: 'round-2',
      clause: votingClause('consensus'),
    });
    for (const seatId of everyone) await say('round-2', seatId, 'agree');
    await ledger.record(at('budget', 'change-consensus-position'), {
      roundId: 'round-2',
      seatId: 'union-2',
      position: 'stand_aside',
      reason: 'For one year.',
    });
    const closed = await ledger.record(at('budget', 'close-consensus'), { roundId: 'round-2' });
    expect(typesOf(closed)).toEqual(['ConsensusReached', 'MotionAdopted']);
    expect(await read('/v1/decisions/budget:round-2')).toMatchObject({
      manner: 'consensus',
      outcome: 'adopted',
      counts: {},
      consensus: {
        positions: [{}, {}, {}, { label: 'Seat union-2', position: 'stand_aside', reason: 'For one year.' }],
        trace: { result: 'reached', agreeing: 3, standAsides: { count: 1, max: null } },
      },
      rule: { clauseRef: { clause: '5.3' } },
    });
    expect(await sentences('budget:round-2')).toMatch(
      /by clause 5\.3[^]*3 agree, 1 stand aside[^]*Blocks: 0, at most 0 allowed: met[^]*adopted by consensus/,
    );
  });

  it('may be broken off', async () => {
    await moved('library');
    await ledger.record(at('library', 'call-consensus'), {
      roundId: 'round-1',
      clause: votingClause('consensus'),
    });
    await ledger.record(at('library', 'abort-consensus'), { roundId: 'round-1', reason: 'Fire alarm.' });
    expect(await read('/v1/motions/library')).toMatchObject({
      status: 'pending',
      consensusRounds: [{ status: 'aborted', reason: 'Fire alarm.' }],
    });
  });
});

describe('unanimous consent', () => {
  it('adopts without ballots; who was there is on record', async () => {
    await moved('thanks');
    const declared = await ledger.record(at('thanks', 'declare-unanimous-consent'), {
      consentId: 'consent-1',
      clause: votingClause(bodyId),
    });
    expect(typesOf(declared)).toEqual(['UnanimousConsentDeclared', 'MotionAdopted']);
    expect(await read('/v1/decisions/thanks:consent-1')).toMatchObject({
      manner: 'unanimous_consent',
      rollCall: [],
      counts: {},
      consent: {
        present: everyone.map((seatId) => ({ seatId, label: `Seat ${seatId}` })),
        quorum: { pass: true },
      },
    });
    expect(await sentences('thanks:consent-1')).toMatch(
      /4 voting seats present nobody objected[^]*no ballots/,
    );
  });

  it('one objection converts to a vote (RR-16)', async () => {
    await moved('parking');
    await ledger.record(at('parking', 'object-to-unanimous-consent'), { seatId: 'union-2' });
    const declare = { consentId: 'consent-1', clause: votingClause(bodyId) };
    expect(await ledger.post(at('parking', 'declare-unanimous-consent'), declare)).toMatchObject({
      body: { code: 'UNANIMOUS_CONSENT_OBJECTED', rule: 'RR-16' },
    });
    expect(await read('/v1/motions/parking')).toMatchObject({ objections: [{ seatId: 'union-2' }] });
  });
});

describe('the consent calendar', () => {
  const consentItem = (itemId: string, number: string, motionId: string, of = meetingId) =>
    ledger.record(`/v1/meetings/${of}/add-agenda-item`, {
      itemId,
      number,
      title: motionId,
      kind: 'consent',
      motionId,
    });

  it('adopts what nobody pulled, each motion in a stream of its own', async () => {
    for (const [n, motionId] of ['minutes', 'invoices', 'contract'].entries()) {
      await consentItem(`consent-${n}`, `9.${n}`, motionId);
      await pending(motionId, `consent-${n}`);
    }
    await moved('calendar');
    await ledger.record(at('calendar', 'compile-consent-calendar'), { meetingId });
    await ledger.record(`/v1/meetings/${meetingId}/pull-from-consent`, {
      itemId: 'consent-2',
      seatId: 'union-1',
    });
    const declare = { consentId: 'consent-1', clause: votingClause(bodyId) };
    expect(await ledger.post(at('calendar', 'declare-unanimous-consent'), declare)).toMatchObject({
      body: { code: 'CONSENT_ITEM_PULLED', inputs: { itemIds: ['consent-2'] } },
    });
    await ledger.record(at('calendar', 'compile-consent-calendar'), { meetingId });
    expect(
      await ledger.post(at('minutes', 'adopt-by-consent-calendar'), { byMotionId: 'calendar' }),
    ).toMatchObject({
      body: { code: 'CONSENT_CALENDAR_NOT_ADOPTED' },
    });
    await ledger.record(at('calendar', 'declare-unanimous-consent'), declare);
    // One command disposes of the calendar; its motions follow by themselves.
    await ledger.settled();
    const repeated = await ledger.post(at('minutes', 'adopt-by-consent-calendar'), {
      byMotionId: 'calendar',
    });
    expect(repeated.body).toMatchObject({ inputs: { status: 'adopted' } });
    expect(
      await ledger.post(at('contract', 'adopt-by-consent-calendar'), { byMotionId: 'calendar' }),
    ).toMatchObject({
      body: { code: 'NOT_ON_CONSENT_CALENDAR' },
    });
    expect(await read('/v1/decisions/invoices:calendar')).toMatchObject({
      manner: 'consent_calendar',
      outcome: 'adopted',
      calendar: { byMotionId: 'calendar', decisionId: 'calendar:consent-1' },
    });
    expect(await read('/v1/motions/minutes')).toMatchObject({ status: 'adopted', adoptedWith: 'calendar' });
    expect(await read('/v1/motions/contract')).toMatchObject({ status: 'agendized' });
    expect(await sentences('invoices:calendar')).toContain('calendar:consent-1');
  });

  it.each(['minutes', 'historical_import'])(
    'adopts them in one act in %s, too',
    async (recordingMode) => {
      const [past, calendar] = [`${recordingMode}-meeting`, `${recordingMode}-calendar`];
      await motionInMeeting(ledger, { bodyId, meetingId: past, motionId: calendar, present: everyone });
      const members = ['north', 'south'].map((name) => `${recordingMode}-${name}`);
      for (const [n, motionId] of members.entries()) {
        await consentItem(`consent-${n}`, `9.${n}`, motionId, past);
        await pending(motionId, `consent-${n}`, past);
      }
      const told = () => ({ recordingMode, occurredAt: new Date().toISOString() });
      await ledger.record(at(calendar, 'compile-consent-calendar'), { meetingId: past, ...told() });
      const declare = { consentId: 'consent-1', clause: votingClause(bodyId) };
      await ledger.record(at(calendar, 'declare-unanimous-consent'), { ...declare, ...told() });
      await ledger.settled();
      for (const motionId of members)
        expect(await read(`/v1/motions/${motionId}`)).toMatchObject({
          status: 'adopted',
          adoptedWith: calendar,
        });
    },
    30_000,
  );

  it('an item on it was voted on, also where its own motion does not say so yet', async () => {
    const item = {
      itemId: 'calendar-item',
      number: '9',
      title: 'Consent calendar',
      kind: 'action',
      motionId: 'calendar',
    };
    await ledger.record(`/v1/meetings/${meetingId}/add-agenda-item`, item);
    const pull = { itemId: 'consent-1', seatId: 'union-1' };
    expect(await ledger.post(`/v1/meetings/${meetingId}/pull-from-consent`, pull)).toMatchObject({
      body: { code: 'CONSENT_ALREADY_VOTED' },
    });
  });
});

describe('an election', () => {
  const nominate = (motionId: string, candidateId: string, id: string) =>
    ledger.record(at(motionId, 'nominate-candidate'), { candidateId, candidate: { kind: 'seat', id } });
  async function called(motionId: string, ...candidates: readonly string[]): Promise<void> {
    await pending(motionId);
    await ledger.record(at(motionId, 'call-election'), { meetingId, role: 'chair' });
    for (const id of candidates) await nominate(motionId, id, id);
    await ledger.record(at(motionId, 'close-nominations'), {});
  }
  const cast = (ballotingId: string, seatId: string, candidateId: string) =>
    ledger.record(at('chair', 'record-election-ballot'), {
      ballotingId,
      seatId,
      option: 'candidate',
      candidateId,
    });

  it('goes on until somebody has the majority, and eliminates nobody', async () => {
    await called('chair', 'district-1', 'union-1');
    await ledger.record(at('chair', 'open-election-round'), {
      ballotingId: 'b1',
      clause: votingClause('officers'),
      method: 'written',
    });
    for (const seatId of everyone)
      await cast('b1', seatId, seatId.startsWith('union') ? 'union-1' : 'district-1');
    expect(typesOf(await ledger.record(at('chair', 'close-election-round'), { ballotingId: 'b1' }))).toEqual([
      'ElectionRoundClosed',
    ]);
    await ledger.record(at('chair', 'open-election-round'), {
      ballotingId: 'b2',
      clause: votingClause('officers'),
      method: 'written',
    });
    for (const seatId of everyone)
      await cast('b2', seatId, seatId === 'district-2' ? 'district-1' : 'union-1');
    expect(typesOf(await ledger.record(at('chair', 'close-election-round'), { ballotingId: 'b2' }))).toEqual([
      'ElectionRoundClosed',
      'ElectionDecided',
      'MotionAdopted',
    ]);
    expect(await read('/v1/decisions/chair:b2')).toMatchObject({
      manner: 'election',
      election: { role: 'chair', candidateId: 'union-1', candidate: { kind: 'seat', id: 'union-1' } },
      ballots: { trace: { candidates: [{ votes: 1 }, { votes: 3 }], electedId: 'union-1' } },
    });
    expect(await sentences('chair:b2')).toMatch(
      /Candidate union-1: 3 votes[^]*3 of 4 votes cast[^]*union-1 is elected/,
    );
    expect(await read('/v1/motions/chair')).toMatchObject({
      election: { electedId: 'union-1', rounds: [{ status: 'closed' }, { electedId: 'union-1' }] },
    });
  });

  it('by secret ballot tells totals, and nobody’s ballot', async () => {
    await called('secretary', 'district-2', 'union-2');
    await ledger.record(at('secretary', 'open-election-round'), {
      ballotingId: 'b1',
      clause: votingClause('officers'),
      method: 'secret',
    });
    const ballot = { ballotingId: 'b1', seatId: 'union-1', option: 'candidate', candidateId: 'union-2' };
    expect(await ledger.post(at('secretary', 'record-election-ballot'), ballot)).toMatchObject({
      body: { code: 'BALLOT_WOULD_BE_ATTRIBUTED' },
    });
    await ledger.record(at('secretary', 'report-tellers'), {
      ballotingId: 'b1',
      tellers: [{ kind: 'seat', id: 'district-1' }],
      totals: [
        { candidateId: 'union-2', value: 3 },
        { candidateId: 'district-2', value: 1 },
      ],
    });
    await ledger.record(at('secretary', 'close-election-round'), { ballotingId: 'b1' });
    const { ballots } = await read('/v1/decisions/secretary:b1');
    expect(ballots).toMatchObject({ roll: [], presentSeatIds: everyone, trace: { electedId: 'union-2' } });
  });

  it('of a candidate without opposition is by acclamation', async () => {
    await called('vice-chair', 'union-2');
    await ledger.record(at('vice-chair', 'declare-unanimous-consent'), {
      consentId: 'c1',
      clause: votingClause('officers'),
    });
    expect(await read('/v1/decisions/vice-chair:c1')).toMatchObject({
      manner: 'unanimous_consent',
      election: { candidateId: 'union-2' },
    });
  });

  it('a candidate may decline, and a round may be broken off', async () => {
    await called('treasurer', 'district-1', 'union-1');
    await ledger.record(at('treasurer', 'open-election-round'), {
      ballotingId: 'b1',
      clause: votingClause('officers'),
      method: 'written',
    });
    await ledger.record(at('treasurer', 'abort-election-round'), {
      ballotingId: 'b1',
      reason: 'A candidate declined.',
    });
    await ledger.record(at('treasurer', 'withdraw-candidate'), { candidateId: 'union-1' });
    expect(await read('/v1/motions/treasurer')).toMatchObject({
      election: {
        candidates: [{}, { candidateId: 'union-1', withdrawn: true }],
        rounds: [{ status: 'aborted' }],
      },
    });
  });
});

describe('a neutral chair without a vote', () => {
  const [body, meeting, motionId] = ['chaired', 'chaired-september', 'chaired-budget'];
  const chair = { seatId: 'neutral', label: 'Chair', nominatorIds: [], votingRight: 'none' };
  const demanded = { ...majority, ruleId: 'chaired', quorum: [{ mandatorySeats: ['chair'] }] };

  it('is part of the quorum that demands it, and of no count', async () => {
    await establishCommittee(ledger, body, 1, demanded);
    await ledger.record(`/v1/bodies/${body}/open-seat`, chair);
    await ledger.record(`/v1/bodies/${body}/fill-seat`, {
      seatId: 'neutral',
      seatingId: 'neutral-first',
      holder: { kind: 'person', id: 'facilitator' },
      startsAt: '2020',
    });
    const holder = { kind: 'seat', id: 'neutral' };
    await ledger.record(`/v1/bodies/${body}/assign-role`, { roleId: 'chair', role: 'chair', holder });
    const present = ['district-1', 'union-1', 'neutral'];
    await motionInMeeting(ledger, { bodyId: body, meetingId: meeting, motionId, present });
    const vote = { voteEventId: 'vote-1', clause: votingClause(body), method: 'roll_call' };
    await ledger.record(at(motionId, 'open-vote'), vote);
    for (const seatId of ['district-1', 'union-1'])
      await ledger.record(at(motionId, 'record-ballot'), { voteEventId: 'vote-1', seatId, option: 'yes' });
    await ledger.record(at(motionId, 'close-vote'), { voteEventId: 'vote-1' });
    expect(await read(`/v1/decisions/${motionId}:vote-1`)).toMatchObject({
      outcome: 'adopted',
      counts: { yes: 2 },
      withoutVote: [{ seatId: 'neutral', label: 'Chair', option: 'not voting', present: true }],
      tally: { quorum: { pass: true, tests: [{ parts: [{ selector: 'chair', pass: true }] }] } },
    });
  });
});
