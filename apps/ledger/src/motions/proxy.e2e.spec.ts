import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  concurrentMajority,
  establishCommittee,
  motionInMeeting,
  patience,
  startLedger,
  votingClause,
} from '../testing/index.ts';
import type { TestLedger } from '../testing/index.ts';

const [bodyId, meetingId, motionId] = ['committee', 'september', 'budget'];
const present = ['district-1', 'district-2', 'district-3', 'union-1', 'union-2'];
const vote = { voteEventId: 'vote-1' };
const proxy = {
  ...{ proxyId: 'proxy-1', seatId: 'union-3', toSeatId: 'union-2', scope: 'meeting', scopeId: meetingId },
  clauseRef: concurrentMajority.clauseRef,
};

let ledger: TestLedger;
const at = (operation: string) => `/v1/motions/${motionId}/${operation}`;
const ballot = (seatId: string, option: string, more = {}) => ({ ...vote, seatId, option, ...more });

beforeAll(async () => {
  ledger = await startLedger();
  await establishCommittee(ledger, bodyId, 3, { ...concurrentMajority, absentee: 'proxy' });
  await motionInMeeting(ledger, { bodyId, meetingId, motionId, present });
}, patience);
afterAll(() => ledger.close());

it('a seat that is away votes by its proxy, and the decision says who held it', async () => {
  await ledger.record(at('open-vote'), { ...vote, clause: votingClause(bodyId), method: 'roll_call' });
  const byProxy = ballot('union-3', 'yes', { by: 'proxy' });
  expect(await ledger.post(at('record-ballot'), byProxy)).toMatchObject({
    status: 422,
    body: { code: 'PROXY_NOT_IN_FORCE' },
  });
  await ledger.record(`/v1/bodies/${bodyId}/grant-proxy`, proxy);
  await ledger.record(at('record-ballot'), byProxy);
  for (const seatId of ['district-1', 'district-2', 'union-1'])
    await ledger.record(at('record-ballot'), ballot(seatId, 'yes'));
  await ledger.record(at('record-ballot'), ballot('union-2', 'no'));
  await ledger.record(at('record-ballot'), ballot('district-3', 'no'));
  await ledger.record(at('close-vote'), vote);
  await ledger.caughtUp();
  const line = { seatId: 'union-3', option: 'yes', present: false, by: 'proxy', proxySeatId: 'union-2' };
  expect((await ledger.get(`/v1/decisions/${motionId}:vote-1`)).body).toMatchObject({
    outcome: 'adopted',
    rollCall: [{}, {}, {}, {}, {}, line],
    tally: { proxies: [{ seatId: 'union-3', proxySeatId: 'union-2', countsForQuorum: false }] },
  });
  const explanation = (await ledger.get(`/v1/decisions/${motionId}:vote-1/explanation`)).body;
  expect(explanation.sentences).toContain(
    'union-3 votes yes by proxy, held by union-2; it counts for the votes, not for the quorum.',
  );
  expect((await ledger.get(`/v1/motions/${motionId}`)).body).toMatchObject({
    votes: [
      {
        ballots: expect.arrayContaining([
          expect.objectContaining({ by: 'proxy', proxySeatId: 'union-2' }),
        ]) as unknown,
      },
    ],
  });
});
