import { listBodies, listDecisions } from '#projections';
import type { BodySummary } from '#projections';
import type { Rendering } from '../../http/resource.ts';
import { decisionsRequest } from '../../resources/decisions.ts';
import type { DecisionsQuery } from '../../resources/decisions.ts';
import type { Loaded } from '../frame/page.tsx';
import type { ListedDecision } from '../parts/decision-list.tsx';
import { listedDecision } from '../parts/listed.ts';

export type DecisionsData = Readonly<{
  query: DecisionsQuery;
  bodies: readonly BodySummary[];
  decisions: readonly ListedDecision[];
  next?: string | undefined;
}>;

export function loadDecisions({ reads, query }: Rendering<DecisionsQuery>): Loaded<DecisionsData> {
  const { items, next } = listDecisions(reads, decisionsRequest(reads, query));
  const bodies = listBodies(reads, { limit: 200 }).items;
  return { data: { query, bodies, next, decisions: items.map((one) => listedDecision(reads, one)) } };
}
