import { found, live } from './rule.ts';
import type { Rule } from './rule.ts';

const everywhere = { selectedBy: { by: 'record' }, verified: true } as const;

/** Public notice of bargaining: binds the employer's board, not a joint committee. */
export const bargaining = {
  'LR-01': {
    title:
      'A new subject of bargaining, and the vote of each member of the board on it, is public in 24 hours.',
    citation: 'Cal. Gov. Code § 3547(d)',
    source: 'Cal. Gov. Code § 3547',
    ...everywhere,
    severity: found,
    codes: [],
    judgedBy: 'people',
  },
  'LR-02': {
    title:
      'The major provisions and costs of an agreement with a union are disclosed at a public meeting first.',
    citation: 'Cal. Gov. Code § 3547.5',
    source: 'Cal. Gov. Code §§ 3547–3547.5',
    ...everywhere,
    severity: live,
    codes: ['DISCLOSURE_MISSING', 'DISCLOSED_TOO_LATE'],
    judgedBy: 'decision',
  },
} as const satisfies Record<string, Rule>;
