import { broken, irregular, refuse } from '../../kernel/index.ts';
import type { Decision } from '../../kernel/index.ts';
import { agreesWithPresence, notRecused, seatOfSnapshot, whoSits } from '../ballots.ts';
import type { BallotFacts } from '../ballots.ts';
import { inSession, notNeutral } from '../guards.ts';
import type { Check } from '../guards.ts';
import type { MotionState } from '../state.ts';
import type { BallotTotal, ElectionBallotRecorded, ElectionRoundAborted, TellersReported } from './events.ts';
import { openElectionRound } from './guards.ts';
import { presentElectors } from './elector-roll.ts';
import type { OpenElectionRound } from './state.ts';

/** A seat names a candidate, or abstains. Without `by`, whoever sits in it does. */
export type RecordElectionBallot = Readonly<{ type: 'RecordElectionBallot' }> &
  Omit<ElectionBallotRecorded, 'type' | 'by'>;

/** A secret ballot is nobody's. */
function* openly({ method }: OpenElectionRound, seatId: string): Check {
  if (method === 'secret') yield* refuse('BALLOT_WOULD_BE_ATTRIBUTED', { seatId });
}

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

export function* recordElectionBallot(
  state: MotionState,
  command: RecordElectionBallot,
  facts: BallotFacts,
): Decision<ElectionBallotRecorded> {
  const { seatId } = command;
  const round = yield* openElectionRound(state, command);
  yield* inSession(state, facts);
  yield* openly(round, seatId);
  yield* elector(round, seatId);
  yield* choice(round, command);
  yield* notRecused(round, command, facts);
  yield* agreesWithPresence({ seatId, option: command.option === 'abstain' ? 'abstain' : 'yes' }, facts);
  return [{ ...command, type: 'ElectionBallotRecorded', by: yield* whoSits({ seatId }, facts) }];
}

/** The tellers tell what a secret ballot comes to. RONR (12th ed.) 45:37. */
export type ReportTellers = Readonly<{ type: 'ReportTellers' }> & Omit<TellersReported, 'type'>;

const sum = (totals: readonly BallotTotal[]): number => totals.reduce((n, { value }) => n + value, 0);

/** No more ballots than voters, of the body and of each constituency that is counted apart; each total once. */
function* plausible(round: OpenElectionRound, { totals }: ReportTellers, facts: BallotFacts): Check {
  const names = totals.map(
    ({ candidateId, constituencyId }) => `${candidateId ?? ''}/${constituencyId ?? ''}`,
  );
  if (new Set(names).size < names.length)
    yield* refuse('COUNTS_DO_NOT_RECONCILE', { totals, reason: 'twice' });
  const electors = presentElectors(round, facts);
  const sides = new Set(totals.map(({ constituencyId }) => constituencyId));
  for (const side of [undefined, ...sides]) {
    const of = (one: Readonly<{ constituencyId?: string }>) =>
      side === undefined || one.constituencyId === side;
    const [ballots, voters] = [sum(totals.filter(of)), electors.filter(of).length];
    if (ballots > voters) yield* refuse('COUNTS_DO_NOT_RECONCILE', { constituencyId: side, ballots, voters });
  }
}

/** Where the rule asks each constituency, each has a box of its own. */
function* countedApart({ rule }: OpenElectionRound, { totals }: ReportTellers): Check {
  const apart = totals.filter(({ constituencyId }) => constituencyId !== undefined).length;
  const asked = rule.passIfAny.flat().some(({ scope }) => scope === 'each_constituency');
  if (asked ? apart < totals.length : apart > 0 && apart < totals.length)
    yield* refuse('TOTALS_BY_CONSTITUENCY_REQUIRED', { ruleId: rule.ruleId });
}

export function* reportTellers(
  state: MotionState,
  command: ReportTellers,
  facts: BallotFacts,
): Decision<TellersReported> {
  const round = yield* openElectionRound(state, command);
  yield* inSession(state, facts);
  if (round.method !== 'secret') yield* refuse('BALLOT_NOT_SECRET', { method: round.method });
  if (round.totals) yield* refuse('TELLERS_HAVE_REPORTED', { ballotingId: round.ballotingId });
  for (const { candidateId } of command.totals)
    if (candidateId !== undefined && !round.candidateIds.includes(candidateId))
      yield* refuse('CANDIDATE_UNKNOWN', { candidateId, candidates: round.candidateIds });
  yield* countedApart(round, command);
  yield* plausible(round, command, facts);
  if (command.tellers.length === 0) yield irregular('TELLERS_MISSING');
  return [{ ...command, type: 'TellersReported' }];
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
