import { challenge, claim, cohort, commitment, source } from '#governance';
import type { motion as motions } from '#governance';
import { on } from './body-histories.ts';
import { decidedStream } from './decided-stream.ts';
import type { TestRecord } from './record.ts';

const at = on('2026-01-01');
const motion: motions.CitedMotion = {
  motionId: 'two-more-schools',
  revision: 0,
  bodyId: 'board',
  status: 'adopted',
  since: at,
  voteEventIds: [],
};

/** Adds sources, claims that contradict each other, commitments and a challenge: one of each event. */
export function addClaims(record: TestRecord): void {
  decidedStream(record, source.decider, 'page').execute(
    { type: 'RegisterSource', title: 'A page', publisher: 'The union', sha256: 'a'.repeat(64) },
    { at, textIsKept: false },
  );
  const claimIds = new Set(['claim-a', 'claim-b']);
  const ofClaim = {
    at,
    source: { publisher: 'The union', revision: 0 },
    sourceText: undefined,
    claimIds,
    retractedInKnown: true,
  };
  const say = (claimId: string, command: claim.Command): void =>
    decidedStream(record, claim.decider, claimId).execute(command, {
      ...ofClaim,
      claimId,
      factIsRecorded: true,
      authority: { kind: 'office', ref: 'secretary' },
    });
  const said = { subject: 'schools', predicate: 'count', sourceId: 'page', locator: 'line 1' } as const;
  const comparison = { measure: 'designated_schools', programId: 'program', figure: 63 } as const;
  say('claim-a', { type: 'RecordClaim', ...said, value: 63, comparison });
  say('claim-b', { type: 'RecordClaim', ...said, value: 55 });
  say('claim-b', { type: 'DisputeClaim', byClaimId: 'claim-a' });
  say('claim-a', {
    type: 'ReconcileClaims',
    withClaimIds: ['claim-b'],
    preferredClaimId: 'claim-a',
    rationale: 'Later.',
  });
  say('claim-b', { type: 'RetractClaim', publisher: 'The union' });
  addCommitments(record);
  addCohort(record);
}

function addCohort(record: TestRecord): void {
  const stream = decidedStream(record, cohort.decider, 'measured-cohort');
  const facts: cohort.Facts = {
    at,
    body: { dissolved: false },
    organizationRegistered: true,
    motion: undefined,
    applications: new Map(),
    unknownSchoolIds: [],
  };
  stream.execute(
    {
      type: 'DefineCohort',
      bodyId: 'board',
      programId: 'program',
      label: 'Cohort 1',
      schoolYear: at,
      authorityRef: { kind: 'clause', ref: '4' },
    },
    facts,
  );
  stream.execute({ type: 'CloseCohort', size: 55 }, facts);
}

function addCommitments(record: TestRecord): void {
  const facts = {
    at,
    timeZone: 'UTC',
    motion,
    clause: undefined,
    source: undefined,
    unknownBodyIds: [],
    unknownOrganizationIds: [],
  };
  const say = (id: string, command: commitment.Command): void =>
    decidedStream(record, commitment.decider, id).execute(command, { ...facts, authority: undefined });
  const authorityRef = { motionId: 'two-more-schools' };
  for (const id of ['target', 'other-target'])
    say(id, {
      type: 'MakeCommitment',
      kind: 'target',
      title: 'Seventy schools',
      bodyId: 'board',
      owner: { kind: 'body', ref: 'board' },
      measure: { counts: 'designated_schools', programId: 'program' },
      value: { number: 70 },
      dueWithin: 'P1D',
      authorityRef,
    });
  say('target', { type: 'ReviseCommitment', value: { number: 71 }, authorityRef });
  say('target', { type: 'ReportCommitmentProgress', quantity: 63 });
  say('target', { type: 'RecordCommitmentMet' });
  say('other-target', { type: 'ReleaseCommitment', reason: 'Superseded.', authorityRef });
  decidedStream(record, challenge.decider, 'demand').execute(
    {
      type: 'ReceiveCureDemand',
      bodyId: 'board',
      by: 'An association',
      motionId: 'two-more-schools',
      actedAt: at,
      allegedSection: '54953',
      openSession: true,
    },
    { at, body: { timeZone: 'UTC', regime: 'BROWN_ACT' }, motion, meeting: undefined },
  );
}
