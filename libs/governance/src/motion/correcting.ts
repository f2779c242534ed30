import { barredBy, refuse } from '../kernel/index.ts';
import type { AtFact } from '../kernel/index.ts';
import type { Tally } from '../tally/index.ts';
import { adoptedBy } from './cited.ts';
import type { ClosedVote } from './closed-votes.ts';
import { disposition, standsBy } from './disposition.ts';
import type { CorrectionAuthority, MotionAdopted, MotionRejected, TallyRestated } from './events.ts';
import type { AttendanceFact, AuthorityFact } from './facts.ts';
import { notBefore } from './guards.ts';
import type { Check } from './guards.ts';
import { effectStands } from './procedure/effect-stands.ts';
import type { MotionState } from './state.ts';

/** What every correction of a closed vote says. */
export type Correcting = Readonly<{
  voteEventId: string;
  reason: string;
  /** The adopted motion; without one, the correction is clerical. */
  authorityMotionId?: string;
}>;

export type CorrectionFacts = AttendanceFact & AuthorityFact & AtFact;
type Restating = TallyRestated | MotionAdopted | MotionRejected;

export function* closedVoteOf(
  { closedVotes, vote }: MotionState,
  { voteEventId }: Correcting,
  { at }: AtFact,
): Check<ClosedVote> {
  const closed = closedVotes.get(voteEventId);
  if (!closed) return yield* refuse('VOTE_NOT_CLOSED', { voteEventId, open: vote?.voteEventId });
  yield* notBefore(at, closed.closedAt);
  return closed;
}

type Asked = Readonly<{ vote: ClosedVote; bodyId: string; changesOutcome: boolean }>;

/** Before the approval of the minutes an error of writing is mended; after it only the body corrects (RR-13). */
function* clerical(
  { vote, changesOutcome }: Asked,
  { attendance }: CorrectionFacts,
): Check<CorrectionAuthority> {
  const { voteEventId, meetingId } = vote;
  if (changesOutcome) yield* barredBy('RR-13', 'CLERICAL_CORRECTION_CHANGES_OUTCOME', { voteEventId });
  if (attendance?.minutesApproved)
    yield* barredBy('RR-13', 'CORRECTION_NEEDS_AUTHORITY', { voteEventId, meetingId });
  return { kind: 'clerical' };
}

function* byMotion(motionId: string, { bodyId }: Asked, facts: CorrectionFacts): Check<CorrectionAuthority> {
  const asked = { at: facts.at, motionId, bodyId, code: 'CORRECTION_NEEDS_AUTHORITY' };
  const { revision } = yield* adoptedBy(facts.authorityMotion, asked);
  return { kind: 'motion', motionId, motionRevision: revision };
}

/** The motion stands as the vote that disposed of it; what became of it since (rescinded, void) stays. */
function restatedDisposition(
  state: MotionState,
  voteEventId: string,
  restated: Tally,
): readonly (MotionAdopted | MotionRejected)[] {
  return standsBy(state, voteEventId) ? [{ ...disposition(voteEventId, restated), restated: true }] : [];
}

/** While the body reconsiders what the vote decided, nothing else decides it: the first decision may yet stand. */
function* notReconsidering({ status, disposedBy, procedure }: MotionState, voteEventId: string): Check {
  if (status === 'reconsideration_pending' && disposedBy === voteEventId)
    yield* refuse('RECONSIDERATION_PENDING', {
      voteEventId,
      byMotionId: procedure.reconsideration?.byMotionId,
    });
}

/** By which right a closed vote comes to another tally, and what follows from it. */
export function* restating(
  state: MotionState,
  { authorityMotionId }: Correcting,
  { vote, restated }: Readonly<{ vote: ClosedVote; restated: Tally }>,
  facts: CorrectionFacts,
): Check<Readonly<{ authority: CorrectionAuthority; following: readonly Restating[] }>> {
  const { voteEventId } = vote;
  const changesOutcome = restated.result !== vote.tally.result;
  const asked = { vote, bodyId: state.bodyId, changesOutcome };
  const authority =
    authorityMotionId === undefined
      ? yield* clerical(asked, facts)
      : yield* byMotion(authorityMotionId, asked, facts);
  if (changesOutcome) yield* notReconsidering(state, voteEventId);
  if (changesOutcome && state.disposedBy === voteEventId) yield* effectStands(state);
  const tallied = { type: 'TallyRestated', voteEventId, changesOutcome, tally: restated } as const;
  return {
    authority,
    following: [tallied, ...(changesOutcome ? restatedDisposition(state, voteEventId, restated) : [])],
  };
}
