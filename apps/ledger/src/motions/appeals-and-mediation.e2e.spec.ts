import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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
const meeting = `/v1/meetings/${meetingId}`;

let ledger: TestLedger;
const at = (id: string, operation: string) => `/v1/motions/${id}/${operation}`;
const read = async (path: string) => {
  await ledger.caughtUp();
  return (await ledger.get(path)).body;
};

/** A motion of some class, moved by one side and seconded by the other. */
async function moved(id: string, draft: object): Promise<void> {
  await ledger.record(at(id, 'draft-motion'), { bodyId, title: id, text: 'Resolved, …', ...draft });
  await ledger.record(at(id, 'submit-motion'), {});
  await ledger.record(at(id, 'move-motion'), { meetingId, seatId: 'union-2' });
  await ledger.record(at(id, 'second-motion'), { seatId: 'district-2' });
}

/** So many of both sides say yes, the others no. */
async function vote(id: string, voteEventId: string, yes: readonly string[]): Promise<void> {
  const clause = votingClause(bodyId);
  await ledger.record(at(id, 'open-vote'), { voteEventId, clause, method: 'roll_call' });
  for (const seatId of present)
    await ledger.record(at(id, 'record-ballot'), {
      voteEventId,
      seatId,
      option: yes.includes(seatId) ? 'yes' : 'no',
    });
  await ledger.record(at(id, 'close-vote'), { voteEventId });
}

beforeAll(async () => {
  ledger = await startLedger();
  await establishCommittee(ledger, bodyId, 2);
  await motionInMeeting(ledger, { bodyId, meetingId, motionId, present });
}, patience);
afterAll(() => ledger.close());

describe('an appeal', () => {
  it('that is tied sustains the chair, and the ruling says by which motion', async () => {
    const rulingId = 'ruling-1';
    await ledger.record(`${meeting}/rule-from-chair`, { rulingId, question: 'In order?', ruling: 'It is.' });
    await ledger.record(`${meeting}/appeal-ruling`, {
      rulingId,
      seatId: 'union-2',
      secondedBySeatId: 'district-2',
    });
    await moved('appeal', { classification: 'incidental.appeal' });
    await vote('appeal', 'vote-1', ['union-1', 'union-2']);
    const by = { rulingId, byMotionId: 'appeal' };
    expect(await ledger.post(`${meeting}/overturn-ruling`, by)).toMatchObject({
      status: 422,
      body: { code: 'APPEAL_DECIDED_OTHERWISE', inputs: { status: 'rejected' } },
    });
    await ledger.record(`${meeting}/sustain-ruling`, by);
    const { rulings } = await read(meeting);
    expect((rulings as object[]).at(-1)).toMatchObject({
      type: 'RulingSustained',
      byMotionId: 'appeal',
      tie: true,
    });
  });
});

describe('mediation', () => {
  it('follows a question on which the sides are apart', async () => {
    const mediation = { mediationId: 'm1', mediator: { kind: 'organization', id: 'unite-la' } };
    const path = at(motionId, 'record-mediation');
    expect(await ledger.post(path, { ...mediation, outcome: 'referred' })).toMatchObject({
      body: { code: 'NOTHING_TO_MEDIATE' },
    });
    await vote(motionId, 'vote-1', ['district-1', 'district-2']);
    await ledger.record(path, { ...mediation, outcome: 'referred' });
    await ledger.record(path, { ...mediation, outcome: 'agreement', statement: 'One school this year.' });
    expect(await read(`/v1/motions/${motionId}`)).toMatchObject({
      status: 'rejected',
      mediations: [
        { mediationId: 'm1', outcome: 'referred', failedIds: ['vote-1'] },
        { outcome: 'agreement', statement: 'One school this year.' },
      ],
    });
  });
});

describe('a challenge that voids a motion', () => {
  it('CHALLENGE_UNKNOWN', async () => {
    await moved('thanks', { text: 'Resolved, that we thank the hosts.' });
    await vote('thanks', 'vote-1', present);
    const voiding = { basis: 'cure', reason: 'Not on the agenda.', challengeId: 'nowhere' };
    expect(await ledger.post(at('thanks', 'void-motion'), voiding)).toMatchObject({
      body: { code: 'CHALLENGE_UNKNOWN' },
    });
  });
});
