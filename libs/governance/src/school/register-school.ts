import { refuse } from '../kernel/index.ts';
import type { Decision } from '../kernel/index.ts';
import type { SchoolRegistered } from './events.ts';
import type { RegistryFact } from './facts.ts';
import type { SchoolState } from './state.ts';

/** A school enters the registry. It is registered once. */
export type RegisterSchool = Omit<SchoolRegistered, 'type'> & Readonly<{ type: 'RegisterSchool' }>;

export function* registerSchool(
  state: SchoolState,
  command: RegisterSchool,
  { bodyExists, organizationRegistered }: RegistryFact,
): Decision<SchoolRegistered> {
  const { bodyId, organizationId } = command;
  if (state.status !== 'none') return yield* refuse('SCHOOL_EXISTS', { name: state.name });
  if (!bodyExists) return yield* refuse('BODY_UNKNOWN', { bodyId });
  if (organizationId !== undefined && !organizationRegistered)
    return yield* refuse('ORGANIZATION_UNKNOWN', { organizationId });
  return [{ ...command, type: 'SchoolRegistered' }];
}
