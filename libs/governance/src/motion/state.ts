import type { When } from '../kernel/index.ts';
import type { DecisionRule } from '../tally/rule.ts';
import type { VoteOption } from '../tally/trace.ts';
import { evolveConsensus, noConsensus } from './consensus/state.ts';
import type { Consensus } from './consensus/state.ts';
import type { ConsensusEvent } from './consensus/events.ts';
import { evolveClosedVotes, withClosed } from './closed-votes.ts';
import type { ClosedVotes } from './closed-votes.ts';
import type { ConsentEvent } from './consent/events.ts';
import type { ElectionEvent } from './election/events.ts';
import { evolveElection } from './election/state.ts';
import type { Election } from './election/state.ts';
import { evolveConsent, noConsent } from './consent/state.ts';
import type { Consent } from './consent/state.ts';
import type { Effect } from './effect.ts';
import type {
  Eligibility,
  MotionAdopted,
  MotionDrafted,
  MotionEvent,
  MotionMoved,
  MotionRejected,
  RollCallEntry,
  TallyRestated,
  VoteClosed,
  VoteOpened,
  VoteRecordCorrected,
} from './events.ts';
import type { Amendment } from './procedure/amendment.ts';
import type { MotionClass } from './procedure/motion-class.ts';
import { evolveProcedure, isProcedural, noProcedure, through } from './procedure/state.ts';
import type { Procedure } from './procedure/state.ts';
import type { MotionStatus } from './status.ts';

export type { MotionStatus } from './status.ts';

export type Ballot = Readonly<{
  option: VoteOption;
  by: 'member' | 'alternate' | 'proxy';
  /** The seat that votes by proxy. */
  proxySeatId?: string | undefined;
  pairedWithSeatId?: string | undefined;
  /** Cast with its constituency. */
  bloc?: true;
  at: When;
}>;

/** A vote that is open: what it pinned, and the ballots until now. */
export type OpenedVote = Readonly<{
  voteEventId: string;
  /** Its opening, or a ballot that certainly came later. */
  lastAt: When;
  meetingId: string;
  itemId?: string | undefined;
  textSha256: string;
  rule: DecisionRule;
  eligibility: Eligibility;
  ballots: ReadonlyMap<string, Ballot>;
  /** Seats whose advisory ballot is recorded. */
  advisory: ReadonlySet<string>;
}>;

/** A vote that was not aborted, as far as other streams ask for it. */
export type Vote = Readonly<{
  openedAt: When;
  /** Motions that are decided with this one, where it is a consent calendar. */
  consentMotionIds?: readonly string[];
  /** Absent while the vote is open. */
  closed?: Readonly<{ result: 'pass' | 'fail'; rollCall: readonly RollCallEntry[] }>;
}>;

export type MotionState = Readonly<{
  status: MotionStatus;
  /** When the motion came to its status; absent until it is moved: drafts may be typed after the meeting. */
  since?: When;
  /** Empty before the motion is drafted, as is the hash. */
  bodyId: string;
  title: string;
  text: string;
  textSha256: string;
  /** The motion that it cures. */
  cures?: string;
  effect?: Effect;
  classification: MotionClass;
  appliesTo?: string;
  amendment?: Amendment;
  /** Of an amendment (RR-03). */
  degree?: number;
  /** The agenda item under which the motion was agendized last. */
  agendized?: Readonly<{ meetingId: string; itemId: string }>;
  mover?: Readonly<{ seatId: string; constituencyId?: string | undefined }>;
  /** The meeting before which the motion is, or was last. */
  meetingId?: string;
  vote?: OpenedVote | undefined;
  lastVote?: Vote | undefined;
  /** Rounds of consensus, if there were any. */
  consensus?: Consensus;
  /** Objections to unanimous consent, and the motions that this one adopts as a consent calendar. */
  consent?: Consent;
  /** Where the motion is an election. */
  election?: Election | undefined;
  /** The vote, round, consent or consent calendar that disposed of the motion. */
  decidedBy?: string;
  closedVotes: ClosedVotes;
  /** The vote by which the motion was adopted or rejected last; absent where it was by another way. */
  disposedBy?: string | undefined;
  /** Votes opened until now, aborted ones too; and every other way of deciding by its id. */
  voteEventIds: readonly string[];
  procedure: Procedure;
}>;

