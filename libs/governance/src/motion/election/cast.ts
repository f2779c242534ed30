import { broken, irregular, refuse } from '../../kernel/index.ts';
import type { Decision } from '../../kernel/index.ts';
import { agreesWithPresence, alternateAllowed, notRecused, seatOfSnapshot, whoSits } from '../ballots.ts';
import { inSession, notNeutral } from '../guards.ts';
import type { Check } from '../guards.ts';
import { proxyFor } from '../proxy-ballot.ts';
import type { ProxyFacts } from '../proxy-ballot.ts';
import { openly, reported, representedSeats } from '../secret/tellers.ts';
import type { MotionState } from '../state.ts';
import type { ElectionBallotRecorded, ElectionRoundAborted, TellersReported } from './events.ts';
import { openElectionRound } from './guards.ts';
import type { OpenElectionRound } from './state.ts';

/** A seat names a candidate, or abstains. Without `by`, whoever sits in it does. */
export type RecordElectionBallot = Readonly<{ type: 'RecordElectionBallot' }> &
  Omit<ElectionBallotRecorded, 'type' | 'by' | 'proxy'> &
  Partial<Pick<ElectionBallotRecorded, 'by'>>;

function* elector(round: OpenElectionRound, seatId: string): Check {
  const { votingRight, roles } = yield* seatOfSnapshot(round, seatId);
  if (votingRight === 'advisory' || votingRight === 'none')
    yield broken('SP-08', 'ADVISORY_SEAT', { seatId, votingRight });
  if (votingRight === 'unknown') yield irregular('UNKNOWN_VOTING_RIGHT', { seatId });
  yield* notNeutral(seatId, roles);
  if (round.ballots.has(seatId)) yield* refuse('DUPLICATE_BALLOT', { seatId });
}

function* choice({ candidateIds }: OpenElectionRound, { option, candidateId }: RecordElectionBallot): Check {
  const isKnown = candidateId !== undefined && candidateIds.includes(candidateId);
  if (option === 'candidate' ? !isKnown : candidateId !== undefined)
    yield* refuse('CANDIDATE_UNKNOWN', { option, candidateId, candidates: candidateIds });
}

/** Whoever sits in the seat, as far as the rule hears them (SP-06); the holder of its proxy where nobody does (SP-07). */
function* castBy(
  state: MotionState,
  round: OpenElectionRound,
  { seatId, option, by }: RecordElectionBallot,
  facts: ProxyFacts,
): Check<Pick<ElectionBallotRecorded, 'by' | 'proxy'>> {
  if (by === 'proxy') return { by, proxy: yield* proxyFor(state, round, seatId, facts) };
  yield* agreesWithPresence({ seatId, option: option === 'abstain' ? 'abstain' : 'yes' }, facts);
  const sits = yield* whoSits({ seatId, ...(by && { by }) }, facts);
  yield* alternateAllowed(round, seatId, sits);
  return { by: sits };
}

export function* recordElectionBallot(
  state: MotionState,
  command: RecordElectionBallot,
  facts: ProxyFacts,
): Decision<ElectionBallotRecorded> {
  const { seatId } = command;
  const round = yield* openElectionRound(state, command);
  yield* inSession(state, facts);
  yield* openly(round, { seatId });
  yield* elector(round, seatId);
  yield* choice(round, command);
  yield* notRecused(round, command, facts);
  return [{ ...command, type: 'ElectionBallotRecorded', ...(yield* castBy(state, round, command, facts)) }];
}

/** The tellers tell what a secret ballot comes to. RONR (12th ed.) 45:37. */
export type ReportTellers = Readonly<{
  type: 'ReportTellers';
  /** Seats that were away, and whose proxies were given a ballot. */
  representedSeatIds?: readonly string[];
}> &
  Omit<TellersReported, 'type' | 'represented'>;

export function* reportTellers(
  state: MotionState,
  command: ReportTellers,
  facts: ProxyFacts,
): Decision<TellersReported> {
  const { representedSeatIds = [], ...report } = command;
  const round = yield* openElectionRound(state, command);
  yield* inSession(state, facts);
  if (round.method !== 'secret') yield* refuse('BALLOT_NOT_SECRET', { method: round.method });
  if (round.totals) yield* refuse('TELLERS_HAVE_REPORTED', { ballotingId: round.ballotingId });
  for (const { candidateId } of report.totals)
    if (candidateId !== undefined && !round.candidateIds.includes(candidateId))
      yield* refuse('CANDIDATE_UNKNOWN', { candidateId, candidates: round.candidateIds });
  const represented = yield* representedSeats(state, round, representedSeatIds, facts);
  const totals = report.totals.map((one) => ({ ...one, of: one.candidateId ?? '' }));
  yield* reported(round, { ...report, totals, represented }, facts);
  return [{ ...report, type: 'TellersReported', ...(represented.length > 0 && { represented }) }];
}

/** The round is broken off; what was cast stays in the record. */
export type AbortElectionRound = Readonly<{
  type: 'AbortElectionRound';
  ballotingId: string;
  reason: string;
}>;

export function* abortElectionRound(
  state: MotionState,
  command: AbortElectionRound,
): Decision<ElectionRoundAborted> {
  yield* openElectionRound(state, command);
  return [{ ...command, type: 'ElectionRoundAborted' }];
}
