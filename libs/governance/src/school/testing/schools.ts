import type { CitedCohort } from '../../cohort/cited.ts';
import { called, now, on } from '../../cohort/testing/cohorts.ts';
import { adopted } from '../../motion/testing/cited.ts';
import type { CitedSchool } from '../cited.ts';
import type { Command } from '../decide.ts';
import type { SchoolDesignated, SchoolRegistered } from '../events.ts';
import type { Facts } from '../facts.ts';

export { now, on };

const { type: _type, ...call } = called;
export const cohort = (change: Partial<CitedCohort> = {}): CitedCohort => ({
  cohortId: 'cohort-5',
  revision: 6,
  bodyId: 'steering',
  status: 'defined',
  definedAt: on('2026-01'),
  call,
  selected: new Set(['cedar']),
  ...change,
});

export const otherSchool: CitedSchool = {
  schoolId: 'alder',
  revision: 2,
  merged: false,
  siteBodyIds: new Set(),
};

export const facts = (change: Partial<Facts> = {}): Facts => ({
  at: now,
  schoolId: 'cedar',
  bodyExists: true,
  organizationRegistered: true,
  motion: adopted('selection'),
  authority: undefined,
  cohort: cohort(),
  application: { applicationId: 'cohort-5:cedar', revision: 4, status: 'selected', signedOff: true },
  otherSchool,
  ...change,
});

export const register: Extract<Command, { type: 'RegisterSchool' }> = {
  type: 'RegisterSchool',
  name: 'Cedar Elementary School',
  otherNames: ['Cedar'],
  bodyId: 'steering',
  organizationId: 'district',
};
export const registered: SchoolRegistered = { ...register, type: 'SchoolRegistered' };

export const designate: Extract<Command, { type: 'DesignateSchool' }> = {
  type: 'DesignateSchool',
  cohortId: 'cohort-5',
  motionId: 'selection',
  effectiveFrom: on('2026-08-15'),
  until: on('2029-06'),
};
export const designated: SchoolDesignated = {
  type: 'SchoolDesignated',
  cohortId: 'cohort-5',
  cohortRevision: 6,
  applicationRevision: 4,
  motionId: 'selection',
  motionRevision: 12,
  effectiveFrom: on('2026-08-15'),
  until: on('2029-06'),
};
