import type { Decision } from '../kernel/index.ts';
import type { CoordinatorAssigned } from './events.ts';
import { existingSchool } from './guards.ts';
import type { SchoolState } from './state.ts';

/** The school gets a coordinator; without a person, no source says who. */
export type AssignCoordinator = Readonly<{ type: 'AssignCoordinator'; personId?: string }>;

export function* assignCoordinator(
  state: SchoolState,
  { type: _type, ...said }: AssignCoordinator,
): Decision<CoordinatorAssigned> {
  yield* existingSchool(state);
  return [{ type: 'CoordinatorAssigned', ...said }];
}
