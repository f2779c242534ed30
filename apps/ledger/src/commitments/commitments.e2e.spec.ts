import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { establishCommittee, motionInMeeting, patience, startLedger } from '../testing/index.ts';
import type { TestLedger } from '../testing/index.ts';

const bodyId = 'board';
const ids = { bodyId, meetingId: 'january', motionId: 'closure' };
const past = (occurredAt: string) => ({ occurredAt, recordingMode: 'historical_import' });

let ledger: TestLedger;
const commitment = (id: string, command: string, body: object) =>
  ledger.post(`/v1/commitments/${id}/${command}`, body);
const challenge = (id: string, command: string, body: object) =>
  ledger.post(`/v1/challenges/${id}/${command}`, body);
const read = async (path: string) => {
  await ledger.caughtUp();
  return ledger.get(path);
};

beforeAll(async () => {
  ledger = await startLedger();
  await establishCommittee(ledger, bodyId, 2);
  await motionInMeeting(ledger, { ...ids, present: ['district-1', 'district-2', 'union-1', 'union-2'] });
  await ledger.record('/v1/sources/release/register-source', {
    title: 'A press release',
    publisher: 'The district',
    sha256: 'a'.repeat(64),
  });
  await ledger.record('/v1/instruments/mou/register-instrument', {
    bodyId,
    kind: 'mou',
    title: 'Memorandum',
  });
  await ledger.record('/v1/instruments/mou/propose-version', {
    versionId: 'v1',
    operations: [
      { kind: 'insertion', clause: { clauseId: 'hours', number: '4', text: 'Two hours a month.' } },
    ],
  });
}, patience);
afterAll(() => ledger.close());

const directive = {
  kind: 'directive',
  title: 'A proposal by staff',
  bodyId,
  owner: { kind: 'body', ref: bodyId },
  dueWithin: 'P90D',
  authorityRef: { sourceId: 'release', locator: 'line 15' },
};

describe('a commitment', () => {
  it('is due so many calendar days after its adoption', async () => {
    expect(
      await commitment('proposal', 'make-commitment', { ...directive, ...past('2017-06-13') }),
    ).toMatchObject({
      status: 201,
      body: { findings: [] },
    });
    expect((await read('/v1/commitments/proposal?asOf=2017-09-12')).body).toMatchObject({
      standing: 'overdue',
      due: { when: { literal: '2017-09-11' }, how: { kind: 'computed', duration: 'P90D' } },
      authorityRef: { kind: 'source', sourceId: 'release', sourceRevision: 0, locator: 'line 15' },
    });
    expect((await read('/v1/commitments/proposal?asOf=2017-09-11')).body).toMatchObject({ standing: 'open' });
    expect((await read('/v1/commitments/proposal?asOf=2016')).status).toBe(404);
  });

  it('of money has a currency', async () => {
    const money = { ...directive, kind: 'funding', value: { minorUnits: 1_200_000_000 } };
    expect(await commitment('money', 'make-commitment', { ...money, ...past('2019') })).toMatchObject({
      status: 422,
      body: { code: 'CURRENCY_REQUIRED' },
    });
    const value = { minorUnits: 1_200_000_000, currency: 'USD' };
    expect(await commitment('money', 'make-commitment', { ...money, value, ...past('2019') })).toMatchObject({
      status: 201,
    });
  });

  it('is bound by a motion that is adopted', async () => {
    const bound = { ...directive, authorityRef: { motionId: ids.motionId } };
    expect(await commitment('bound', 'make-commitment', bound)).toMatchObject({
      status: 422,
      body: { code: 'AUTHORITY_MOTION_NOT_ADOPTED', inputs: { motionId: ids.motionId } },
    });
  });

  it('takes reports, revisions and a settlement, and tells which events made it so', async () => {
    const clauseRef = { instrument: 'mou', clause: '4' };
    const hours = {
      ...directive,
      title: 'Two hours a month',
      dueWithin: undefined,
      measure: { counts: 'reported_quantity', unit: 'hours', per: 'month' },
      value: { number: 2, unit: 'hours' },
    };
    await ledger.record('/v1/commitments/hours/make-commitment', { ...hours, ...past('2019') });
    const report = { period: '2024-10', subject: 'A school', quantity: 2 };
    await ledger.record('/v1/commitments/hours/report-commitment-progress', {
      ...report,
      ...past('2024-11'),
    });
    await ledger.record('/v1/commitments/hours/revise-commitment', {
      value: { number: 3, unit: 'hours' },
      authorityRef: { clauseRef },
      ...past('2025'),
    });
    expect(await commitment('hours', 'release-commitment', { reason: 'No longer asked.' })).toMatchObject({
      body: { code: 'RELEASE_NEEDS_AUTHORITY' },
    });
    expect(
      await commitment('hours', 'release-commitment', {
        reason: 'x',
        authorityRef: { clauseRef: { ...clauseRef, clause: '5' } },
      }),
    ).toMatchObject({
      status: 422,
      body: { code: 'AUTHORITY_CLAUSE_UNKNOWN', inputs: { missing: 'clause' } },
    });
    const authority = { kind: 'motion', ref: 'no-such-motion' };
    expect(await commitment('hours', 'release-commitment', { reason: 'x', authority })).toMatchObject({
      body: { code: 'RELEASE_NEEDS_AUTHORITY' },
    });
    await ledger.record('/v1/commitments/hours/release-commitment', {
      reason: 'x',
      authorityRef: { clauseRef },
    });
    expect((await read('/v1/commitments/hours')).body).toMatchObject({
      standing: 'released',
      value: { number: 3 },
      progress: { periods: [{ subject: 'A school', quantity: 2, reached: false }] },
      because: [{ type: 'CommitmentMade' }, { type: 'CommitmentRevised' }, { type: 'CommitmentReleased' }],
    });
    expect((await read('/v1/commitments/hours?asOf=2024-12')).body).toMatchObject({
      standing: 'open',
      value: { number: 2 },
      progress: { periods: [{ quantity: 2, reached: true }] },
    });
    expect(await commitment('hours', 'record-commitment-met', {})).toMatchObject({
      body: { code: 'COMMITMENT_SETTLED' },
    });
  });

  it('is missed after it was due, and listed as it stands', async () => {
    expect((await read(`/v1/commitments?bodyId=${bodyId}&standing=overdue`)).body.items).toMatchObject([
      { commitmentId: 'money' },
      { commitmentId: 'proposal' },
    ]);
    await ledger.record('/v1/commitments/proposal/record-commitment-missed', { reason: 'None came.' });
    expect((await read('/v1/commitments/proposal')).body).toMatchObject({ standing: 'missed' });
  });

  it('is for those who may act for its body', async () => {
    const [own, other] = [
      await ledger.keyFor('secretary', bodyId),
      await ledger.keyFor('secretary', 'other'),
    ];
    const path = '/v1/commitments/proposal/report-commitment-progress';
    expect((await ledger.post(path, { statement: 'On the way.' }, { key: other })).status).toBe(403);
    expect((await ledger.post(path, { statement: 'On the way.' }, { key: own })).status).toBe(201);
    expect((await ledger.get(`/v1/commitments?bodyId=${bodyId}`, { key: own })).status).toBe(200);
    expect((await ledger.get('/v1/commitments', { key: own })).status).toBe(403);
    expect((await ledger.get('/v1/commitments/proposal', { key: other })).status).toBe(403);
  });
});

