import { irregular, refuse } from '../kernel/index.ts';
import type { Decision } from '../kernel/index.ts';
import { carries } from './cited.ts';
import type { MotionVoided } from './events.ts';
import type { ChallengeFact } from './facts.ts';
import { inStatus } from './guards.ts';
import type { Check } from './guards.ts';
import { effectStands } from './procedure/effect-stands.ts';
import type { OtherMotionsFact } from './procedure/facts.ts';
import type { MotionState } from './state.ts';

/**
 * What the body adopted is found to be of no effect: by a court, by curing and correcting it (Gov. Code 54960.1;
 * meeting rule BA-18), or because there was no quorum. The old motion keeps its record.
 */
export type VoidMotion = Readonly<{ type: 'VoidMotion' } & Omit<MotionVoided, 'type' | 'challengeRevision'>>;

/** The challenge was to what this body did, to this motion if it named one, and it had success. */
function* upheld(
  { bodyId }: MotionState,
  challengeId: string,
  { challenge, motionId }: VoidFacts,
): Check<Pick<MotionVoided, 'challengeRevision'>> {
  if (!challenge) return yield* refuse('CHALLENGE_UNKNOWN', { challengeId });
  const { status, outcome, revision } = challenge;
  const challenged = challenge.motionId ?? motionId;
  if (challenge.bodyId !== bodyId || challenged !== motionId)
    yield* refuse('CHALLENGE_OF_OTHER_ACTION', {
      challengeId,
      challenged: challenge.motionId,
      bodyId: challenge.bodyId,
    });
  const isUpheld = status === 'cured' || outcome === 'cured' || outcome === 'adjudicated';
  if (!isUpheld) yield irregular('CHALLENGE_NOT_UPHELD', { challengeId, status, outcome });
  return { challengeRevision: revision };
}

type VoidFacts = ChallengeFact & Pick<OtherMotionsFact, 'motionId'>;

export function* voidMotion(
  state: MotionState,
  command: VoidMotion,
  facts: VoidFacts,
): Decision<MotionVoided> {
  const { challengeId } = command;
  yield* inStatus(state, command, ...carries);
  yield* effectStands(state);
  const challenge = challengeId === undefined ? {} : yield* upheld(state, challengeId, facts);
  return [{ ...command, type: 'MotionVoided', ...challenge }];
}
