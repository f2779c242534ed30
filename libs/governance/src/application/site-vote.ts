import { irregular, refuse } from '../kernel/index.ts';
import type { AtFact, Check } from '../kernel/index.ts';
import { carries } from '../motion/cited.ts';
import type { CitedMotion } from '../motion/cited.ts';
import type { VoteRef } from './events.ts';
import type { MotionFact } from './facts.ts';
import { voteKey } from './state.ts';
import type { ApplicationState } from './state.ts';

type Cited = Readonly<{ siteBodyId: string; voteRef?: VoteRef }>;
type Pinned = Cited & Readonly<{ motionRevision?: number }>;

/** Why a vote does not say what it is cited for; undefined where it does. */
function whyNot(
  { voteEventIds, status, since }: CitedMotion,
  voteEventId: string,
  { at }: AtFact,
): string | undefined {
  if (voteEventIds.at(-1) !== voteEventId) return 'another vote on the motion followed';
  if (!carries.includes(status)) return `the motion is ${status}`;
  return since && since.earliest > at.latest ? `the vote came later: ${since.literal}` : undefined;
}

/** A site body decides by its own vote or consensus, in this ledger (SP-15). Without one, no source says which. */
export function* siteVote(
  { spentVotes, signOffVote }: ApplicationState,
  { siteBodyId, voteRef }: Cited,
  facts: MotionFact & AtFact,
): Check<Pinned> {
  const rule = 'SP-15';
  if (!voteRef) {
    yield irregular('SITE_VOTE_MISSING', { rule, siteBodyId });
    return { siteBodyId };
  }
  const { motionId, voteEventId } = voteRef;
  const { motion } = facts;
  if (!motion) return yield* refuse('MOTION_UNKNOWN', { motionId });
  if (motion.bodyId !== siteBodyId)
    return yield* refuse('VOTE_OF_OTHER_BODY', { motionId, bodyId: motion.bodyId, siteBodyId });
  if (!motion.voteEventIds.includes(voteEventId))
    return yield* refuse('VOTE_UNKNOWN', { motionId, voteEventId });
  const vote = voteKey(voteRef);
  if (vote === signOffVote || spentVotes.has(vote))
    return yield* refuse('VOTE_ALREADY_CITED', { motionId, voteEventId });
  const reason = whyNot(motion, voteEventId, facts);
  if (reason !== undefined) yield irregular('SITE_VOTE_NOT_PASSED', { rule, motionId, voteEventId, reason });
  return { siteBodyId, voteRef, motionRevision: motion.revision };
}
