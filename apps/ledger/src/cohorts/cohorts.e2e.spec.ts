import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { application, cohort, school } from '#governance';
import { adoptMotion, establishCommittee, patience, startLedger } from '../testing/index.ts';
import type { Answered, TestLedger } from '../testing/index.ts';

const voteOn = (motionId: string) => ({ motionId, voteEventId: 'vote-1' });
const now = () => new Date().toISOString();

let ledger: TestLedger;
beforeAll(async () => {
  ledger = await startLedger();
  await establishCommittee(ledger, 'steering', 2);
  await establishCommittee(ledger, 'cedar-sgt', 2);
  for (const motionId of ['sign-off', 'revocation', 'sign-off-again'])
    await adoptMotion(ledger, 'cedar-sgt', motionId);
  await adoptMotion(ledger, 'steering', 'selection');
  await ledger.record('/v1/organizations/district/register-organization', { name: 'District' });
  for (const id of ['cedar', 'alder', 'birch'])
    await ledger.record(`/v1/schools/${id}/register-school`, {
      name: id,
      otherNames: [`${id} school`],
      bodyId: 'steering',
      organizationId: 'district',
    });
}, 2 * patience);
afterAll(() => ledger.close());

const post = (path: string, body: object | (() => object)): Promise<Answered> =>
  ledger.post(`/v1/${path}`, typeof body === 'function' ? body() : body);

const definition = {
  bodyId: 'steering',
  programId: 'community-schools',
  organizationId: 'district',
  label: 'Cohort Five',
  ordinal: 5,
  schoolYear: '2026-27',
  plannedSize: 'unknown',
  authorityRef: { kind: 'clause', ref: 'resolution 2021' },
};
const call = {
  opensAt: '2020',
  closesAt: '2100-12-31',
  criteriaVersion: '2026',
  criteria: [{ criterionId: 'readiness', text: 'Ready?', maxScore: 5 }],
  priorities: ['Greatest need'],
};
const review = { criterion: 'readiness', score: 4, comment: 'Ready.', reviewerSeatId: 'district-1' };
const signOff = { siteBodyId: 'cedar-sgt', voteRef: voteOn('sign-off') };

const defineCohort = (id: string, change: object = {}) =>
  ledger.record(`/v1/cohorts/${id}/define-cohort`, { ...definition, ...change });

/** Every operation, in an order in which each is in order. */
const history: readonly (readonly [path: string, body: object | (() => object)])[] = [
  ['cohorts/five/define-cohort', definition],
  ['cohorts/five/open-application-call', call],
  ['cohorts/five/extend-application-call', { closesAt: '2101', reason: 'Storm' }],
  ['schools/cedar/form-site-body', { kind: 'SGT', bodyId: 'cedar-sgt' }],
  ['schools/cedar/change-site-leader', { personId: 'person-1' }],
  ['schools/cedar/assign-coordinator', {}],
  ['schools/cedar/rename-school', { name: 'Cedar Community School' }],
  ['applications/five:cedar/start-application', {}],
  ['applications/five:cedar/record-site-sign-off', signOff],
  ['applications/five:cedar/revoke-site-sign-off', { reason: 'Budget', voteRef: voteOn('revocation') }],
  ['applications/five:cedar/record-site-sign-off', { ...signOff, voteRef: voteOn('sign-off-again') }],
  ['applications/five:cedar/submit-application', {}],
  ['applications/five:cedar/return-application', { missing: ['Budget'], resubmitBy: '2100' }],
  ['applications/five:cedar/resubmit-application', {}],
  ['applications/five:cedar/recuse-reviewer', { reviewerSeatId: 'union-1', reason: 'Taught there' }],
  ['applications/five:cedar/review-application', review],
  ['applications/five:cedar/recommend-application', { rationale: 'Strong' }],
  ['applications/five:alder/start-application', {}],
  ['applications/five:alder/withdraw-application', { reason: 'Later' }],
  ['cohorts/five/close-application-call', {}],
  ['cohorts/five/revise-cohort-size', { plannedSize: 2, reason: 'Money' }],
  ['cohorts/five/approve-cohort-selection', { motionId: 'selection', schoolIds: ['cedar'] }],
  ['schools/cedar/suspend-designation', { motionId: 'selection', reason: 'No coordinator' }],
  ['schools/cedar/restore-designation', { motionId: 'selection', reason: 'A coordinator' }],
  ['schools/cedar/renew-designation', { motionId: 'selection', until: '2110' }],
  ['schools/cedar/end-designation', { motionId: 'selection', reason: 'Left' }],
  ['cohorts/five/close-cohort', { size: 1 }],
  ['schools/cedar/merge-school', { intoSchoolId: 'alder' }],
];

