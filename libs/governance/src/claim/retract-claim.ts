import { irregular, refuse } from '../kernel/index.ts';
import type { Decision } from '../kernel/index.ts';
import type { ClaimRetracted } from './events.ts';
import type { RetractionFact, SourceFact } from './facts.ts';
import { recordedClaim, registeredSource } from './guards.ts';
import type { ClaimState } from './state.ts';

/** Its publisher takes a claim back. Nobody else can: others dispute it. */
export type RetractClaim = Readonly<{ type: 'RetractClaim' }> & Omit<ClaimRetracted, 'type'>;

export function* retractClaim(
  state: ClaimState,
  command: RetractClaim,
  facts: SourceFact & RetractionFact,
): Decision<ClaimRetracted> {
  yield* recordedClaim(state);
  if (state.retracted) return yield* refuse('CLAIM_RETRACTED');
  const { publisher } = yield* registeredSource(facts, state.sourceId);
  const { sourceId } = command;
  if (sourceId !== undefined && !facts.retractedInKnown) return yield* refuse('SOURCE_UNKNOWN', { sourceId });
  if (command.publisher !== publisher)
    yield irregular('RETRACTION_NOT_BY_PUBLISHER', { publisher, by: command.publisher });
  return [{ ...command, type: 'ClaimRetracted' }];
}
