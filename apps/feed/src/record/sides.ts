import { getBody } from '#projections';
import type { DecisionDocument, Reads } from '#projections';
import type { Sides } from '../words/outcome.ts';

/** The sides as they were when the vote was opened, under the names that they have. */
export function sidesOf(reads: Reads, { eligibility, constituencies, bodyId }: DecisionDocument): Sides {
  const names = new Map(constituencies.map(({ constituencyId, name }) => [constituencyId, name]));
  const defined = bodyId === undefined ? undefined : getBody(reads, bodyId);
  for (const { constituencyId, name } of defined?.constituencies ?? [])
    if (!names.has(constituencyId)) names.set(constituencyId, name);
  const ids = eligibility?.constituencyIds ?? constituencies.map(({ constituencyId }) => constituencyId);
  return ids.map((id) => ({ id, name: names.get(id) }));
}
