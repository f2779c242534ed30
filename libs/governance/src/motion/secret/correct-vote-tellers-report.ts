import { refuse } from '../../kernel/index.ts';
import type { Decision } from '../../kernel/index.ts';
import { closedVoteOf, restating } from '../correcting.ts';
import type { Correcting, CorrectionFacts } from '../correcting.ts';
import type { MotionAdopted, MotionRejected, TallyRestated } from '../events.ts';
import type { MotionState } from '../state.ts';
import type { VoteTellersReportCorrected, VoteTotal } from './events.ts';
import { recounted } from './outcome.ts';
import { couldBeCast } from './tellers.ts';

/**
 * The totals of a secret vote that is closed are put right. Like the roll call of an open vote they are mended by
 * the secretary where the error is one of writing, and by the body where the outcome changes or the minutes are
 * approved (RR-13); whose ballot was which stays nobody's to say.
 */
export type CorrectVoteTellersReport = Correcting &
  Readonly<{
    type: 'CorrectVoteTellersReport';
    /** All totals, as they should have been reported. */
    totals: readonly VoteTotal[];
  }>;

/** Totals without those of no ballots, in an order of their own: what they say, however they were listed. */
const told = (totals: readonly VoteTotal[]): string =>
  totals
    .filter(({ value }) => value > 0)
    .map(({ option, constituencyId = '', value }) => `${option}/${constituencyId}/${value}`)
    .sort()
    .join(' ');

export function* correctVoteTellersReport(
  state: MotionState,
  command: CorrectVoteTellersReport,
  facts: CorrectionFacts,
): Decision<VoteTellersReportCorrected | TallyRestated | MotionAdopted | MotionRejected> {
  const { voteEventId, totals: to, reason } = command;
  const vote = yield* closedVoteOf(state, command, facts);
  const { secret } = vote;
  if (!secret) return yield* refuse('BALLOT_NOT_SECRET', { voteEventId });
  yield* couldBeCast(vote, secret, to);
  const { totals: from } = secret;
  if (told(from) === told(to)) yield* refuse('CORRECTION_NO_CHANGE', { voteEventId, totals: to });
  const restated = recounted(vote, { ...secret, totals: to });
  const { authority, following } = yield* restating(state, command, { vote, restated }, facts);
  return [{ type: 'VoteTellersReportCorrected', voteEventId, from, to, authority, reason }, ...following];
}
