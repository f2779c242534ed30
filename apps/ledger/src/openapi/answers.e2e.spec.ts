import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { whenSealed } from '#transparency-log/testing';
import {
  concurrentMajority,
  establishCommittee,
  motionInMeeting,
  patience,
  startLedger,
  votingClause,
} from '../testing/index.ts';
import type { TestLedger } from '../testing/index.ts';

const ids = { bodyId: 'answers', meetingId: 'answers-meeting', motionId: 'answers-motion' };
const present = ['district-1', 'district-2', 'union-1'];

let ledger: TestLedger;
let ajv: Ajv2020;
/** The position of the first event. */
let first: number | undefined;

const motion = (command: string, body: object) =>
  ledger.record(`/v1/motions/${ids.motionId}/${command}`, { voteEventId: 'vote-1', ...body });
const meeting = (command: string, body: object) =>
  ledger.record(`/v1/meetings/${ids.meetingId}/${command}`, body);

async function recordClaims(): Promise<void> {
  for (const id of ['answers-person', 'answers-same-person'])
    await ledger.record(`/v1/persons/${id}/register-person`, {});
  await ledger.record('/v1/persons/answers-person/change-person-data', { name: 'Some Body' });
  const link = { otherPersonId: 'answers-same-person', basis: 'The roll' };
  await ledger.record('/v1/persons/answers-person/link-persons', link);
  const source = { title: 'A page', publisher: 'A publisher', sha256: 'a'.repeat(64) };
  await ledger.record('/v1/sources/answers-source/register-source', source);
  const comparison = { measure: 'designated_schools', programId: 'answers', figure: 70 };
  for (const [id, value] of [
    ['answers-claim', 70],
    ['answers-other-claim', { about: [70, null] }],
  ] as const)
    await ledger.record(`/v1/claims/${id}/record-claim`, {
      subject: 'schools',
      predicate: 'count',
      value,
      asOf: '2024-25',
      sourceId: 'answers-source',
      locator: 'line 1',
      comparison,
    });
  await ledger.record('/v1/claims/answers-claim/dispute-claim', { byClaimId: 'answers-other-claim' });
  await ledger.record('/v1/claims/answers-claim/reconcile-claims', {
    withClaimIds: ['answers-other-claim'],
    rationale: 'Both hold.',
    authority: { kind: 'office', ref: 'secretary' },
  });
}

async function recordCommitments(): Promise<void> {
  await ledger.record('/v1/commitments/answers-target/make-commitment', {
    kind: 'target',
    title: 'Seventy schools',
    owner: { kind: 'body', ref: ids.bodyId },
    measure: { counts: 'designated_schools', programId: 'answers' },
    value: { number: 70, unit: 'schools' },
    dueWithin: 'P1Y',
    authorityRef: { sourceId: 'answers-source', locator: 'line 2' },
  });
  await ledger.record('/v1/commitments/answers-target/report-commitment-progress', { quantity: 63 });
  await ledger.record('/v1/challenges/answers-challenge/receive-cure-demand', {
    bodyId: ids.bodyId,
    by: 'An association',
    meetingId: ids.meetingId,
    allegedSection: '54953',
    openSession: false,
  });
}

async function recordInstrument(): Promise<void> {
  const instrument = (command: string, body: object) =>
    ledger.record(`/v1/instruments/answers-mou/${command}`, body);
  await instrument('register-instrument', { kind: 'side_letter', title: 'Side letter' });
  await instrument('add-party', { organizationId: 'answers-union', ratificationMethod: 'membership_vote' });
  const clause = (clauseId: string) => ({
    kind: 'insertion',
    clause: { clauseId, text: 'One.', number: '1' },
  });
  await instrument('propose-version', { versionId: 'v1', operations: [clause('a'), clause('b')] });
  await instrument('adopt-version', {
    versionId: 'v1',
    external: { decidedBy: 'The board', counts: { yes: 5 } },
    sources: [{ sourceId: 'answers-source', locator: 'line 3', confidence: 'stated' }],
  });
  const ratified = { versionId: 'v1', organizationId: 'answers-union', answer: 'ratified' };
  await instrument('record-ratification', { ...ratified, voteRef: { reference: 'minutes' } });
  const operations = [
    { kind: 'replacement', clauseId: 'a', text: 'Two.' },
    { kind: 'repeal', clauseId: 'b' },
  ];
  await instrument('propose-version', { versionId: 'v2', baseVersion: 'v1', operations });
}

