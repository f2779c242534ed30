import { always, found } from './rule.ts';
import type { Rule } from './rule.ts';

/** What protects persons, and what keeps their interests out of decisions. */
export const persons = {
  'PR-01': {
    title: 'At the written request of a pupil or parent, their information is kept out of minutes.',
    citation: 'Cal. Ed. Code § 49073.2',
    source: 'Cal. Ed. Code § 49073.2 (governing boards; other bodies may adopt it)',
    verified: true,
    selectedBy: { by: 'policy' },
    severity: found,
    codes: [],
    judgedBy: 'decision',
  },
  'CI-01': {
    title: 'Who has an interest says so in public before the item, takes no part in it, and leaves the room.',
    citation: 'Cal. Gov. Code § 87105; 2 CCR § 18707',
    source: '2 CCR § 18707',
    verified: true,
    selectedBy: { by: 'record' },
    severity: found,
    codes: ['RECUSAL_INCOMPLETE'],
    judgedBy: 'decision',
  },
  'AV-01': {
    title: 'The preferential vote of a pupil member is recorded and never counted.',
    citation: 'Cal. Ed. Code § 35012',
    source: 'Cal. Ed. Code § 35012, dated versions',
    verified: true,
    selectedBy: { by: 'record' },
    severity: always,
    codes: [],
    judgedBy: 'decision',
  },
} as const satisfies Record<string, Rule>;
