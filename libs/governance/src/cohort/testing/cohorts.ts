import type { CitedApplication } from '../../application/cited.ts';
import { atInstant, parseWhen } from '../../kernel/index.ts';
import type { When } from '../../kernel/index.ts';
import { adopted } from '../../motion/testing/cited.ts';
import type { Command } from '../decide.ts';
import type { ApplicationCallOpened, CohortDefined } from '../events.ts';
import type { Facts } from '../facts.ts';

export const on = (literal: string): When => {
  const when = parseWhen(literal, 'America/Los_Angeles');
  if (!when) throw new Error(literal);
  return when;
};

export const now = atInstant('2026-09-01T18:00:00Z');

export const applied = (
  schoolId: string,
  change: Partial<CitedApplication> = {},
): readonly [string, CitedApplication] => [
  schoolId,
  { applicationId: `cohort-5:${schoolId}`, revision: 4, status: 'recommended', signedOff: true, ...change },
];

export const facts = (change: Partial<Facts> = {}): Facts => ({
  at: now,
  body: { dissolved: false },
  organizationRegistered: true,
  motion: adopted('selection'),
  applications: new Map(['cedar', 'alder', 'birch'].map((id) => applied(id))),
  unknownSchoolIds: [],
  ...change,
});

export const define: Extract<Command, { type: 'DefineCohort' }> = {
  type: 'DefineCohort',
  bodyId: 'steering',
  programId: 'community-schools',
  organizationId: 'district',
  label: 'Cohort Five',
  ordinal: 5,
  schoolYear: on('2026-27'),
  plannedSize: 2,
  authorityRef: { kind: 'clause', ref: 'resolution 2021 § 2' },
};
export const { type: _define, ...definition } = define;
export const defined: CohortDefined = { type: 'CohortDefined', ...definition, plannedSize: 2 };

export const openCall: Extract<Command, { type: 'OpenApplicationCall' }> = {
  type: 'OpenApplicationCall',
  opensAt: on('2026-08-15'),
  closesAt: on('2026-09-15'),
  criteriaVersion: '2026',
  criteria: [
    { criterionId: 'readiness', text: 'Is the site ready?', maxScore: 5 },
    { criterionId: 'climate', text: 'How is the climate of the school?' },
  ],
  priorities: ['Schools with the greatest need'],
};
const { type: _open, ...call } = openCall;
export const called: ApplicationCallOpened = {
  type: 'ApplicationCallOpened',
  ...call,
  siteSignOffRequired: true,
};
