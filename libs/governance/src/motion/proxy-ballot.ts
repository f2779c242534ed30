import type { Roster, RosterProxy } from '../body/roster.ts';
import { broken, refuse } from '../kernel/index.ts';
import type { Attendance } from '../meeting/attendance.ts';
import type { DecisionRule } from '../tally/index.ts';
import { recusedFrom, seatOfSnapshot } from './ballots.ts';
import type { Answer, BallotFacts } from './ballots.ts';
import type { ProxyPin } from './events.ts';
import type { RosterFact } from './facts.ts';
import { existingBody } from './guards.ts';
import type { Check } from './guards.ts';
import type { OtherMotionsFact } from './procedure/facts.ts';
import type { MotionState, OpenedVote } from './state.ts';

export type ProxyFacts = BallotFacts & RosterFact & Pick<OtherMotionsFact, 'motionId'>;

/** What a proxy may be for, the narrowest first: of several the one for this motion speaks. */
const scopes = ['motion', 'meeting', 'body'] as const;

/** What is put to the seats, as far as a proxy is concerned: a vote, a round of consensus or of an election. */
export type Balloting = Pick<OpenedVote, 'meetingId' | 'itemId' | 'rule' | 'eligibility'>;

type Question = Readonly<{ meetingId: string; motionId: string }>;

function covers({ scope, scopeId }: RosterProxy, { meetingId, motionId }: Question): boolean {
  if (scope === 'body') return true;
  return scopeId === (scope === 'meeting' ? meetingId : motionId);
}

/** Proxies in force that serve this question, the narrowest first. */
const proxiesFor = ({ proxies = [] }: Roster, question: Question): readonly RosterProxy[] =>
  scopes.flatMap((scope) => proxies.filter((proxy) => proxy.scope === scope && covers(proxy, question)));

function* proxyOf(
  { bodyId }: MotionState,
  { meetingId }: Balloting,
  seatId: string,
  facts: ProxyFacts,
): Check<Readonly<{ proxy: RosterProxy; rosterRevision: number }>> {
  const roster = yield* existingBody(facts, bodyId);
  const { motionId, at } = facts;
  const proxy = proxiesFor(roster, { meetingId, motionId }).find((one) => one.seatId === seatId);
  if (!proxy) return yield* refuse('PROXY_NOT_IN_FORCE', { seatId, meetingId, motionId, at: at.literal });
  return { proxy, rosterRevision: roster.revision };
}

/** The rule in force gives a member who is away a vote by proxy, and some clause says so. */
function* granted({ rule }: Balloting, { proxyId, clauseRef }: RosterProxy): Check {
  const { ruleId, absentee } = rule;
  if (absentee !== 'proxy' || !(rule.clauseRef ?? clauseRef))
    yield broken('SP-07', 'PROXY_NOT_ALLOWED', { proxyId, ruleId, absentee });
}

/** The holder is there in person: a proxy does not travel further, to an alternate or to another proxy. */
function* holderThere(vote: Balloting, { proxyId, toSeatId }: RosterProxy, facts: BallotFacts): Check {
  const sitting = facts.attendance?.present.get(toSeatId)?.by;
  if (sitting !== 'member')
    yield broken('SP-07', 'PROXY_HOLDER_ABSENT', { proxyId, toSeatId, sitting, at: facts.at.literal });
  if (recusedFrom(vote, facts).has(toSeatId))
    yield broken('SP-10', 'RECUSED_CANNOT_VOTE', { seatId: toSeatId, proxyId, itemId: vote.itemId });
}

/** Whoever comes votes: the arrival of the member, or of the alternate, ends what the proxy may do. */
function* giverAway({ proxyId, seatId }: RosterProxy, { attendance, at }: BallotFacts): Check {
  const sitting = attendance?.present.get(seatId)?.by;
  if (sitting) yield broken('SP-07', 'PROXY_GIVER_PRESENT', { proxyId, seatId, sitting, at: at.literal });
}

function* sameSide(vote: Balloting, { proxyId, seatId, toSeatId }: RosterProxy): Check {
  const { constituencyId: from } = yield* seatOfSnapshot(vote, seatId);
  const { constituencyId: to } = yield* seatOfSnapshot(vote, toSeatId);
  if (from !== undefined && to !== undefined && from !== to && !vote.rule.proxy?.acrossConstituencies)
    yield broken('SP-07', 'PROXY_CROSSES_CONSTITUENCY', { proxyId, from, to });
}

const answers: readonly Answer['option'][] = ['yes', 'no', 'abstain'];

/** The holder of a seat's proxy speaks for it (meeting rule SP-07): which proxy, and who holds it. */
export function* proxyFor(
  state: MotionState,
  balloting: Balloting,
  seatId: string,
  facts: ProxyFacts,
): Check<ProxyPin> {
  const { proxy, rosterRevision } = yield* proxyOf(state, balloting, seatId, facts);
  yield* granted(balloting, proxy);
  yield* giverAway(proxy, facts);
  yield* holderThere(balloting, proxy, facts);
  yield* sameSide(balloting, proxy);
  return { proxyId: proxy.proxyId, seatId: proxy.toSeatId, rosterRevision };
}

/** A seat votes by the holder of its proxy. */
export function* votesByProxy(
  state: MotionState,
  vote: OpenedVote,
  { seatId, option }: Answer,
  facts: ProxyFacts,
): Check<ProxyPin> {
  if (!answers.includes(option)) yield* refuse('PROXY_ANSWER_INVALID', { seatId, option, possible: answers });
  return yield* proxyFor(state, vote, seatId, facts);
}

/** Seats that are away and count for the quorum by their proxies, where the clause says so. */
export function representedSeatIds(
  { absentee, proxy: terms }: DecisionRule,
  roster: Roster,
  { present, meetingId }: Attendance,
  motionId: string,
): readonly string[] {
  if (absentee !== 'proxy' || !terms?.countsForQuorum) return [];
  const sideOf = (seatId: string) => roster.seats.find((one) => one.seatId === seatId)?.constituencyId;
  return proxiesFor(roster, { meetingId, motionId })
    .filter(({ seatId, toSeatId }) => {
      const [from, to] = [sideOf(seatId), sideOf(toSeatId)];
      const sameSide = from === undefined || to === undefined || from === to;
      const holderThere = present.get(toSeatId)?.by === 'member';
      return holderThere && !present.has(seatId) && (sameSide || terms.acrossConstituencies === true);
    })
    .map(({ seatId }) => seatId);
}
