import { refuse } from '../../kernel/index.ts';
import type { Decision } from '../../kernel/index.ts';
import { voteInSession } from '../ballots.ts';
import type { ProxyFacts } from '../proxy-ballot.ts';
import type { MotionState } from '../state.ts';
import type { VoteTellersReported } from './events.ts';
import { reported, representedSeats } from './tellers.ts';

/** The tellers tell what a secret vote on the motion comes to. RONR (12th ed.) 45:37. */
export type ReportVoteTellers = Readonly<{
  type: 'ReportVoteTellers';
  /** Seats that were away, and whose proxies were given a ballot. */
  representedSeatIds?: readonly string[];
}> &
  Omit<VoteTellersReported, 'type' | 'represented'>;

export function* reportVoteTellers(
  state: MotionState,
  command: ReportVoteTellers,
  facts: ProxyFacts,
): Decision<VoteTellersReported> {
  const { representedSeatIds = [], ...report } = command;
  const vote = yield* voteInSession(state, command, facts);
  const { method, voteEventId, ballots } = vote;
  if (method !== 'secret') yield* refuse('BALLOT_NOT_SECRET', { method });
  // A vote of which single ballots stand in an old record is broken off, and taken again.
  if (ballots.size > 0)
    yield* refuse('BALLOT_WOULD_BE_ATTRIBUTED', { voteEventId, seatIds: [...ballots.keys()] });
  if (vote.totals) yield* refuse('TELLERS_HAVE_REPORTED', { voteEventId });
  const represented = yield* representedSeats(state, vote, representedSeatIds, facts);
  const totals = report.totals.map((one) => ({ ...one, of: one.option }));
  yield* reported(vote, { ...report, totals, represented }, facts);
  return [{ ...report, type: 'VoteTellersReported', ...(represented.length > 0 && { represented }) }];
}