export const noMotion: MotionState = {
  status: 'none',
  bodyId: '',
  title: '',
  text: '',
  textSha256: '',
  classification: 'main',
  closedVotes: new Map(),
  voteEventIds: [],
  procedure: noProcedure,
};

/** Whoever asks whether a motion was voted on has to know of the calendar on which it stood, too. */
function decidingSince({ consent }: MotionState, at: When): Vote {
  const entries = consent?.calendar?.entries;
  return { openedAt: at, ...(entries && { consentMotionIds: entries.map(({ motionId }) => motionId) }) };
}

function opened(state: MotionState, event: VoteOpened, at: When): MotionState {
  const { voteEventId, meetingId, itemId, textSha256, rule, eligibility } = event;
  const pinned = { voteEventId, lastAt: at, meetingId, itemId, textSha256, rule, eligibility };
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

function closed(state: MotionState, event: VoteClosed, at: When): MotionState {
  const { vote, lastVote, closedVotes } = state;
  const { rollCall, tally } = event;
  return {
    ...state,
    vote: undefined,
    lastVote: lastVote && { ...lastVote, closed: { result: tally.result, rollCall } },
    closedVotes: vote ? withClosed(closedVotes, vote, event, at) : closedVotes,
  };
}

/** Who asks for the last vote sees it as corrected. */
function corrected(state: MotionState, event: VoteRecordCorrected | TallyRestated): MotionState {
  const closedVotes = evolveClosedVotes(state.closedVotes, event);
  const { lastVote } = state;
  const vote = closedVotes.get(event.voteEventId);
  const isLast = event.voteEventId === state.voteEventIds.at(-1);
  if (!vote || !lastVote || !isLast) return { ...state, closedVotes };
  const { rollCall, tally } = vote;
  return { ...state, closedVotes, lastVote: { ...lastVote, closed: { result: tally.result, rollCall } } };
}

/** Where the events lead that change nothing but the status. */
const statusAfter = {
  MotionSubmitted: 'submitted',
  MotionSeconded: 'pending',
  MotionReported: 'pending',
  MotionLapsed: 'lapsed',
  MotionTabled: 'tabled',
  MotionPostponed: 'postponed',
  MotionPostponedIndefinitely: 'postponed_indefinitely',
  MotionReferred: 'referred',
  MotionWithdrawn: 'withdrawn',
  MotionAdopted: 'adopted',
  MotionRejected: 'rejected',
  MotionVoided: 'void',
} as const satisfies Partial<Record<MotionEvent['type'], MotionStatus>>;

type Proceeding = Extract<MotionEvent, { type: keyof typeof statusAfter }>;
type VoteEvent = Extract<MotionEvent, { voteEventId: string }>;

const isDisposition = (event: Proceeding): event is MotionAdopted | MotionRejected =>
  event.type === 'MotionAdopted' || event.type === 'MotionRejected';

function decisionOf(event: MotionAdopted | MotionRejected): Pick<MotionState, 'decidedBy'> {
  const { voteEventId, roundId, consentId, byMotionId } = event;
  const decidedBy = voteEventId ?? roundId ?? consentId ?? byMotionId;
  return decidedBy === undefined ? {} : { decidedBy };
}

/** The motion that brought the event about, where one did. */
const byMotion = (event: MotionEvent): string | undefined =>
  'byMotionId' in event ? event.byMotionId : undefined;

const proceeded = (state: MotionState, event: Proceeding): MotionState => ({
  ...through(state, statusAfter[event.type], byMotion(event)),
  disposedBy: 'voteEventId' in event ? event.voteEventId : undefined,
  ...(isDisposition(event) && decisionOf(event)),
});

const isProceeding = (event: MotionEvent): event is Proceeding => event.type in statusAfter;

function evolveVote(state: MotionState, event: Exclude<VoteEvent, Proceeding>, at: When): MotionState {
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
    case 'VoteClosed':
      return closed(state, event, at);
    case 'VoteAborted':
      return { ...state, status: 'pending', vote: undefined, lastVote: undefined };
    case 'VoteRecordCorrected':
    case 'TallyRestated':
      return corrected(state, event);
  }
}