/** A cohort to which a school applies, and which it has joined. */
async function recordCohort(): Promise<void> {
  const { bodyId } = ids;
  const typed = { recordingMode: 'minutes', occurredAt: new Date().toISOString() };
  const post = (path: string, body: object) => ledger.record(`/v1/${path}`, { ...typed, ...body });
  const cohort = { bodyId, programId: 'answers-program', label: 'One', schoolYear: '2026-27', ordinal: 1 };
  await post('cohorts/answers-cohort/define-cohort', cohort);
  const window = { opensAt: '2020', closesAt: '2100', criteriaVersion: '1', priorities: ['Need'] };
  const criteria = [{ criterionId: 'readiness', text: 'Ready?' }];
  await post('cohorts/answers-cohort/open-application-call', { ...window, criteria });
  await post('schools/answers-school/register-school', { name: 'School', bodyId });
  const application = 'applications/answers-cohort:answers-school';
  await post(`${application}/start-application`, {});
  await post(`${application}/submit-application`, {});
  const review = { criterion: 'readiness', comment: 'Yes.', reviewerSeatId: 'district-1' };
  await post(`${application}/review-application`, review);
  const { motionId } = ids;
  const selection = { motionId, schoolIds: ['answers-school'] };
  await post('cohorts/answers-cohort/approve-cohort-selection', selection);
  const designation = { cohortId: 'answers-cohort', motionId, effectiveFrom: '2026' };
  await post('schools/answers-school/designate-school', designation);
  await post('schools/answers-school/suspend-designation', { effectiveFrom: '2026', reason: 'Why' });
}

async function recordMuch(): Promise<void> {
  await establishCommittee(ledger, ids.bodyId, 2, { ...concurrentMajority, quorum: [] });
  await ledger.record(`/v1/bodies/${ids.bodyId}/vacate-seat`, { seatId: 'union-2', reason: 'resigned' });
  await ledger.record('/v1/organizations/answers-union/register-organization', { name: 'Union' });
  await motionInMeeting(ledger, { ...ids, present });
  await meeting('open-item', { itemId: 'item-1' });
  await meeting('record-recusal', {
    itemId: 'item-1',
    seatId: 'district-2',
    identifiedPublicly: true,
    leftRoom: false,
  });
  await motion('open-vote', { clause: votingClause(ids.bodyId), method: 'roll_call' });
  await motion('record-ballot', { seatId: 'district-1', option: 'yes' });
  await motion('record-ballot', { seatId: 'union-1', option: 'abstain' });
  await motion('change-ballot', { seatId: 'union-1', option: 'yes' });
  await motion('close-vote', {});
  await meeting('recess', {});
  await meeting('reconvene', {});
  await meeting('record-departure', { seatId: 'district-2' });
  await meeting('adjourn', {});
  await recordClaims();
  await recordCommitments();
  await recordInstrument();
  await recordCohort();
  await ledger.caughtUp();
  await whenSealed(await ledger.ports.publicStore(), 1);
}

beforeAll(async () => {
  ledger = await startLedger();
  await recordMuch();
  first = (await ledger.ports.store.readAll({ limit: 1 }))[0]?.position;
  const { components } = (await ledger.get('/openapi.json', { key: '' })).body as { components: object };
  ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
  ajv.addSchema({ $id: 'openapi', components });
}, patience);
afterAll(() => ledger.close());