describe('operations on cohorts, applications and schools', () => {
  it(
    'record every type of event that they may have, live and without a finding',
    async () => {
      // The application is selected, and the school designated, by the selection itself.
      const types = new Set<string>([
        'SchoolRegistered',
        'ApplicationNotSelected',
        'ApplicationSelected',
        'SchoolDesignated',
      ]);
      for (const [path, body] of history) {
        const { status, body: receipt } = await post(path, body);
        expect([path, status, receipt.findings ?? receipt]).toEqual([path, 201, []]);
        for (const { type } of receipt.events as { type: string }[]) types.add(type);
        await ledger.settled();
      }
      expect([...types].sort()).toEqual(
        [...cohort.eventTypes, ...application.eventTypes, ...school.eventTypes].sort(),
      );
    },
    patience,
  );

  it('keep what members say of an application among them: auditors read it, the public record does not', async () => {
    const { body } = await ledger.get('/v1/events?stream=application-five:cedar');
    const events = body.items as { type: string; metadata: { visibility: string } }[];
    const forMembers = events.filter(({ metadata }) => metadata.visibility === 'members');
    expect(forMembers.map(({ type }) => type)).toEqual(['ReviewerRecused', 'ApplicationReviewed']);
    expect(events.length).toBeGreaterThan(forMembers.length);
    const key = await ledger.keyFor('auditor', 'steering');
    await ledger.caughtUp();
    expect((await ledger.get('/v1/applications/five:cedar', { key })).body).toMatchObject({
      reviews: [{ reviewerSeatId: 'district-1', score: 4 }],
      recusals: [{ reviewerSeatId: 'union-1' }],
    });
  });

  it('pin what they read of other streams', async () => {
    const { body } = await ledger.get('/v1/events?stream=cohort-five');
    const events = (body.items as { type: string; data: object }[]).filter(
      ({ type }) => type === 'CohortSelectionApproved',
    );
    expect(events.map(({ data }) => data)).toEqual([
      {
        motionId: 'selection',
        motionRevision: expect.any(Number) as unknown,
        schools: [{ schoolId: 'cedar', applicationId: 'five:cedar', applicationRevision: 9 }],
      },
    ]);
  });
});

describe('an application', () => {
  it('has the id of its cohort and school, so there is one for each pair', async () => {
    await defineCohort('six');
    await post('cohorts/six/open-application-call', call);
    const start = 'applications/six:birch/start-application';
    const [first, second] = await Promise.all([post(start, {}), post(start, {})]);
    expect([first.status, second.status].sort()).toEqual([201, 409]);
    expect([first, second].find(({ status }) => status === 409)?.body).toMatchObject({
      code: 'DUPLICATE_APPLICATION',
      inputs: { cohortId: 'six', schoolId: 'birch' },
    });
    expect((await post('applications/birch/start-application', {})).body).toMatchObject({
      code: 'ID_INVALID',
    });
    expect((await post('applications/six:oak/start-application', {})).body).toMatchObject({
      code: 'SCHOOL_UNKNOWN',
      inputs: { schoolId: 'oak' },
    });
  });

  it('is not selected, with reasons', async () => {
    const { body } = await post('applications/six:birch/submit-application', {});
    expect(body).toMatchObject({ code: 'SITE_SIGNOFF_MISSING', rule: 'SP-15' });
    const minutes = { recordingMode: 'minutes', occurredAt: now() };
    const submitted = await post('applications/six:birch/submit-application', minutes);
    expect(submitted.body.findings).toMatchObject([{ code: 'SITE_SIGNOFF_MISSING', severity: 'irregular' }]);
    const decided = await post('applications/six:birch/not-select-application', { reasons: ['No sign-off'] });
    expect(decided.body.events).toMatchObject([{ type: 'ApplicationNotSelected' }]);
  });
});

