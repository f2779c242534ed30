import type { body, motion, tally } from '#governance';
import type { Entry } from '../entries.ts';
import type { TimelineEvent } from '../motion-timeline/index.ts';
import type { Provenance } from '../provenance.ts';

export type PositionView = Readonly<{
  seatId: string;
  position: tally.Position;
  reason?: string;
  by?: 'member' | 'alternate' | 'proxy';
  /** The seat that speaks for it by proxy. */
  proxySeatId?: string;
  /** Shown, never counted. */
  advisory?: true;
  provenance: Provenance;
}>;

export type ConsensusRoundView = Readonly<{
  roundId: string;
  round?: number;
  status: 'open' | 'reached' | 'failed' | 'aborted';
  /** Why it failed or was aborted. */
  reason?: string;
  /** What the rule leaves to the body after a round that failed. */
  next?: motion.ConsensusFailed['next'];
  /** The latest of each seat, in the order of the first. */
  positions: readonly PositionView[];
}>;

export type ObjectionView = Readonly<{ seatId: string; reason?: string; provenance: Provenance }>;

export type CandidateView = Readonly<{ candidateId: string; candidate: body.Holder; withdrawn?: true }>;

export type ElectionRoundView = Readonly<{
  ballotingId: string;
  round?: number;
  method?: motion.VoteMethod;
  status: 'open' | 'closed' | 'aborted';
  /** By seat; of a secret ballot, none. */
  ballots: readonly Readonly<{
    seatId: string;
    candidateId?: string;
    option: string;
    proxySeatId?: string;
  }>[];
  /** Of a secret ballot, as the tellers reported. */
  totals?: readonly motion.BallotTotal[];
  represented?: readonly motion.RepresentedSeat[];
  electedId?: string;
}>;

export type ElectionView = Readonly<{
  role: body.Role;
  constituencyId?: string;
  candidates: readonly CandidateView[];
  rounds: readonly ElectionRoundView[];
  electedId?: string;
}>;

/** Help of somebody who belongs to neither side; what it came to decides nothing. */
export type MediationView = Omit<motion.MediationRecorded, 'type'> & Readonly<{ provenance: Provenance }>;

/** What a motion's events tell of other ways of deciding than a vote on a question. */
export type DecidingView = Readonly<{
  consensusRounds?: readonly ConsensusRoundView[];
  /** Objections to unanimous consent. */
  objections?: readonly ObjectionView[];
  /** The motions that this one adopts as a consent calendar. */
  consentCalendar?: readonly motion.CalendarEntry[];
  /** The consent calendar with which it was adopted. */
  adoptedWith?: string;
  election?: ElectionView;
  mediations?: readonly MediationView[];
}>;

type Told = Entry<TimelineEvent>;

/** The list with its last entry of that key changed, or with a new one. */
function changed<T>(
  list: readonly T[],
  isIt: (one: T) => boolean,
  change: (one: T | undefined) => T,
): readonly T[] {
  const index = list.findLastIndex(isIt);
  return index < 0 ? [...list, change(undefined)] : list.with(index, change(list[index]));
}

function positionOf({ event, provenance }: Told): PositionView | undefined {
  if (event.type === 'ConsensusPositionRecorded') {
    const { type: _type, roundId: _id, proxy, ...said } = event;
    return { ...said, ...(proxy && { proxySeatId: proxy.seatId }), provenance };
  }
  if (event.type !== 'ConsensusPositionChanged') return undefined;
  const { seatId, to: position, reason, by, proxy } = event;
  const proxied = { ...(by && { by }), ...(proxy && { proxySeatId: proxy.seatId }) };
  return { seatId, position, ...(reason !== undefined && { reason }), ...proxied, provenance };
}

function endOf({ event }: Told): Partial<ConsensusRoundView> {
  if (event.type === 'ConsensusReached') return { status: 'reached' };
  if (event.type === 'ConsensusFailed') return { status: 'failed', reason: event.reason, next: event.next };
  return event.type === 'ConsensusAborted' ? { status: 'aborted', reason: event.reason } : {};
}

const spokenBy = (before: PositionView | undefined): Partial<PositionView> => ({
  ...(before?.by && { by: before.by }),
  ...(before?.proxySeatId !== undefined && { proxySeatId: before.proxySeatId }),
});

