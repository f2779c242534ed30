import { refuse } from '../kernel/index.ts';
import type { Decision } from '../kernel/index.ts';
import type { SchoolRenamed } from './events.ts';
import { existingSchool } from './guards.ts';
import type { SchoolState } from './state.ts';

/** The school gets another name; it stays the same school. */
export type RenameSchool = Readonly<{ type: 'RenameSchool'; name: string }>;

export function* renameSchool(state: SchoolState, { name: to }: RenameSchool): Decision<SchoolRenamed> {
  const { name: from } = state;
  yield* existingSchool(state);
  if (from === to) return yield* refuse('NAME_UNCHANGED', { name: to });
  return [{ type: 'SchoolRenamed', from, to }];
}
