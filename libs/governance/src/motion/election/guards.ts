import { refuse } from '../../kernel/index.ts';
import type { Check } from '../guards.ts';
import type { MotionState } from '../state.ts';
import type { ElectionDecided } from './events.ts';
import type { Election, OpenElectionRound } from './state.ts';

export function* electionOfMotion({ election }: MotionState): Check<Election> {
  return election ?? (yield* refuse('NOT_AN_ELECTION'));
}

/** Candidates are chosen between: an election is no question of yes or no. */
export function* noElection({ election }: MotionState): Check {
  if (election) yield* refuse('ELECTION_BY_BALLOT', { role: election.role });
}

/** The round that a command names is the one that is open. */
export function* openElectionRound(
  { election, status }: MotionState,
  { ballotingId }: Readonly<{ ballotingId: string }>,
): Check<OpenElectionRound> {
  const open = election?.open;
  if (open?.ballotingId !== ballotingId)
    return yield* refuse('VOTE_NOT_OPEN', { ballotingId, status, open: open?.ballotingId });
  return open;
}

export function* knownCandidate(election: Pick<Election, 'candidates'>, candidateId: string): Check {
  if (!election.candidates.has(candidateId))
    yield* refuse('CANDIDATE_UNKNOWN', { candidateId, candidates: [...election.candidates.keys()] });
}

export function decided(
  election: Election,
  candidateId: string,
  decidedBy: string,
): readonly ElectionDecided[] {
  const candidate = election.candidates.get(candidateId);
  if (!candidate) return [];
  const { role, constituencyId } = election;
  const side = constituencyId !== undefined && { constituencyId };
  return [{ type: 'ElectionDecided', role, ...side, candidateId, candidate, decidedBy }];
}

/** Whom a consent elects: a candidate without opposition, after the nominations. RONR (12th ed.) 46:40. */
export function* electedByConsent(
  { election }: MotionState,
  consentId: string,
): Check<readonly ElectionDecided[]> {
  if (!election) return [];
  const [candidateId, ...others] = election.candidates.keys();
  if (candidateId === undefined || others.length > 0)
    return yield* refuse('NOT_UNOPPOSED', { candidates: [...election.candidates.keys()] });
  return decided(election, candidateId, consentId);
}