function inRound(round: ConsensusRoundView, told: Told): ConsensusRoundView {
  const { event } = told;
  if (event.type === 'ConsensusCalled') return { ...round, round: event.round };
  const position = positionOf(told);
  if (!position) return { ...round, ...endOf(told) };
  const positions = changed(
    round.positions,
    ({ seatId }) => seatId === position.seatId,
    (before) => ({ ...spokenBy(before), ...position }),
  );
  return { ...round, positions };
}

function withRound(view: DecidingView, told: Told, roundId: string): DecidingView {
  const rounds = changed(
    view.consensusRounds ?? [],
    (one) => one.roundId === roundId,
    (one) => inRound(one ?? { roundId, status: 'open', positions: [] }, told),
  );
  return { ...view, consensusRounds: rounds };
}

function inBalloting(round: ElectionRoundView, { event }: Told): ElectionRoundView {
  switch (event.type) {
    case 'ElectionRoundOpened':
      return { ...round, round: event.round, method: event.method };
    case 'ElectionBallotRecorded': {
      const { seatId, candidateId, option, proxy } = event;
      const named = candidateId !== undefined && { candidateId };
      const ballot = { seatId, ...named, option, ...(proxy && { proxySeatId: proxy.seatId }) };
      return { ...round, ballots: [...round.ballots, ballot] };
    }
    case 'TellersReported':
      return { ...round, totals: event.totals, ...(event.represented && { represented: event.represented }) };
    case 'ElectionRoundClosed': {
      const { electedId } = event.trace;
      return { ...round, status: 'closed', ...(electedId !== undefined && { electedId }) };
    }
    case 'ElectionRoundAborted':
      return { ...round, status: 'aborted' };
    default:
      return round;
  }
}

function inElection(election: ElectionView, told: Told): ElectionView {
  const { event } = told;
  if ('ballotingId' in event) {
    const { ballotingId } = event;
    const rounds = changed(
      election.rounds,
      (one) => one.ballotingId === ballotingId,
      (one) => inBalloting(one ?? { ballotingId, status: 'open', ballots: [] }, told),
    );
    return { ...election, rounds };
  }
  if (event.type === 'ElectionDecided') return { ...election, electedId: event.candidateId };
  if (event.type === 'CandidateNominated') {
    const { candidateId, candidate } = event;
    return { ...election, candidates: [...election.candidates, { candidateId, candidate }] };
  }
  if (event.type !== 'CandidateWithdrawn') return election;
  const { candidateId } = event;
  const candidates = election.candidates.map((one) =>
    one.candidateId === candidateId ? { ...one, withdrawn: true as const } : one,
  );
  return { ...election, candidates };
}

function withConsent(view: DecidingView, { event, provenance }: Told): DecidingView {
  if (event.type === 'ConsentCalendarCompiled') return { ...view, consentCalendar: event.entries };
  if (event.type === 'ConsentCalendarApplied') return { ...view, adoptedWith: event.byMotionId };
  if (event.type !== 'UnanimousConsentObjected') return view;
  const { seatId, reason } = event;
  const objection = { seatId, ...(reason !== undefined && { reason }), provenance };
  return { ...view, objections: [...(view.objections ?? []), objection] };
}

function withTold(view: DecidingView, told: Told): DecidingView {
  const { event, provenance } = told;
  if (event.type === 'MediationRecorded') {
    const { type: _type, ...mediation } = event;
    return { ...view, mediations: [...(view.mediations ?? []), { ...mediation, provenance }] };
  }
  const isRound = event.type.startsWith('Consensus') && 'roundId' in event;
  if (isRound && event.roundId !== undefined) return withRound(view, told, event.roundId);
  if (event.type === 'ElectionCalled') {
    const { role, constituencyId } = event;
    const side = constituencyId !== undefined && { constituencyId };
    return { ...view, election: { role, ...side, candidates: [], rounds: [] } };
  }
  if (view.election) return { ...withConsent(view, told), election: inElection(view.election, told) };
  return withConsent(view, told);
}

/** The view of a motion's other ways of deciding, from its events in their order. */
export const decidingOf = (entries: readonly Told[]): DecidingView =>
  entries.reduce<DecidingView>(withTold, {});
