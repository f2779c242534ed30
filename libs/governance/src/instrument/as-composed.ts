import type { Composed } from '../body/roster.ts';
import { broken, certainlyBefore } from '../kernel/index.ts';
import type { Check, When } from '../kernel/index.ts';
import type { CompositionTerms, RuleTerms } from './bound-rule.ts';
import type { ComposedFact } from './facts.ts';

type Difference = Readonly<{ of: string; seats: number; stated: number }>;

/** Seats of each constituency that the clause, or the body, knows; advisory ones where the clause counts them. */
function ofConstituencies({ perConstituency }: CompositionTerms, body: Composed): readonly Difference[] {
  if (perConstituency.length === 0) return [];
  const ids = new Set([...perConstituency, ...body.constituencies].map((one) => one.constituencyId));
  return [...ids].flatMap((id) => {
    const { voting = 0, advisory } = perConstituency.find((one) => one.constituencyId === id) ?? {};
    const open = body.constituencies.find((one) => one.constituencyId === id);
    const seats = { of: id, seats: open?.voting ?? 0, stated: voting };
    const heard = { of: `${id} advisory`, seats: open?.advisory ?? 0 };
    return advisory === undefined ? [seats] : [seats, { ...heard, stated: advisory }];
  });
}

/** A seat more than the clause gives is against it; a seat fewer may yet be opened. */
export function* asComposed(
  ruleId: string,
  { composition }: RuleTerms,
  { composed }: ComposedFact,
): Check<Readonly<{ bodyRevision?: number }>> {
  if (!composition || !composed) return {};
  const { min = 0, max = Infinity } = composition;
  const { seats } = composed;
  const differences = ofConstituencies(composition, composed);
  const beyond = differences.filter((one) => one.seats > one.stated);
  const short = differences.filter((one) => one.seats < one.stated);
  if (seats > max) beyond.push({ of: 'max', seats, stated: max });
  if (seats < min) short.push({ of: 'min', seats, stated: min });
  const { bodyId } = composed;
  if (beyond.length > 0)
    yield broken('SP-01', 'BOUND_CLAUSE_EXCEEDED', { ruleId, bodyId, differences: beyond });
  if (short.length > 0)
    yield broken('SP-01', 'BOUND_CLAUSE_NOT_REACHED', { ruleId, bodyId, differences: short });
  return { bodyRevision: composed.revision };
}

/** As of when seats are compared: what takes effect later is judged by the seats that there are by then. */
export const comparedAt = (command: object, at: When): When => {
  const { effectiveFrom } = command as Readonly<{ effectiveFrom?: When }>;
  return effectiveFrom && certainlyBefore(at, effectiveFrom) ? effectiveFrom : at;
};
