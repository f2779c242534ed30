import type { RuleId } from './rules.ts';

/**
 * Rules of order that only say how business is done: two thirds may set them aside. Not those that protect absent
 * members or a minority, the quorum, or what the law asks. RONR (12th ed.) 25:2–16.
 */
const ofOrder: ReadonlySet<RuleId> = new Set(['RR-01', 'RR-02', 'RR-03', 'RR-09', 'RR-11', 'RR-17']);

/** Rules of the body's own bylaws are set aside only where these provide for it. RONR (12th ed.) 25:7. */
const ofBylaws: ReadonlySet<RuleId> = new Set(['SP-09', 'SP-12']);

export const isSuspendable = (ruleId: RuleId, provided: boolean): boolean =>
  ofOrder.has(ruleId) || (provided && ofBylaws.has(ruleId));
