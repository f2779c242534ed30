import { refuse } from '../kernel/index.ts';
import type { AtFact, Decision } from '../kernel/index.ts';
import type { BodySucceeded } from './events.ts';
import type { BodyIdFact, RelatedBodyFact } from './facts.ts';
import { existingBody } from './guards.ts';
import type { BodyState } from './state.ts';

/** Another body, which exists, takes this one's place; this one is dissolved by a command of its own. */
export type SucceedBody = Readonly<{ type: 'SucceedBody' }> & Omit<BodySucceeded, 'type'>;

export function* succeedBody(
  state: BodyState,
  command: SucceedBody,
  { at, bodyId, relatedBody: successor }: AtFact & BodyIdFact & RelatedBodyFact,
): Decision<BodySucceeded> {
  const { successorId } = command;
  yield* existingBody(state, at);
  if (successorId === bodyId) return yield* refuse('SUCCESSOR_IS_SELF', { successorId });
  if (!successor) return yield* refuse('SUCCESSOR_UNKNOWN', { successorId });
  if (state.successorIds.includes(successorId)) return yield* refuse('SUCCESSOR_EXISTS', { successorId });
  return [{ ...command, type: 'BodySucceeded' }];
}
