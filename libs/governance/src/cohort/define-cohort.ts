import { irregular, refuse } from '../kernel/index.ts';
import type { Decision } from '../kernel/index.ts';
import type { CohortDefined, CohortSize } from './events.ts';
import type { BodyFact, OrganizationFact } from './facts.ts';
import type { CohortState } from './state.ts';

/** A programme provides for a group of schools that join together. A size that nobody states is unknown. */
export type DefineCohort = Omit<CohortDefined, 'type' | 'plannedSize'> &
  Readonly<{ type: 'DefineCohort'; plannedSize?: CohortSize }>;

export function* defineCohort(
  state: CohortState,
  command: DefineCohort,
  { body, organizationRegistered }: BodyFact & OrganizationFact,
): Decision<CohortDefined> {
  const { type: _type, plannedSize = 'unknown', ...rest } = command;
  const { bodyId, organizationId, authorityRef } = rest;
  if (state.status !== 'none') return yield* refuse('COHORT_EXISTS');
  if (!body) return yield* refuse('BODY_UNKNOWN', { bodyId });
  if (body.dissolved) yield irregular('BODY_DISSOLVED', { bodyId });
  if (organizationId !== undefined && !organizationRegistered)
    return yield* refuse('ORGANIZATION_UNKNOWN', { organizationId });
  if (!authorityRef) yield irregular('AUTHORITY_MISSING', { field: 'authorityRef' });
  return [{ type: 'CohortDefined', ...rest, plannedSize }];
}
