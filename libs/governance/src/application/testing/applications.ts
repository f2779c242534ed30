import { cohort } from '../../school/testing/schools.ts';
import { now, on } from '../../cohort/testing/cohorts.ts';
import { roster as committee } from '../../motion/testing/committee.ts';
import { adopted } from '../../motion/testing/cited.ts';
import type { CitedSchool } from '../../school/cited.ts';
import type { ApplicationEvent } from '../events.ts';
import type { Facts } from '../facts.ts';

export { cohort, now, on };

export const school = (change: Partial<CitedSchool> = {}): CitedSchool => ({
  schoolId: 'cedar',
  revision: 3,
  merged: false,
  siteBodyIds: new Set(['cedar-sgt']),
  ...change,
});

/** The motion by which the site body signed off. */
export const siteMotion = adopted('sign-off', { bodyId: 'cedar-sgt', revision: 9 });
export const voteRef = { motionId: 'sign-off', voteEventId: 'vote-1' };

export const facts = (change: Partial<Facts> = {}): Facts => ({
  at: now,
  cohortId: 'cohort-5',
  schoolId: 'cedar',
  cohort: cohort({ selected: new Set() }),
  school: school(),
  roster: committee,
  motion: siteMotion,
  ...change,
});

export const started: ApplicationEvent = {
  type: 'ApplicationStarted',
  cohortId: 'cohort-5',
  schoolId: 'cedar',
  bodyId: 'steering',
  cohortRevision: 6,
  schoolRevision: 3,
};
export const signedOff: ApplicationEvent = {
  type: 'SiteSignOffRecorded',
  siteBodyId: 'cedar-sgt',
  voteRef,
  motionRevision: 9,
  schoolRevision: 3,
};
export const submitted: ApplicationEvent = {
  type: 'ApplicationSubmitted',
  submission: 1,
  criteriaVersion: '2026',
  cohortRevision: 6,
  schoolRevision: 3,
};
export const returned: ApplicationEvent = { type: 'ApplicationReturned', missing: ['Budget'] };
export const reviewed: ApplicationEvent = {
  type: 'ApplicationReviewed',
  criterion: 'readiness',
  score: 4,
  comment: 'Ready.',
  reviewerSeatId: 'lausd-1',
  rosterRevision: 41,
  criteriaVersion: '2026',
  cohortRevision: 6,
};
export const recused: ApplicationEvent = {
  type: 'ReviewerRecused',
  reviewerSeatId: 'utla-1',
  reason: 'Taught there',
  rosterRevision: 41,
};
export const recommended: ApplicationEvent = { type: 'ApplicationRecommended' };
