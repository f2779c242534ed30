import { refuse } from '../kernel/index.ts';
import type { Decision } from '../kernel/index.ts';
import type { SubjectEnrolled } from './events.ts';
import type { AccessState } from './state.ts';

/** A person of an identity provider becomes an actor, once; the subject is kept as a hash. */
export type EnrolSubject = Readonly<{ type: 'EnrolSubject' }> & Omit<SubjectEnrolled, 'type'>;

export function* enrolSubject(state: AccessState, command: EnrolSubject): Decision<SubjectEnrolled> {
  if (state.kind !== 'none') return yield* refuse('SUBJECT_EXISTS');
  return [{ ...command, type: 'SubjectEnrolled' }];
}
