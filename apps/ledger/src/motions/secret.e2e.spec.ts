import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  establishCommittee,
  motionInMeeting,
  patience,
  startLedger,
  votingClause,
} from '../testing/index.ts';
import type { TestLedger } from '../testing/index.ts';

const [bodyId, meetingId, motionId] = ['committee', 'september', 'budget'];
const present = ['district-1', 'district-2', 'union-1', 'union-2'];
const vote = { voteEventId: 'vote-1' };
const totals = [
  { option: 'yes', value: 2, constituencyId: 'district' },
  { option: 'yes', value: 2, constituencyId: 'union' },
];
const counted = [
  { option: 'yes', value: 2, constituencyId: 'district' },
  { option: 'yes', value: 1, constituencyId: 'union' },
  { option: 'abstain', value: 1, constituencyId: 'union' },
];
const at = (operation: string) => `/v1/motions/${motionId}/${operation}`;

let ledger: TestLedger;
beforeAll(async () => {
  ledger = await startLedger();
  await establishCommittee(ledger, bodyId, 2);
  await motionInMeeting(ledger, { bodyId, meetingId, motionId, present });
}, patience);
afterAll(() => ledger.close());

it('a secret vote is told by tellers, and every view says that it was secret', async () => {
  await ledger.record(at('open-vote'), { ...vote, clause: votingClause(bodyId), method: 'secret' });
  expect(await ledger.post(at('record-ballot'), { ...vote, seatId: 'union-1', option: 'yes' })).toMatchObject(
    {
      status: 422,
      body: { code: 'BALLOT_WOULD_BE_ATTRIBUTED' },
    },
  );
  expect(await ledger.post(at('close-vote'), vote)).toMatchObject({ body: { code: 'TELLERS_NOT_HEARD' } });
  const tellers = [{ kind: 'seat', id: 'district-2' }];
  await ledger.record(at('report-vote-tellers'), { ...vote, tellers, totals });
  await ledger.record(at('close-vote'), vote);
  await ledger.caughtUp();
  expect((await ledger.get(`/v1/decisions/${motionId}:vote-1`)).body).toMatchObject({
    outcome: 'adopted',
    method: 'secret',
    counts: { yes: 4 },
    rollCall: [],
    secret: { presentSeatIds: present, tellers, totals },
  });
  const { sentences } = (await ledger.get(`/v1/decisions/${motionId}:vote-1/explanation`)).body;
  expect(sentences).toContain(
    'Secret ballot: 4 voting seats present could cast a ballot; whose ballot was which is not on record.',
  );
  const record = (await ledger.get(`/v1/bodies/${bodyId}/seats/union-1/voting-record`)).body;
  expect(record).toMatchObject({
    totals: { votes: 0 },
    votes: [],
    secretVotes: [{ motionId, outcome: 'adopted' }],
  });
  expect((await ledger.get(`/v1/motions/${motionId}`)).body).toMatchObject({
    votes: [{ method: 'secret', ballots: [], tellersReport: { totals } }],
  });
});

it('the tellers’ report is corrected after the closing, and stays beside the correction in every view', async () => {
  const correction = { ...vote, reason: 'One ballot in favor was blank.' };
  const other = [
    { option: 'yes', value: 2, constituencyId: 'district' },
    { option: 'no', value: 2, constituencyId: 'union' },
  ];
  const correct = at('correct-vote-tellers-report');
  expect(await ledger.post(correct, { ...correction, totals: other })).toMatchObject({
    status: 422,
    body: { code: 'CLERICAL_CORRECTION_CHANGES_OUTCOME' },
  });
  await ledger.record(correct, { ...correction, totals: counted });
  await ledger.caughtUp();
  expect((await ledger.get(`/v1/decisions/${motionId}:vote-1`)).body).toMatchObject({
    outcome: 'adopted',
    corrected: true,
    counts: { yes: 3, abstain: 1 },
    secret: { totals: counted },
    reportCorrections: [{ from: totals, to: counted, reason: correction.reason, changesOutcome: false }],
    original: { outcome: 'adopted', counts: { yes: 4 }, totals },
  });
  expect((await ledger.get(`/v1/motions/${motionId}`)).body).toMatchObject({
    votes: [
      { tellersReport: { totals }, reportCorrections: [{ to: counted }], asClosed: { result: 'pass' } },
    ],
  });
  await ledger.record(`/v1/meetings/${meetingId}/adjourn`, {});
  await ledger.record(`/v1/meetings/${meetingId}/draft-minutes`, { lang: 'en' });
  await ledger.caughtUp();
  const minutes = (await ledger.get(`/v1/meetings/${meetingId}/minutes`)).body as {
    rendition: { text: string };
  };
  for (const sentence of [
    'Secret ballot: 4 voting seats could cast a ballot; whose ballot was which is not recorded. Tellers: Seat district-2',
    'Tellers’ report corrected: from yes 2 (district), yes 2 (union) to yes 2 (district), yes 1 (union), abstaining 1 (union). One ballot',
  ])
    expect(minutes.rendition.text.replaceAll('\\', '')).toContain(sentence);
});
