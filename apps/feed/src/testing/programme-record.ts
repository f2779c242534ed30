import { hash } from 'node:crypto';
import { parseWhen, unknownWhen } from '#governance';
import type { DomainEvent } from '#governance';
import type { EventStore } from '#event-store';
import { hostile, hostileTitle } from './hostile.ts';
import { recordEvents } from './scenario.ts';

const zone = 'America/Los_Angeles';
const when = (literal: string) => parseWhen(literal, zone) ?? unknownWhen;
const programId = 'community-schools';

type Streams = readonly (readonly [stream: string, events: readonly DomainEvent[]])[];

const cohort = (
  label: string,
  ordinal: number,
  year: string,
  plannedSize: number | 'unknown',
): DomainEvent => ({
  type: 'CohortDefined',
  bodyId: 'council',
  programId,
  label,
  ordinal,
  schoolYear: when(year),
  plannedSize,
});

/** A cohort that was selected, one of unknown size and one that is planned. */
const cohorts: Streams = [
  [
    'cohort-first',
    [
      cohort('First cohort', 1, '2019-2020', 2),
      {
        type: 'CohortSelectionApproved',
        motionId: 'trees',
        motionRevision: 4,
        schools: [{ schoolId: 'elm' }, { schoolId: 'oak' }],
      },
      { type: 'CohortClosed' },
    ],
  ],
  ['cohort-second', [cohort(hostileTitle, 2, '2020-2021', 'unknown')]],
  ['cohort-third', [cohort('Third cohort', 3, '2026-2027', 5)]],
];

const school = (name: string): DomainEvent => ({ type: 'SchoolRegistered', name, bodyId: 'council' });

const schools: Streams = [
  [
    'school-elm',
    [
      school('Elm School'),
      { type: 'SchoolDesignated', cohortId: 'first', effectiveFrom: when('2019-08-01'), motionId: 'trees' },
      { type: 'DesignationSuspended', effectiveFrom: when('2022-01-01'), reason: hostile.script },
      { type: 'DesignationRestored', effectiveFrom: when('2022-06-01') },
      { type: 'SiteBodyFormed', kind: 'LSLC', bodyId: 'council' },
      { type: 'CoordinatorAssigned' },
    ],
  ],
  ['school-oak', [school(hostileTitle), { type: 'SchoolDesignated', effectiveFrom: when('2020') }]],
];

const made = (
  title: string,
  more: Partial<Extract<DomainEvent, { type: 'CommitmentMade' }>>,
): DomainEvent => ({
  type: 'CommitmentMade',
  kind: 'target',
  title,
  bodyId: 'council',
  owner: { kind: 'body', ref: 'council' },
  ...more,
});

const stated = { how: { kind: 'stated' } } as const;

const commitments: Streams = [
  [
    'commitment-seventy',
    [
      made('Ten community schools', {
        measure: { counts: 'designated_schools', programId },
        value: { number: 10, unit: 'schools', qualifier: 'at_least' },
        due: { when: when('2023-06-30'), ...stated },
        authorityRef: { kind: 'motion', motionId: 'trees', motionRevision: 4 },
      }),
    ],
  ],
  [
    'commitment-money',
    [
      made(hostileTitle, {
        kind: 'funding',
        obligor: { kind: 'other', ref: hostile.turned },
        value: { minorUnits: 15000000, currency: 'USD', period: 'school_year', each: 'school' },
        authorityRef: { kind: 'clause', clauseRef: { instrument: 'bylaws', clause: '4.1' } },
      }),
      {
        type: 'CommitmentProgressReported',
        period: when('2020'),
        subject: 'elm',
        numerator: 1,
        denominator: 2,
      },
      { type: 'CommitmentMet', evidence: hostile.attribute },
    ],
  ],
];

const source = (title: string, url: string): DomainEvent => ({
  type: 'SourceRegistered',
  title,
  publisher: 'The press',
  url,
  sha256: hash('sha256', title),
});

const claim = (sourceId: string, value: number, locator: string): DomainEvent => ({
  type: 'ClaimRecorded',
  subject: programId,
  predicate: 'designated-schools',
  value,
  asOf: when('2021'),
  sourceId,
  sourceRevision: 0,
  locator,
  confidence: 'stated',
  comparison: { measure: 'designated_schools', programId, figure: value },
});

const claims: Streams = [
  ['source-paper', [source('The paper', 'https://paper.example/1')]],
  ['source-hostile', [source(hostileTitle, 'javascript:alert(1)')]],
  ['claim-paper', [claim('paper', 17, 'page 3'), { type: 'ClaimDisputed', byClaimId: 'other' }]],
  ['claim-other', [claim('hostile', 7, hostile.attribute)]],
  [
    'claim-words',
    [
      {
        type: 'ClaimRecorded',
        subject: 'elm',
        predicate: 'joined',
        value: hostile.script,
        sourceId: 'hostile',
        sourceRevision: 0,
        locator: 'line 2',
      },
      {
        type: 'ClaimReconciled',
        withClaimIds: ['said'],
        preferredClaimId: 'said',
        rationale: 'It was there.',
      },
    ],
  ],
  [
    'claim-said',
    [
      {
        type: 'ClaimRecorded',
        subject: 'elm',
        predicate: 'joined',
        value: '2019',
        sourceId: 'paper',
        sourceRevision: 0,
        locator: 'page 4',
      },
    ],
  ],
];

/** A programme with cohorts and schools, commitments on it, and sources that do not agree about it. */
export async function recordProgramme(ledger: EventStore): Promise<void> {
  for (const [stream, events] of [...cohorts, ...schools, ...commitments, ...claims])
    await recordEvents(ledger, stream, events, { at: '2022-09-01', lang: 'en' });
}