const queries: readonly (readonly [schema: string, path: string])[] = [
  ['CohortPage', '/v1/cohorts'],
  ['CohortView', '/v1/cohorts/answers-cohort'],
  ['CohortRegisterView', '/v1/programs/answers-program/cohort-register?asOf=2027'],
  ['SchoolPage', '/v1/schools'],
  ['SchoolView', '/v1/schools/answers-school?asOf=2026'],
  ['ApplicationPage', '/v1/applications?cohortId=answers-cohort'],
  ['ApplicationView', '/v1/applications/answers-cohort:answers-school'],
  ['OrganizationPage', '/v1/organizations'],
  ['OrganizationView', '/v1/organizations/answers-union'],
  ['BodyPage', '/v1/bodies'],
  ['BodyView', `/v1/bodies/${ids.bodyId}`],
  ['CompositionView', `/v1/bodies/${ids.bodyId}/composition`],
  ['CompositionView', `/v1/bodies/${ids.bodyId}/composition?asOf=2020`],
  ['SeatHistoryView', `/v1/bodies/${ids.bodyId}/seats/union-2/history`],
  ['AttendanceView', `/v1/bodies/${ids.bodyId}/attendance`],
  ['MemberVotingRecordView', `/v1/bodies/${ids.bodyId}/seats/union-1/voting-record`],
  ['MeetingPage', '/v1/meetings'],
  ['MeetingView', `/v1/meetings/${ids.meetingId}`],
  ['NoticeProofView', `/v1/meetings/${ids.meetingId}/notice-proof`],
  ['MotionPage', '/v1/motions'],
  ['MotionView', `/v1/motions/${ids.motionId}`],
  ['MotionTimeline', `/v1/motions/${ids.motionId}/timeline`],
  ['DecisionPage', '/v1/decisions'],
  ['DecisionDocument', `/v1/decisions/${ids.motionId}:vote-1`],
  ['Explanation', `/v1/decisions/${ids.motionId}:vote-1/explanation`],
  ['FindingPage', '/v1/findings'],
  ['PersonPage', '/v1/persons'],
  ['PersonView', '/v1/persons/answers-person'],
  ['PersonNameView', '/v1/persons/answers-person/name'],
  ['PersonVotingRecordView', '/v1/persons/answers-person/voting-record'],
  ['SourcePage', '/v1/sources'],
  ['SourceView', '/v1/sources/answers-source'],
  ['ClaimPage', '/v1/claims'],
  ['ClaimView', '/v1/claims/answers-claim'],
  ['ClaimDifferences', '/v1/claim-differences'],
  ['CommitmentPage', '/v1/commitments'],
  ['CommitmentView', '/v1/commitments/answers-target'],
  ['ChallengePage', '/v1/challenges'],
  ['ChallengeView', '/v1/challenges/answers-challenge'],
  ['InstrumentPage', '/v1/instruments'],
  ['InstrumentView', '/v1/instruments/answers-mou'],
  ['InstrumentTextView', '/v1/instruments/answers-mou/text'],
  ['InstrumentTextView', '/v1/instruments/answers-mou/text?version=v2&asOf=2019'],
  ['InstrumentDiffView', '/v1/instruments/answers-mou/diff?from=v1&to=v2'],
  ['RatificationStatusView', '/v1/instruments/answers-mou/ratification'],
  ['PrecedenceTableView', `/v1/rules/precedence?bodyId=${ids.bodyId}`],
  ['RulesInForceView', `/v1/rules/in-force?bodyId=${ids.bodyId}`],
  ['EventPage', '/v1/events?limit=1000'],
  ['EventView', '/v1/events/POSITION'],
  ['ReceiptView', '/v1/receipts/POSITION'],
];

describe('answers are as the OpenAPI document describes them', () => {
  it.each(queries)('%s at %s', async (schema, path) => {
    const { status, body } = await ledger.get(path.replace('POSITION', String(first)));
    const validate = ajv.getSchema(`openapi#/components/schemas/${schema}`);
    expect(status).toBe(200);
    expect(validate?.(body) === true ? [] : validate?.errors).toEqual([]);
  });

  it('for every query that answers a view', async () => {
    const document = JSON.stringify((await ledger.get('/openapi.json', { key: '' })).body);
    const answered = [
      ...document.matchAll(/"application\/json":\{"schema":\{"\$ref":"#\/components\/schemas\/(\w+)"/g),
    ];
    const views = answered
      .map(([, name]) => name)
      .filter((name) => /(Page|View|Document|Timeline|Explanation|Differences)$/.test(name ?? ''));
    expect(new Set(queries.map(([schema]) => schema))).toEqual(new Set(views));
  });
});
