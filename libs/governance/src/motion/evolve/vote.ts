import type { When } from '../../kernel/index.ts';
import { evolveClosedVotes, withClosed } from '../closed-votes.ts';
import type { CorrectionEvent } from '../closed-votes.ts';
import type { MotionEvent, VoteClosed, VoteOpened } from '../events.ts';
import type { Ballot, MotionState, OpenedVote, Vote } from '../state.ts';
import { decidingSince } from './deciding-since.ts';
import type { Proceeding } from './proceeding.ts';

type VoteEvent = Extract<MotionEvent, { voteEventId: string }>;

function opened(state: MotionState, event: VoteOpened, at: When): MotionState {
  const { voteEventId, meetingId, itemId, textSha256, rule, eligibility, method } = event;
  const pinned = { voteEventId, lastAt: at, meetingId, itemId, textSha256, rule, eligibility, method };
  return {
    ...state,
    status: 'voting',
    meetingId,
    vote: { ...pinned, ballots: new Map(), advisory: new Set() },
    lastVote: decidingSince(state, at),
    voteEventIds: [...state.voteEventIds, voteEventId],
  };
}

const laterOf = (a: When, b: When): When => (a.earliest < b.earliest ? b : a);

/** The open vote changed; a ballot without one cannot have been recorded. */
function voting(
  { vote, ...state }: MotionState,
  at: When,
  change: (vote: OpenedVote) => Partial<OpenedVote>,
): MotionState {
  return vote ? { ...state, vote: { ...vote, ...change(vote), lastAt: laterOf(vote.lastAt, at) } } : state;
}

const withBallot = (state: MotionState, seatId: string, ballot: Ballot): MotionState =>
  voting(state, ballot.at, ({ ballots }) => ({ ballots: new Map(ballots).set(seatId, ballot) }));

/** What other streams ask of a vote that is closed. */
function outcomeOf({
  rollCall,
  tally,
  secret,
}: Pick<VoteClosed, 'rollCall' | 'tally' | 'secret'>): NonNullable<Vote['closed']> {
  const { counts, result } = tally;
  if (!secret) return { result, rollCall };
  const ayes = counts.find(({ option, constituencyId }) => option === 'yes' && constituencyId === undefined);
  return { result, rollCall, secret: { present: secret.presentSeatIds.length, ayes: ayes?.value ?? 0 } };
}

function closed(state: MotionState, event: VoteClosed, at: When): MotionState {
  const { vote, lastVote, closedVotes } = state;
  return {
    ...state,
    vote: undefined,
    lastVote: lastVote && { ...lastVote, closed: outcomeOf(event) },
    closedVotes: vote ? withClosed(closedVotes, vote, event, at) : closedVotes,
  };
}

/** Who asks for the last vote sees it as corrected. */
function corrected(state: MotionState, event: CorrectionEvent): MotionState {
  const closedVotes = evolveClosedVotes(state.closedVotes, event);
  const { lastVote } = state;
  const vote = closedVotes.get(event.voteEventId);
  const isLast = event.voteEventId === state.voteEventIds.at(-1);
  if (!vote || !lastVote || !isLast) return { ...state, closedVotes };
  return { ...state, closedVotes, lastVote: { ...lastVote, closed: outcomeOf(vote) } };
}

export function evolveVote(state: MotionState, event: Exclude<VoteEvent, Proceeding>, at: When): MotionState {
  switch (event.type) {
    case 'VoteOpened':
      return opened(state, event, at);
    case 'BallotRecorded': {
      const { seatId, option, by, pairedWithSeatId, proxy } = event;
      return withBallot(state, seatId, { option, by, proxySeatId: proxy?.seatId, pairedWithSeatId, at });
    }
    case 'BallotChanged': {
      const { seatId, to: option, pairedWithSeatId } = event;
      const before = state.vote?.ballots.get(seatId);
      const by = event.by ?? before?.by ?? 'member';
      const proxySeatId = event.proxy?.seatId ?? (by === 'proxy' ? before?.proxySeatId : undefined);
      return withBallot(state, seatId, { option, by, proxySeatId, pairedWithSeatId, at });
    }
    case 'BlocBallotRecorded': {
      const ballot: Ballot = { option: event.option, by: 'member', bloc: true, at };
      return event.seatIds.reduce((after, seatId) => withBallot(after, seatId, ballot), state);
    }
    case 'AdvisoryBallotRecorded':
      return voting(state, at, ({ advisory }) => ({ advisory: new Set(advisory).add(event.seatId) }));
    case 'VoteTellersReported': {
      const { totals, represented } = event;
      return voting(state, at, () => ({ totals, ...(represented && { represented }) }));
    }
    case 'VoteClosed':
      return closed(state, event, at);
    case 'VoteAborted':
      return { ...state, status: 'pending', vote: undefined, lastVote: undefined };
    case 'VoteRecordCorrected':
    case 'VoteTellersReportCorrected':
    case 'TallyRestated':
      return corrected(state, event);
  }
}
