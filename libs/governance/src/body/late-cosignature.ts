import { notable, refuse } from '../kernel/index.ts';
import type { AtFact, Decision } from '../kernel/index.ts';
import type { CosignatureCaughtUp, CosignatureMissed } from './events.ts';
import { existingBody } from './guards.ts';
import type { BodyState } from './state.ts';

/**
 * The witness of a party has not cosigned a checkpoint in time. It stays on the record, whatever comes later: once,
 * until the witness has caught up.
 */
export type MissCosignature = Readonly<{ type: 'MissCosignature' }> & Omit<CosignatureMissed, 'type'>;

/** It has cosigned after all: what it missed, or a checkpoint that covers that. */
export type CatchUpCosignature = Readonly<{ type: 'CatchUpCosignature' }> & Omit<CosignatureCaughtUp, 'type'>;

function* appointed(state: BodyState, witnessId: string) {
  const witness = state.witnesses.get(witnessId);
  return witness ?? (yield* refuse('WITNESS_UNKNOWN', { witnessId }));
}

export function* missCosignature(
  state: BodyState,
  command: MissCosignature,
  { at }: AtFact,
): Decision<CosignatureMissed> {
  const { type: _type, ...missed } = command;
  const { witnessId } = missed;
  yield* existingBody(state, at);
  const { dismissed, missing } = yield* appointed(state, witnessId);
  if (dismissed) return yield* refuse('WITNESS_DISMISSED', { witnessId });
  if (missing !== undefined) return yield* refuse('COSIGNATURE_MISSED_ALREADY', { witnessId, size: missing });
  yield notable('COSIGNATURE_LATE', missed);
  return [{ type: 'CosignatureMissed', ...missed }];
}

export function* catchUpCosignature(
  state: BodyState,
  command: CatchUpCosignature,
  { at }: AtFact,
): Decision<CosignatureCaughtUp> {
  const { type: _type, ...caughtUp } = command;
  const { witnessId, size } = caughtUp;
  yield* existingBody(state, at);
  const { missing } = yield* appointed(state, witnessId);
  if (missing === undefined || size < missing)
    return yield* refuse('COSIGNATURE_NOT_MISSED', { witnessId, size });
  yield notable('COSIGNATURE_CAUGHT_UP', { ...caughtUp, missed: missing });
  return [{ type: 'CosignatureCaughtUp', ...caughtUp }];
}