describe('a designation', () => {
  const designate = (id: string, body: object) =>
    post(`schools/${id}/designate-school`, { effectiveFrom: now(), ...body });

  it('cites an adopted motion of this ledger', async () => {
    expect((await designate('birch', { cohortId: 'six', motionId: 'nothing' })).body).toMatchObject({
      code: 'MOTION_UNKNOWN',
      inputs: { motionId: 'nothing' },
    });
    await ledger.record('/v1/motions/draft/draft-motion', { bodyId: 'steering', title: 'T', text: 'X' });
    const selection = { motionId: 'draft', schoolIds: ['birch'] };
    await defineCohort('seven', { plannedSize: 1 });
    expect((await post('cohorts/seven/approve-cohort-selection', selection)).body).toMatchObject({
      code: 'SELECTION_MOTION_NOT_ADOPTED',
      inputs: { status: 'drafted' },
    });
  });

  it('may lack cohort, date and motion in an import, which is a finding', async () => {
    const imported = {
      recordingMode: 'historical_import',
      occurredAt: 'unknown',
      effectiveFrom: 'unknown',
      authority: { kind: 'import', ref: 'history' },
    };
    const { status, body } = await designate('birch', imported);
    expect([status, (body.findings as { code: string }[]).map(({ code }) => code)]).toEqual([
      201,
      ['DESIGNATION_WITHOUT_MOTION', 'COHORT_NOT_STATED'],
    ]);
    expect((await designate('birch', imported)).body).toMatchObject({ code: 'ALREADY_DESIGNATED' });
  });
});

describe('a size', () => {
  it('is a number or unknown', async () => {
    const define = (plannedSize: unknown) =>
      post('cohorts/eight/define-cohort', { ...definition, plannedSize });
    for (const wrong of ['many', 0, 1.5, null])
      expect((await define(wrong)).body).toMatchObject({
        code: 'VALIDATION_FAILED',
        errors: [{ pointer: '/plannedSize' }],
      });
    expect((await define(8)).status).toBe(201);
  });
});

describe('who may record', () => {
  it('is the secretary of the body that keeps the cohort or the school', async () => {
    const [own, other] = await Promise.all([
      ledger.keyFor('secretary', 'steering'),
      ledger.keyFor('secretary', 'cedar-sgt'),
    ]);
    const as = async (key: string, path: string, body: object) =>
      (await ledger.post(`/v1/${path}`, body, { key })).status;
    await defineCohort('roles');
    const tries = [
      ['cohorts/roles/open-application-call', call],
      ['applications/roles:birch/start-application', {}],
      ['schools/birch/rename-school', { name: 'Birch' }],
      ['cohorts/mine/define-cohort', definition],
      ['schools/mine/register-school', { name: 'Mine', bodyId: 'steering' }],
    ] as const;
    for (const [path, body] of tries) {
      expect([path, await as(other, path, body)]).toEqual([path, 403]);
      expect([path, await as('', path, body)]).toEqual([path, 401]);
    }
    expect(await as(own, 'cohorts/roles/open-application-call', call)).toBe(201);
    expect(await as(own, 'schools/birch/rename-school', { name: 'Birch School' })).toBe(201);
    expect(await as(own, 'cohorts/mine/define-cohort', definition)).toBe(201);
    expect(await as(own, 'cohorts/nothing/close-cohort', {})).toBe(404);
  });
});
