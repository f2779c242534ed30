import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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
const everyone = constituencies.flatMap((constituency) => seatsOf(constituency, 2));
const clause = votingClause(bodyId);

let ledger: TestLedger;
const on = (id: string, operation: string, body: object = {}) =>
  ledger.record(`/v1/motions/${id}/${operation}`, body);
const attempt = async (id: string, operation: string, body: object = {}) =>
  (await ledger.post(`/v1/motions/${id}/${operation}`, body)).body.code;
const view = async (id: string) => {
  await ledger.caughtUp();
  return (await ledger.get(`/v1/motions/${id}`)).body;
};

async function move(id: string, draft: object): Promise<void> {
  await on(id, 'draft-motion', { bodyId, title: id, ...draft });
  await on(id, 'submit-motion');
  await on(id, 'move-motion', { meetingId, seatId: 'district-1' });
  await on(id, 'second-motion', { seatId: 'union-1' });
}

async function decide(id: string, option: 'yes' | 'no' = 'yes', voteEventId = 'vote-1'): Promise<void> {
  await on(id, 'open-vote', { voteEventId, clause, method: 'roll_call' });
  for (const seatId of everyone) await on(id, 'record-ballot', { voteEventId, seatId, option });
  await on(id, 'close-vote', { voteEventId });
}

beforeAll(async () => {
  ledger = await startLedger();
  await establishCommittee(ledger, bodyId, 2);
  await establishCommittee(ledger, 'board', 2);
  const { clauseRef } = concurrentMajority;
  const order = { rulesOfOrder: 'RONR', precedence: 'strict', smallBoard: false, effectiveFrom: '2020' };
  await ledger.record(`/v1/bodies/${bodyId}/adopt-rules-of-order`, { ...order, clauseRef });
  await motionInMeeting(ledger, { bodyId, meetingId, motionId, present: everyone });
}, patience);
afterAll(() => ledger.close());

describe('amendments as motions', () => {
  it('change the text of the motion by name, once adopted', async () => {
    await ledger.record(`/v1/meetings/${meetingId}/state-question`, { motionId });
    await move('amendment', {
      classification: 'subsidiary.amend',
      appliesTo: motionId,
      amendment: { operation: 'add', insert: 'By June.' },
    });
    expect(await attempt(motionId, 'amend-motion-text', { byMotionId: 'amendment' })).toBe(
      'MOTION_NOT_ADOPTED',
    );
    await decide('amendment');
    await on(motionId, 'amend-motion-text', { byMotionId: 'amendment' });
    expect(await view(motionId)).toMatchObject({
      classification: 'main',
      text: 'Resolved, … By June.',
      texts: [{ text: 'Resolved, …' }, { text: 'Resolved, … By June.', byMotionId: 'amendment' }],
      madeOnIt: [{ motionId: 'amendment', status: 'adopted' }],
      changedBy: [{ type: 'MotionTextAmended', byMotionId: 'amendment' }],
    });
    expect(await view('amendment')).toMatchObject({
      text: 'To add “By June.”.',
      appliesTo: motionId,
      changed: [{ type: 'MotionTextAmended' }],
    });
  });

  it('are found by the motion to which they apply, and by their class', async () => {
    await ledger.caughtUp();
    const list = async (filter: string) => (await ledger.get(`/v1/motions?bodyId=${bodyId}&${filter}`)).body;
    expect(await list(`appliesTo=${motionId}`)).toMatchObject({ items: [{ motionId: 'amendment' }] });
    expect(await list('classification=main')).toMatchObject({ items: [{ motionId }] });
  });

  it('take nothing apart that is not there', async () => {
    const draft = { bodyId, title: 'x', classification: 'subsidiary.amend', appliesTo: motionId };
    expect(await attempt('bad', 'draft-motion', draft)).toBe('AMENDMENT_REQUIRED');
    const amendment = { operation: 'strike' };
    expect(await attempt('bad', 'draft-motion', { ...draft, amendment })).toBe('AMENDMENT_MALFORMED');
  });
});

describe('order', () => {
  it('is kept strictly where the body wants it so: no main motion while another is pending', async () => {
    await on('main', 'draft-motion', { bodyId, title: 'x', text: 'Another main motion.' });
    await on('main', 'submit-motion');
    expect(await attempt('main', 'move-motion', { meetingId, seatId: 'district-1' })).toBe(
      'HIGHER_PRECEDENCE_PENDING',
    );
  });
});

