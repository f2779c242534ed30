import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { embedded } from '#engines/testing';
import {
  concurrentMajority,
  constituencies,
  establishCommittee,
  motionInMeeting,
  patience,
  seatsOf,
  startLedger,
  votingClause,
} from '../testing/index.ts';
import type { TestLedger } from '../testing/index.ts';

const [bodyId, meetingId, motionId] = ['committee', 'september', 'coordinators'];
const decision = `/v1/decisions/${motionId}:vote-1`;
const everyone = constituencies.flatMap((constituency) => seatsOf(constituency, 8));

let ledger: TestLedger;
const ballot = (seatId: string, option: string) =>
  ledger.post(`/v1/motions/${motionId}/record-ballot`, { voteEventId: 'vote-1', seatId, option });
const read = async (path: string) => {
  await ledger.caughtUp();
  return (await ledger.get(path)).body;
};

/** The clause as the vote cites it. */
const clauseRef = { instrument: votingClause(bodyId).instrumentId, version: '2023', clause: '5.3' };

beforeAll(async () => {
  ledger = await startLedger();
  await establishCommittee(ledger, bodyId, 8);
  await motionInMeeting(ledger, { bodyId, meetingId, motionId, present: everyone });
}, patience);
afterAll(() => ledger.close());

describe('a meeting recorded through the interface', () => {
  it('refuses a ballot before the vote is open', async () => {
    expect(await ballot('district-1', 'yes')).toMatchObject({ body: { code: 'VOTE_NOT_OPEN' } });
  });

  it('refuses a rule that is not bound to a clause, and says how to bind it', async () => {
    const { status, body } = await ledger.post(`/v1/motions/${motionId}/open-vote`, {
      voteEventId: 'vote-1',
      rule: concurrentMajority,
      method: 'roll_call',
    });
    expect([status, body.code]).toEqual([422, 'RULE_NOT_BOUND']);
    expect(body.detail).toContain('bindRule');
  });

  it('refuses a rule that cannot be evaluated, saying why', async () => {
    const rule = { ...concurrentMajority, passIfAny: [[]] };
    const { status, body } = await ledger.post(`/v1/motions/${motionId}/open-vote`, {
      recordingMode: 'minutes',
      occurredAt: new Date().toISOString(),
      voteEventId: 'vote-1',
      rule,
      method: 'roll_call',
    });
    expect([status, body.code]).toEqual([422, 'RULE_NOT_EVALUABLE']);
  });

  it('checks every field of a rule', async () => {
    const passIfAny = [[{ scope: 'body', base: 'votes', num: 1, den: 2, cmp: 'gt' }]];
    const quorum = [{ mandatorySeats: ['chair'], num: 1 }];
    const { status, body } = await ledger.post(`/v1/motions/${motionId}/open-vote`, {
      voteEventId: 'vote-1',
      rule: { ...concurrentMajority, passIfAny, quorum },
      method: 'roll_call',
    });
    expect(status).toBe(400);
    expect(body.errors).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ pointer: '/rule/passIfAny/0/0/base' }),
        expect.objectContaining({ pointer: '/rule/quorum/0/num' }),
      ]),
    );
  });

  it('opens the vote with text, rule, eligibility and roster revision pinned', async () => {
    await ledger.record(`/v1/motions/${motionId}/open-vote`, {
      voteEventId: 'vote-1',
      clause: votingClause(bodyId),
      method: 'roll_call',
    });
    const { items } = await read(`/v1/events?stream=motion-${motionId}`);
    expect((items as { type: string }[]).at(-1)).toMatchObject({
      type: 'VoteOpened',
      data: {
        rule: { ...concurrentMajority, clauseRef },
        boundRule: { ...votingClause(bodyId), versionId: '2023', ruleId: 'decides' },
        textSha256: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
        rosterRevision: expect.any(Number) as unknown,
        eligibility: { authorized: { body: 16 } },
      },
    });
  });

  it('takes sixteen ballots, and one of each seat only', async () => {
    for (const seatId of everyone) {
      const noes = ['union-5', 'union-6', 'union-7', 'union-8'];
      expect((await ballot(seatId, noes.includes(seatId) ? 'no' : 'yes')).status).toBe(201);
    }
    expect(await ballot('district-1', 'no')).toMatchObject({
      body: { code: 'DUPLICATE_BALLOT' },
    });
    expect(await ballot('parent-1', 'yes')).toMatchObject({ body: { code: 'NOT_ENTITLED_AS_OF' } });
  });

  it('closes the vote and disposes of the motion in one append: three quarters of the body, and no agreement', async () => {
    const { body } = await ledger.record(`/v1/motions/${motionId}/close-vote`, { voteEventId: 'vote-1' });
    expect((body.events as { type: string }[]).map(({ type }) => type)).toEqual([
      'VoteClosed',
      'MotionRejected',
    ]);
    expect(await read(decision)).toMatchObject({
      outcome: 'rejected',
      reason: 'TEST_FAILED',
      counts: { yes: 12, no: 4 },
      constituencies: [
        { constituencyId: 'district', counts: { yes: 8 }, result: 'pass' },
        { constituencyId: 'union', counts: { yes: 4, no: 4 }, result: 'fail' },
      ],
    });
  });

  it('explains the decision in sentences with the clause', async () => {
    const { sentences } = await read(`${decision}/explanation`);
    expect((sentences as string[]).join('\n')).toMatch(/union.*4 of 8 votes cast.*not met/);
    expect(sentences).toContain(`Rule concurrent-majority, by clause 5.3 of ${bodyId}-bylaws (2023).`);
    expect((await read(`${decision}/explanation`)).rule).toMatchObject({ clauseRef });
  });
});

