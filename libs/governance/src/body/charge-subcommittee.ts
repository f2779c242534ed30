import { isVoid, refuse } from '../kernel/index.ts';
import type { AtFact, Decision } from '../kernel/index.ts';
import type { SubcommitteeCharged } from './events.ts';
import { existingBody } from './guards.ts';
import type { BodyState } from './state.ts';

/** A subcommittee is told by its parent what to do, how often to meet, and until when. Said anew, the charge replaces the one before. */
export type ChargeSubcommittee = Readonly<{ type: 'ChargeSubcommittee' }> & Omit<SubcommitteeCharged, 'type'>;

export function* chargeSubcommittee(
  state: BodyState,
  command: ChargeSubcommittee,
  { at }: AtFact,
): Decision<SubcommitteeCharged> {
  const { expiresAt } = command;
  yield* existingBody(state, at);
  if (state.parentBodyId === undefined) return yield* refuse('PARENT_UNKNOWN');
  if (isVoid({ start: at, end: expiresAt }))
    return yield* refuse('TERM_INVERTED', { at: at.literal, expiresAt: expiresAt?.literal });
  return [{ ...command, type: 'SubcommitteeCharged' }];
}
