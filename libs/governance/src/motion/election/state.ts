import type { Holder } from '../../body/events.ts';
import type { When } from '../../kernel/when.ts';
import type { RepresentedSeat } from '../secret/events.ts';
import type {
  BallotTotal,
  ElectionBallotRecorded,
  ElectionCalled,
  ElectionEvent,
  ElectionRoundOpened,
} from './events.ts';

export type ElectionBallot = Pick<ElectionBallotRecorded, 'candidateId' | 'option' | 'by'> &
  Readonly<{
    /** The seat that votes by proxy. */
    proxySeatId?: string;
    at: When;
  }>;

/** A round that is open: what it pinned, and what was cast or counted until now. */
export type OpenElectionRound = Omit<ElectionRoundOpened, 'type' | 'rosterRevision' | 'meetingRevision'> &
  Readonly<{
    lastAt: When;
    ballots: ReadonlyMap<string, ElectionBallot>;
    totals?: readonly BallotTotal[];
    represented?: readonly RepresentedSeat[];
  }>;

export type Election = Readonly<{
  role: ElectionCalled['role'];
  constituencyId?: string;
  /** By id, in the order of their nomination. */
  candidates: ReadonlyMap<string, Holder>;
  rounds: number;
  open?: OpenElectionRound | undefined;
}>;

const called = ({ role, constituencyId }: ElectionCalled): Election => ({
  role,
  ...(constituencyId !== undefined && { constituencyId }),
  candidates: new Map(),
  rounds: 0,
});

function opened(event: ElectionRoundOpened, at: When): OpenElectionRound {
  const { type: _type, rosterRevision: _roster, meetingRevision: _meeting, ...pinned } = event;
  return { ...pinned, lastAt: at, ballots: new Map() };
}

function without(candidates: Election['candidates'], candidateId: string): Election['candidates'] {
  const remaining = new Map(candidates);
  remaining.delete(candidateId);
  return remaining;
}

const laterOf = (a: When, b: When): When => (a.earliest < b.earliest ? b : a);

function inRound(
  election: Election,
  at: When,
  change: (round: OpenElectionRound) => Partial<OpenElectionRound>,
): Election {
  const { open } = election;
  return open
    ? { ...election, open: { ...open, ...change(open), lastAt: laterOf(open.lastAt, at) } }
    : election;
}

type AfterTheCall = Exclude<ElectionEvent, ElectionCalled>;

function evolveCalled(election: Election, event: AfterTheCall, at: When): Election {
  switch (event.type) {
    case 'CandidateNominated': {
      const candidates = new Map(election.candidates).set(event.candidateId, event.candidate);
      return { ...election, candidates };
    }
    case 'CandidateWithdrawn':
      return { ...election, candidates: without(election.candidates, event.candidateId) };
    case 'ElectionRoundOpened':
      return { ...election, rounds: event.round, open: opened(event, at) };
    case 'ElectionBallotRecorded': {
      const { seatId, candidateId, option, by, proxy } = event;
      const named = candidateId !== undefined && { candidateId };
      const ballot = { option, by, at, ...named, ...(proxy && { proxySeatId: proxy.seatId }) };
      return inRound(election, at, ({ ballots }) => ({ ballots: new Map(ballots).set(seatId, ballot) }));
    }
    case 'TellersReported':
      return inRound(election, at, () => ({
        totals: event.totals,
        ...(event.represented && { represented: event.represented }),
      }));
    case 'ElectionRoundClosed':
    case 'ElectionRoundAborted':
      return { ...election, open: undefined };
    case 'NominationsClosed':
    case 'ElectionDecided':
      // What follows from them is the status of the motion.
      return election;
  }
}

/** Nothing of an election comes before its call. */
export function evolveElection(
  election: Election | undefined,
  event: ElectionEvent,
  at: When,
): Election | undefined {
  if (event.type === 'ElectionCalled') return called(event);
  return election && evolveCalled(election, event, at);
}
