import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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
const present = ['district-1', 'district-2', 'union-1', 'union-2'];
const meeting = `/v1/meetings/${meetingId}`;

let ledger: TestLedger;
const at = (id: string, operation: string) => `/v1/motions/${id}/${operation}`;
const read = async (path: string) => {
  await ledger.caughtUp();
  return (await ledger.get(path)).body;
};
const draft = (id: string, more: object) =>
  ledger.record(at(id, 'draft-motion'), { bodyId, title: id, text: 'To …', ...more });
const move = (id: string) => ledger.post(at(id, 'move-motion'), { meetingId, seatId: 'union-2' });
const second = (id: string) => ledger.record(at(id, 'second-motion'), { seatId: 'district-2' });

async function adopt(id: string): Promise<void> {
  const vote = { voteEventId: 'vote-1', clause: votingClause(bodyId), method: 'roll_call' };
  await ledger.record(at(id, 'open-vote'), vote);
  for (const seatId of present)
    await ledger.record(at(id, 'record-ballot'), { voteEventId: 'vote-1', seatId, option: 'yes' });
  await ledger.record(at(id, 'close-vote'), { voteEventId: 'vote-1' });
}
async function adopted(id: string, more: object): Promise<void> {
  await draft(id, more);
  expect(await move(id)).toMatchObject({ status: 201 });
  await second(id);
  await adopt(id);
}

beforeAll(async () => {
  ledger = await startLedger();
  await establishCommittee(ledger, bodyId, 2);
  await ledger.record(`/v1/bodies/${bodyId}/adopt-rules-of-order`, {
    ...{ rulesOfOrder: 'RONR', precedence: 'strict', smallBoard: false, effectiveFrom: '2020' },
    clauseRef: concurrentMajority.clauseRef,
  });
  await motionInMeeting(ledger, { bodyId, meetingId, motionId, present });
}, patience);
afterAll(() => ledger.close());

describe('the floor', () => {
  const amendment = { classification: 'subsidiary.amend', appliesTo: motionId };
  const refused = { status: 422, body: { code: 'HIGHER_PRECEDENCE_PENDING', rule: 'RR-02' } };

  it('knows an amendment that was moved and seconded, and never stated', async () => {
    await draft('amendment', {
      ...amendment,
      text: undefined,
      amendment: { operation: 'add', insert: 'Now.' },
    });
    expect(await move('amendment')).toMatchObject({ status: 201 });
    await draft('kill', { classification: 'subsidiary.postpone_indefinitely', appliesTo: motionId });
    // Without a second it is not before the body yet.
    expect(await move('kill')).toMatchObject({ status: 201 });
    await second('amendment');
    await draft('kill-again', { classification: 'subsidiary.postpone_indefinitely', appliesTo: motionId });
    expect(await move('kill-again')).toMatchObject(refused);
  });

  it('knows in a rehearsal what is only rehearsed', async () => {
    const target = 'motions/table';
    const lines = [
      {
        operation: 'draftMotion',
        target: 'motions/table',
        body: {
          bodyId,
          title: 'table',
          text: 'To …',
          classification: 'subsidiary.lay_on_table',
          appliesTo: motionId,
        },
      },
      { operation: 'moveMotion', target, body: { meetingId, seatId: 'union-2' } },
      { operation: 'secondMotion', target, body: { seatId: 'district-2' } },
      {
        operation: 'draftMotion',
        target: 'motions/refer',
        body: {
          bodyId,
          title: 'refer',
          text: 'To …',
          classification: 'subsidiary.refer',
          appliesTo: motionId,
        },
      },
      { operation: 'moveMotion', target: 'motions/refer', body: { meetingId, seatId: 'union-2' } },
    ];
    const occurredAt = new Date().toISOString();
    const dated = lines.map((line) => ({ ...line, body: { ...line.body, occurredAt } }));
    const { body } = await ledger.post(`${meeting}/record-meeting?dryRun=true`, { bodyId, lines: dated });
    expect(JSON.stringify(body)).toContain('"pending":"table"');
  });

  it('takes what is out of order where the body has suspended the rule', async () => {
    await adopted('suspension', { classification: 'incidental.suspend_rules' });
    const suspend = { rules: ['RR-02'], purpose: 'To end the item at once.', byMotionId: 'suspension' };
    expect(await ledger.post(`${meeting}/suspend-rules`, { ...suspend, rules: ['RR-14'] })).toMatchObject({
      body: { code: 'RULE_NOT_SUSPENDABLE' },
    });
    await ledger.record(`${meeting}/suspend-rules`, suspend);
    expect(await move('kill-again')).toMatchObject({
      status: 201,
      body: { findings: [{ code: 'HIGHER_PRECEDENCE_PENDING', severity: 'info' }] },
    });
    expect(await read(meeting)).toMatchObject({ suspensions: [{ rules: ['RR-02'] }] });
  });
});

describe('the previous question', () => {
  it('is ordered, and closes the motion to amendments', async () => {
    await adopted('question', { classification: 'subsidiary.previous_question', appliesTo: motionId });
    await ledger.record(at(motionId, 'order-previous-question'), { byMotionId: 'question' });
    await draft('late', {
      ...{ classification: 'subsidiary.amend', appliesTo: motionId, text: undefined },
      amendment: { operation: 'add', insert: 'Later.' },
    });
    expect(await move('late')).toMatchObject({ body: { code: 'PREVIOUS_QUESTION_ORDERED', rule: 'RR-17' } });
    expect(await read(`/v1/motions/${motionId}`)).toMatchObject({
      previousQuestion: { byMotionId: 'question' },
    });
  });
});

describe('the precedence table', () => {
  it('is the one that the body adopted, strict or as advice', async () => {
    const table = await read(`/v1/rules/precedence?bodyId=${bodyId}`);
    expect(table).toMatchObject({
      ...{ table: 'RONR', adopted: { precedence: 'strict' }, outOfOrder: 'refused' },
    });
    const rows = table.rows as { motionClass: string; rank?: number }[];
    expect(rows[0]).toMatchObject({
      motionClass: 'privileged.fix_time_to_adjourn',
      rank: 12,
      verified: false,
    });
    expect(rows.find(({ motionClass }) => motionClass === 'incidental.appeal')).toMatchObject({
      ...{ second: true, debate: 'varies', amend: false, vote: 'majority' },
    });
    const earlier = await read(`/v1/rules/precedence?bodyId=${bodyId}&asOf=2010`);
    expect(earlier).toMatchObject({ table: 'RONR', outOfOrder: 'information' });
    expect(earlier).not.toHaveProperty('adopted');
  });
});
