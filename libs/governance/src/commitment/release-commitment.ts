import { irregular } from '../kernel/index.ts';
import type { Decision } from '../kernel/index.ts';
import { ofBody } from '../motion/cited.ts';
import { hasMandate, pinned } from './authority.ts';
import type { NamedAuthority } from './authority.ts';
import type { CommitmentReleased } from './events.ts';
import type { Facts } from './facts.ts';
import { unsettled } from './guards.ts';
import type { CommitmentState } from './state.ts';

/** Who may bind may release: by a motion, or by a clause. */
export type ReleaseCommitment = Readonly<{
  type: 'ReleaseCommitment';
  reason: string;
  authorityRef?: NamedAuthority;
}>;

export function* releaseCommitment(
  state: CommitmentState,
  { reason, authorityRef: named }: ReleaseCommitment,
  facts: Facts,
): Decision<CommitmentReleased> {
  yield* unsettled(state, facts);
  const authorityRef = yield* pinned(named, facts);
  // Whose commitment it is need not be who decides; that another body releases it is said.
  const released = named?.motionId === undefined ? facts.mandate : facts.motion;
  if (state.bodyId !== undefined) yield* ofBody(released, state.bodyId);
  const isBound = authorityRef !== undefined && authorityRef.kind !== 'source';
  if (!isBound && !hasMandate(facts)) yield irregular('RELEASE_NEEDS_AUTHORITY');
  return [{ type: 'CommitmentReleased', reason, ...(authorityRef && { authorityRef }) }];
}
