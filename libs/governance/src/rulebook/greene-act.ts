import { found, live } from './rule.ts';
import type { Rule } from './rule.ts';

const greene = { selectedBy: { by: 'regime', regime: 'GREENE_ACT' }, verified: true } as const;

/** The Greene Act, for councils at school sites. Which ones it covers was amended: a determination has a date. */
export const greeneAct = {
  'GA-01': {
    title: 'Notice and agenda are posted for 72 hours at the school site or another public place.',
    citation: 'Cal. Ed. Code § 35147(c)',
    source: 'Cal. Ed. Code § 35147',
    ...greene,
    severity: found,
    codes: ['NOTICE_TOO_SHORT', 'NO_PHYSICAL_POSTING', 'AGENDA_NOT_POSTED'],
    judgedBy: 'decision',
  },
  'GA-02': {
    title: 'An item off the agenda needs all members present to find that it cannot wait.',
    citation: 'Cal. Ed. Code § 35147(c)',
    source: 'Cal. Ed. Code § 35147',
    ...greene,
    severity: live,
    codes: ['NOT_ON_POSTED_AGENDA', 'OFF_AGENDA_VOTE_INSUFFICIENT', 'OFF_AGENDA_NOT_ALLOWED'],
    judgedBy: 'decision',
  },
} as const satisfies Record<string, Rule>;
