import type { motion, Recorded } from '#governance';
import { clauseOf } from './context.ts';
import type { Context } from './context.ts';
import type {
  CandidateTotal,
  ElectionLine,
  ElectionRoundLine,
  ElectorLine,
  Nomination,
} from './election-line.ts';
import type { Officer } from './names.ts';
import { officer, seatName } from './seats.ts';
import type { Seats } from './seats.ts';
import { ofTypes } from './source.ts';

type Events = readonly Recorded<motion.MotionEvent>[];
type Ended = Recorded<motion.ElectionRoundClosed | motion.ElectionRoundAborted>;

/** Who a candidate is, by the id in the ballots. */
type Candidates = ReadonlyMap<string, Officer>;

const candidatesOf = (events: Events, seats: Seats): Candidates =>
  new Map(
    ofTypes(events, 'CandidateNominated').map(({ event: { candidateId, candidate } }) => [
      candidateId,
      officer(candidate, seats),
    ]),
  );

function nominationsOf(events: Events, candidates: Candidates, seats: Seats): readonly Nomination[] {
  const withdrawn = new Set(ofTypes(events, 'CandidateWithdrawn').map(({ event }) => event.candidateId));
  return ofTypes(events, 'CandidateNominated').map(({ event: { candidateId, nominatedBySeatId } }) => ({
    candidateId,
    candidate: candidates.get(candidateId) ?? { holder: candidateId },
    ...(nominatedBySeatId !== undefined && { nominatedBy: seatName(seats, nominatedBySeatId) }),
    ...(withdrawn.has(candidateId) && { withdrawn: true }),
  }));
}

const named = (candidates: Candidates, candidateId: string | undefined): Readonly<{ candidate?: Officer }> =>
  candidateId === undefined ? {} : { candidate: candidates.get(candidateId) ?? { holder: candidateId } };

const rollOf = (
  { roll }: motion.ElectionRoundClosed,
  candidates: Candidates,
  seats: Seats,
): readonly ElectorLine[] =>
  roll.map(({ seatId, option, candidateId, by }) => ({
    ...seatName(seats, seatId),
    option,
    ...named(candidates, candidateId),
    ...((by === 'alternate' || by === 'proxy') && { by }),
  }));

const totalsOf = (
  { trace }: motion.ElectionRoundClosed,
  candidates: Candidates,
): readonly CandidateTotal[] => [
  ...trace.candidates.map(({ candidateId, votes }) => ({ ...named(candidates, candidateId), votes })),
  { votes: trace.abstentions },
];

/** What the tellers counted apart. */
const apartOf = (
  report: motion.TellersReported | undefined,
  candidates: Candidates,
): readonly CandidateTotal[] =>
  (report?.totals ?? []).flatMap(({ candidateId, value: votes, constituencyId }) =>
    constituencyId === undefined ? [] : [{ ...named(candidates, candidateId), votes, constituencyId }],
  );

type Outcome = Pick<ElectionRoundLine, 'result' | 'reason' | 'totals' | 'roll'>;

function outcomeOf({ event }: Ended, candidates: Candidates, seats: Seats): Outcome {
  if (event.type === 'ElectionRoundAborted')
    return { result: 'aborted', reason: event.reason, totals: [], roll: [] };
  return {
    result: event.trace.electedId === undefined ? 'nobody' : 'elected',
    totals: totalsOf(event, candidates),
    roll: rollOf(event, candidates, seats),
  };
}

function roundLine(
  { ballotingId, round, method, rule }: motion.ElectionRoundOpened,
  ended: Ended,
  events: Events,
  { seats }: Context,
): ElectionRoundLine {
  const candidates = candidatesOf(events, seats);
  const report = ofTypes(events, 'TellersReported').findLast(
    ({ event }) => event.ballotingId === ballotingId,
  )?.event;
  const clause = clauseOf(rule);
  return {
    ballotingId,
    round,
    method,
    closedAt: ended.envelope.occurredAt,
    ...(clause !== undefined && { clause }),
    tellers: (report?.tellers ?? []).map((teller) => officer(teller, seats)),
    byConstituency: apartOf(report, candidates),
    ...outcomeOf(ended, candidates, seats),
  };
}

const roundsIn = (events: Events, context: Context): readonly ElectionRoundLine[] =>
  ofTypes(events, 'ElectionRoundOpened')
    .filter(({ event }) => event.meetingId === context.meetingId)
    .flatMap(({ event: opened }) => {
      const ended = ofTypes(events, 'ElectionRoundClosed', 'ElectionRoundAborted').find(
        ({ event }) => event.ballotingId === opened.ballotingId,
      );
      return ended ? [roundLine(opened, ended, events, context)] : [];
    });

/** Decided by a round of this meeting, or by its consent to the only candidate. */
function electedIn(
  events: Events,
  rounds: readonly ElectionRoundLine[],
  { meetingId, seats }: Context,
): Pick<ElectionLine, 'elected'> {
  const consents = ofTypes(events, 'UnanimousConsentDeclared').filter(
    ({ event }) => event.meetingId === meetingId,
  );
  const here = new Set([
    ...rounds.map(({ ballotingId }) => ballotingId),
    ...consents.map(({ event }) => event.consentId),
  ]);
  const decided = ofTypes(events, 'ElectionDecided').findLast(({ event }) => here.has(event.decidedBy));
  return decided ? { elected: officer(decided.event.candidate, seats) } : {};
}

/** Nominations, ballots and who was elected, where the motion is an election. RONR (12th ed.) §46. */
export function electionLine(events: Events, context: Context): Readonly<{ election?: ElectionLine }> {
  const called = ofTypes(events, 'ElectionCalled')[0]?.event;
  if (!called) return {};
  const { role, constituencyId } = called;
  const { seats } = context;
  const rounds = roundsIn(events, context);
  const closed = ofTypes(events, 'NominationsClosed').at(-1);
  const election = {
    role,
    ...(constituencyId !== undefined && { constituencyId }),
    nominations: nominationsOf(events, candidatesOf(events, seats), seats),
    ...(closed && { nominationsClosed: closed.envelope.occurredAt }),
    rounds,
    ...electedIn(events, rounds, context),
  };
  return { election };
}
