import { refuse } from '../kernel/index.ts';
import type { AtFact, Decision } from '../kernel/index.ts';
import type { SiteSignOffRevoked, VoteRef } from './events.ts';
import type { MotionFact } from './facts.ts';
import { inStatus } from './guards.ts';
import { siteVote } from './site-vote.ts';
import type { ApplicationState } from './state.ts';

/** The site body no longer stands behind the application, by a vote as well. */
export type RevokeSiteSignOff = Readonly<{ type: 'RevokeSiteSignOff'; reason: string; voteRef?: VoteRef }>;

export function* revokeSiteSignOff(
  state: ApplicationState,
  { type, reason, voteRef }: RevokeSiteSignOff,
  facts: MotionFact & AtFact,
): Decision<SiteSignOffRevoked> {
  const { signedOffBy: siteBodyId } = state;
  yield* inStatus(state, { type, at: facts.at }, 'started', 'returned', 'submitted', 'recommended');
  if (siteBodyId === undefined)
    return yield* refuse('SITE_SIGNOFF_MISSING', { reason: 'nobody has signed off' });
  const vote = yield* siteVote(state, { siteBodyId, ...(voteRef && { voteRef }) }, facts);
  return [{ type: 'SiteSignOffRevoked', ...vote, reason }];
}