describe('queries', () => {
  it('answer the same decision for the same revision, with an entity tag', async () => {
    await ledger.caughtUp();
    const { headers } = await ledger.get(decision);
    const again = await ledger.get(decision);
    expect(headers.etag).toMatch(/^"[0-9a-f]{64}"$/);
    expect(again.headers.etag).toBe(headers.etag);
  });

  it('list with filters, page by page', async () => {
    const all = await read(`/v1/events?limit=1000`);
    const pages: unknown[] = [];
    for (let path: string | undefined = '/v1/events?limit=7'; path;) {
      const { items, next } = await read(path);
      pages.push(...(items as unknown[]));
      path = next === undefined ? undefined : `/v1/events?limit=7&cursor=${next as string}`;
    }
    expect(pages).toEqual(all.items);
    expect(await read(`/v1/decisions?bodyId=${bodyId}&outcome=adopted`)).toEqual({ items: [] });
    expect(await read(`/v1/motions?bodyId=${bodyId}&status=rejected`)).toMatchObject({
      items: [{ motionId }],
    });
    expect(await read(`/v1/meetings?bodyId=${bodyId}&from=2026`)).toMatchObject({ items: [{ meetingId }] });
  });

  it('answer who sat, honestly about a term that is known only to the year', async () => {
    const composition = (asOf: string) => read(`/v1/bodies/${bodyId}/composition?asOf=${asOf}`);
    const { seats } = await read(`/v1/bodies/${bodyId}/composition`);
    expect(seats).toHaveLength(16);
    expect(await composition('2019-06-01')).not.toMatchObject({ body: { filled: 16 } });
  });

  it('show an event by its position, and the salt of none', async () => {
    await ledger.record(`/v1/motions/secret/draft-motion`, {
      bodyId,
      title: 'Settlement',
      text: 'In closed session',
      visibility: 'closed_session',
    });
    const { items } = await read('/v1/events?stream=motion-secret');
    const [{ position, metadata }] = items as [{ position: string; metadata: object }];
    expect(metadata).not.toHaveProperty('salt');
    expect(await read(`/v1/events/${position}`)).toEqual((items as unknown[])[0]);
  });

  it('refuse what they do not know', async () => {
    const statuses = await Promise.all(
      [
        '/v1/motions?color=red',
        '/v1/motions?cursor=nonsense',
        '/v1/motions?limit=0',
        '/v1/decisions?from=tomorrow',
        '/v1/decisions/nothing:here',
        '/v1/events/999999',
        '/v1/events?cursor=999999',
        '/v1/bodies/nobody/composition',
      ].map(async (path) => (await ledger.get(path)).status),
    );
    expect(statuses).toEqual([400, 400, 400, 400, 404, 404, embedded ? 200 : 400, 404]);
  });
});
