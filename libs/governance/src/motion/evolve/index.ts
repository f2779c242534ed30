import type { When } from '../../kernel/index.ts';
import type { MotionEvent } from '../events.ts';
import { evolveProcedure, isProcedural } from '../procedure/state.ts';
import { actsOf } from '../act.ts';
import type { MotionState, MotionStatus } from '../state.ts';
import { inRound } from './consensus.ts';
import { withConsent } from './consent.ts';
import { agendized, drafted, movedBy } from './drafting.ts';
import { withElection } from './election.ts';
import { isProceeding, proceeded, takenUpAgain } from './proceeding.ts';
import { evolveVote } from './vote.ts';

function next(state: MotionState, event: MotionEvent, at: When): MotionState {
  if (isProcedural(event)) return evolveProcedure(state, event, at);
  if (isProceeding(event)) return proceeded(state, event);
  if ('voteEventId' in event) return evolveVote(state, event, at);
  if ('roundId' in event) return inRound(state, event, at);
  switch (event.type) {
    case 'MotionDrafted':
      return drafted(event);
    case 'MotionTextRevised':
      return { ...state, text: event.text, textSha256: event.textSha256 };
    case 'MotionAgendized':
      return agendized(state, event);
    case 'MotionMoved':
      return movedBy(state, event);
    case 'UnanimousConsentDeclared':
    case 'UnanimousConsentObjected':
    case 'ConsentCalendarCompiled':
    case 'ConsentCalendarApplied':
      return withConsent(state, event, at);
    case 'ElectionCalled':
    case 'CandidateNominated':
    case 'CandidateWithdrawn':
    case 'NominationsClosed':
    case 'ElectionRoundOpened':
    case 'ElectionBallotRecorded':
    case 'TellersReported':
    case 'ElectionRoundClosed':
    case 'ElectionRoundAborted':
    case 'ElectionDecided':
      return withElection(state, event, at);
    case 'MediationRecorded':
      return { ...state, mediations: new Map(state.mediations).set(event.mediationId, event.outcome) };
    case 'MotionTakenFromTable':
    case 'MotionResumed':
      return takenUpAgain(state, event);
  }
}

const unmoved: readonly MotionStatus[] = ['none', 'drafted', 'submitted', 'agendized'];

function withActs(state: MotionState, event: MotionEvent, at: When): MotionState {
  const acts = actsOf(event, state.meetingId, at);
  return acts.length === 0 ? state : { ...state, acts: [...state.acts, ...acts] };
}

/** A motion as its stream tells it, in the order of the stream. */
export function evolve(state: MotionState, event: MotionEvent, at: When): MotionState {
  const after = withActs(next(state, event, at), event, at);
  return after.status === state.status || unmoved.includes(after.status) ? after : { ...after, since: at };
}