/** Where a round leads; consensus itself is followed by the adoption. */
const statusInRound: Partial<Record<ConsensusEvent['type'], MotionStatus>> = {
  ConsensusCalled: 'seeking_consensus',
  ConsensusFailed: 'pending',
  ConsensusAborted: 'pending',
};

function inRound(state: MotionState, event: ConsensusEvent, at: When): MotionState {
  const consensus = evolveConsensus(state.consensus ?? noConsensus, event, at);
  const after = { ...state, consensus, status: statusInRound[event.type] ?? state.status };
  if (event.type === 'ConsensusAborted') return { ...after, lastVote: undefined };
  if (event.type !== 'ConsensusCalled') return after;
  const { meetingId, roundId } = event;
  const voteEventIds = [...state.voteEventIds, roundId];
  return { ...after, meetingId, voteEventIds, lastVote: decidingSince(state, at) };
}

/** A motion that was adopted without a vote was decided then. */
function withConsent(state: MotionState, event: ConsentEvent, at: When): MotionState {
  const after = { ...state, consent: evolveConsent(state.consent ?? noConsent, event) };
  if (event.type !== 'UnanimousConsentDeclared' && event.type !== 'ConsentCalendarApplied') return after;
  const id = event.type === 'UnanimousConsentDeclared' ? event.consentId : event.byMotionId;
  const voteEventIds = [...state.voteEventIds, id];
  return { ...after, meetingId: event.meetingId, voteEventIds, lastVote: decidingSince(state, at) };
}

const drafted = (event: MotionDrafted): MotionState => {
  const { bodyId, title, text, textSha256, classification, appliesTo, amendment, degree, cures, effect } =
    event;
  return {
    ...noMotion,
    ...{ status: 'drafted', bodyId, title, text, textSha256, classification },
    ...(appliesTo !== undefined && { appliesTo }),
    ...(amendment && { amendment }),
    ...(degree !== undefined && { degree }),
    ...(cures !== undefined && { cures }),
    ...(effect && { effect }),
  };
};

const movedBy = (state: MotionState, event: MotionMoved): MotionState => {
  const { meetingId, seatId, constituencyId, itemId } = event;
  const agendized = itemId === undefined ? {} : { agendized: { meetingId, itemId } };
  return { ...state, ...agendized, status: 'moved', meetingId, mover: { seatId, constituencyId } };
};

/** Where an election leads; who is elected is followed by the adoption. */
const statusInElection: Partial<Record<ElectionEvent['type'], MotionStatus>> = {
  ElectionCalled: 'nominating',
  NominationsClosed: 'pending',
  ElectionRoundOpened: 'electing',
  ElectionRoundClosed: 'pending',
  ElectionRoundAborted: 'pending',
};

function withElection(state: MotionState, event: ElectionEvent, at: When): MotionState {
  const status = statusInElection[event.type] ?? state.status;
  const after = { ...state, status, election: evolveElection(state.election, event, at) };
  if (event.type === 'ElectionCalled') {
    const { meetingId, itemId } = event;
    // Its rounds come under the item of the call.
    return { ...after, meetingId, ...(itemId !== undefined && { agendized: { meetingId, itemId } }) };
  }
  if (event.type === 'ElectionRoundAborted') return { ...after, lastVote: undefined };
  if (event.type !== 'ElectionRoundOpened') return after;
  const voteEventIds = [...state.voteEventIds, event.ballotingId];
  return { ...after, meetingId: event.meetingId, voteEventIds, lastVote: { openedAt: at } };
}

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
    case 'MotionAgendized': {
      const { meetingId, itemId } = event;
      return { ...state, status: 'agendized', meetingId, agendized: { meetingId, itemId } };
    }
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
    case 'MotionTakenFromTable':
    case 'MotionResumed': {
      const { meetingId } = event;
      const after = through(state, 'pending', byMotion(event));
      return { ...after, ...(meetingId !== undefined && { meetingId }) };
    }
  }
}

const unmoved: readonly MotionStatus[] = ['none', 'drafted', 'submitted', 'agendized'];

/** A motion as its stream tells it, in the order of the stream. */
export function evolve(state: MotionState, event: MotionEvent, at: When): MotionState {
  const after = next(state, event, at);
  return after.status === state.status || unmoved.includes(after.status) ? after : { ...after, since: at };
}