describe('what is decided', () => {
  it('is suspended by a motion to reconsider, and before the body again once that is adopted', async () => {
    await decide(motionId);
    await move('again', { classification: 'bringback.reconsider', appliesTo: motionId, text: 'Reconsider.' });
    await on(motionId, 'move-reconsideration', { byMotionId: 'again' });
    expect(await view(motionId)).toMatchObject({
      status: 'reconsideration_pending',
      executionSuspended: { byMotionId: 'again', rule: 'RR-08' },
    });
    await decide('again');
    await on(motionId, 'reconsider-motion', { byMotionId: 'again' });
    await decide(motionId, 'yes', 'vote-2');
    expect(await view(motionId)).toMatchObject({ status: 'adopted', votes: [{}, { voteEventId: 'vote-2' }] });
    await on('thrice', 'draft-motion', {
      ...{ bodyId, title: 'x', text: 'Again.', classification: 'bringback.reconsider', appliesTo: motionId },
    });
    expect(await attempt('thrice', 'move-motion', { meetingId, seatId: 'district-1' })).toBe(
      'ALREADY_RECONSIDERED',
    );
  });

  it('goes to another body, which says what it did', async () => {
    await on(motionId, 'transmit-motion', { toBodyId: 'board', toMotionId: 'board-motion' });
    await on('board-motion', 'receive-motion', { bodyId: 'board', fromMotionId: motionId });
    expect(await view('board-motion')).toMatchObject({
      bodyId: 'board',
      text: 'Resolved, … By June.',
      status: 'submitted',
      receivedFrom: { bodyId, motionId },
    });
    expect(
      await attempt(motionId, 'record-receiving-body-action', {
        toMotionId: 'board-motion',
        action: 'adopted',
      }),
    ).toBe('RECEIVING_ACTION_DIFFERS');
  });

  it('is amended and rescinded by motions of their own', async () => {
    await move('change', {
      classification: 'bringback.amend_previously_adopted',
      appliesTo: motionId,
      amendment: { operation: 'strike_and_insert', strike: 'June', insert: 'May' },
    });
    await decide('change');
    await on(motionId, 'amend-adopted-motion', { byMotionId: 'change' });
    await move('rescission', { classification: 'bringback.rescind', appliesTo: motionId, text: 'Rescind.' });
    await on('rescission', 'give-previous-notice', { how: 'in_call', meetingId });
    await decide('rescission');
    await on(motionId, 'rescind-motion', { byMotionId: 'rescission' });
    expect(await view(motionId)).toMatchObject({ status: 'rescinded', text: 'Resolved, … By May.' });
    expect(await attempt(motionId, 'rescind-motion', { byMotionId: 'rescission' })).toBe(
      'NOTHING_TO_RESCIND',
    );
  });
});

describe('a question', () => {
  const second = 'two-things';
  it('is divided into motions that are pending at once', async () => {
    await on(second, 'draft-motion', { bodyId, title: second, text: 'A and B.' });
    await on(second, 'submit-motion');
    await on(second, 'move-motion', { meetingId, seatId: 'district-1' });
    await on(second, 'second-motion', { seatId: 'union-1' });
    const parts = ['a', 'b'].map((id) => ({ motionId: `part-${id}`, title: id, text: `${id}.` }));
    await on(second, 'divide-question', { parts });
    await on('part-a', 'take-up-part', { bodyId, fromMotionId: second });
    expect(await view('part-a')).toMatchObject({ status: 'pending', dividedFrom: { motionId: second } });
    expect(await view(second)).toMatchObject({ status: 'divided', dividedInto: ['part-a', 'part-b'] });
    expect(await attempt('part-c', 'take-up-part', { bodyId, fromMotionId: second })).toBe('NOT_A_PART');
  });

  it('is out of order by a ruling only, and in order again when the ruling is overturned', async () => {
    const ruling = { meetingId, rulingId: 'ruling-1' };
    expect(await attempt('part-a', 'rule-motion-out-of-order', { ...ruling, ground: 'not_germane' })).toBe(
      'RULING_UNKNOWN',
    );
    const rule = (operation: string, body: object) =>
      ledger.record(`/v1/meetings/${meetingId}/${operation}`, { rulingId: 'ruling-1', ...body });
    await rule('rule-from-chair', { question: 'Germane?', ruling: 'No.' });
    await on('part-a', 'rule-motion-out-of-order', { ...ruling, ground: 'not_germane' });
    expect(await attempt('part-a', 'table-motion')).toBe('NOT_GERMANE');
    await rule('appeal-ruling', { seatId: 'district-1', secondedBySeatId: 'union-1' });
    await rule('overturn-ruling', {});
    await on('part-a', 'reinstate-motion');
    expect(await view('part-a')).toMatchObject({ status: 'pending' });
  });

  it('goes to a committee and is taken back by name', async () => {
    await on('part-a', 'refer-motion', { toBodyId: 'board' });
    await move('discharge', {
      classification: 'bringback.discharge_committee',
      appliesTo: 'part-a',
      text: 'Discharge.',
    });
    await decide('discharge');
    await on('part-a', 'discharge-committee', { byMotionId: 'discharge' });
    expect(await view('part-a')).toMatchObject({ status: 'pending' });
  });

  it('keeps the decision where the motion to reconsider it is lost', async () => {
    await decide('part-a');
    await move('in-vain', { classification: 'bringback.reconsider', appliesTo: 'part-a', text: 'Again.' });
    await on('part-a', 'move-reconsideration', { byMotionId: 'in-vain' });
    await decide('in-vain', 'no');
    await on('part-a', 'end-reconsideration', { byMotionId: 'in-vain' });
    expect(await view('part-a')).toMatchObject({ status: 'adopted' });
  });
});
