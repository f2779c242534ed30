import { endOfTime, holdsAt } from '#governance';
import type { Certainty, When } from '#governance';
import type { Reads } from '../runtime/index.ts';
import { factsAtRevision, factsKnownAt } from './facts.ts';
import type { Fact } from './facts.ts';
import { knownBody } from './known.ts';
import type { KnownBody } from './known.ts';
import { rolesInForce, seatsInForce } from './seats.ts';
import { bodyTotals, constituencyTotals, ruleInForce } from './totals.ts';
import type { CompositionView } from './views.ts';

export type TwoTimes = Readonly<{
  /** What was true then. */
  asOf: When;
  /** What the record knew then: an instant, ISO 8601 UTC with milliseconds; by default everything. */
  knownAt?: string | undefined;
}>;

/** A body whose establishment is not in the record may have existed at any time. */
const existenceOf = ({ of, asOf }: KnownBody): Certainty => {
  const existence = of('existence').at(-1);
  return existence ? holdsAt(existence.term, asOf) : 'possible';
};

/** Who sat in a body; undefined for a body of which nothing was known then. */
export function composition(
  reads: Reads,
  bodyId: string,
  { asOf, knownAt }: TwoTimes,
): CompositionView | undefined {
  return compositionOf(bodyId, factsKnownAt(reads, bodyId, knownAt ?? endOfTime), { asOf, knownAt });
}

/** Who sat in a body at a time, as the record had it after an event of the body's stream. */
export const compositionAtRevision = (
  reads: Reads,
  bodyId: string,
  { asOf, revision }: Readonly<{ asOf: When; revision: number }>,
): CompositionView | undefined => compositionOf(bodyId, factsAtRevision(reads, bodyId, revision), { asOf });

function compositionOf(
  bodyId: string,
  facts: readonly Fact[],
  { asOf, knownAt }: TwoTimes,
): CompositionView | undefined {
  if (facts.length === 0) return undefined;
  const known = knownBody(facts, asOf);
  const roles = rolesInForce(known);
  const seats = seatsInForce(known, roles);
  const rule = ruleInForce(known);
  const constituencies = constituencyTotals(known, seats, rule);
  return {
    bodyId,
    asOf,
    ...(knownAt !== undefined && { knownAt }),
    exists: existenceOf(known),
    body: bodyTotals(seats, constituencies),
    constituencies,
    ...(rule && { rule }),
    seats,
    officers: roles.filter(({ holder }) => holder.kind !== 'seat'),
  };
}