describe('a challenge', () => {
  it('comes in with three deadlines, and a finding where it is late', async () => {
    const demand = {
      bodyId,
      by: 'A parents’ association',
      motionId: ids.motionId,
      actedAt: '2026-01-15',
      allegedSection: '54954.2',
      openSession: true,
      receivedAt: '2026-02-20',
      ...past('2026-02-20'),
    };
    const { status, body } = await challenge('demand-1', 'receive-cure-demand', demand);
    expect(status).toBe(201);
    expect((body.events as { type: string }[]).map(({ type }) => type)).toEqual([
      'CureDemandReceived',
      'CureDeadlineComputed',
    ]);
    expect((body.findings as { code: string }[]).map(({ code }) => code)).toContain('CURE_DEMAND_LATE');
    expect((await read('/v1/challenges/demand-1?asOf=2026-03-25')).body).toMatchObject({
      status: 'open',
      deadlines: [
        { kind: 'demand', due: { literal: '2026-02-14' }, passed: 'yes' },
        { kind: 'response', due: { literal: '2026-03-22' }, passed: 'yes' },
        { kind: 'suit', due: { literal: '2026-04-06' }, passed: 'no' },
      ],
    });
    expect((await read(`/v1/findings?bodyId=${bodyId}&code=CURE_DEMAND_LATE`)).body.items).toHaveLength(1);
  });

  it('is answered by a new motion that names the old one', async () => {
    const draft = { bodyId, title: 'The closure, again', text: 'Resolved, to close.', cures: ids.motionId };
    await ledger.record('/v1/motions/closure-again/draft-motion', draft);
    await ledger.record('/v1/motions/other/draft-motion', { ...draft, cures: undefined });
    const take = (motionId: string) => challenge('demand-1', 'take-cure-action', { motionId });
    expect(await take('other')).toMatchObject({ body: { code: 'CURE_NAMES_OTHER_ACTION' } });
    expect(await take('closure-again')).toMatchObject({ body: { code: 'CURE_NOT_ADOPTED' } });
    expect((await read('/v1/motions/closure-again')).body).toMatchObject({ cures: ids.motionId });
  });

  it('is declined, and closed by a person', async () => {
    await ledger.record('/v1/challenges/demand-1/decline-cure', {
      statement: 'The agenda named the item.',
      ...past('2026-03-01'),
    });
    expect(await challenge('demand-1', 'close-challenge', { outcome: 'cured' })).toMatchObject({
      body: { code: 'OUTCOME_NOT_ON_RECORD' },
    });
    await ledger.record('/v1/challenges/demand-1/close-challenge', { outcome: 'declined' });
    expect((await read(`/v1/challenges?bodyId=${bodyId}`)).body).toMatchObject({
      items: [{ challengeId: 'demand-1', status: 'closed', outcome: 'declined' }],
    });
    expect((await read('/v1/challenges/nothing')).status).toBe(404);
  });
});
