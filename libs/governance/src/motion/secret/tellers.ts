import { broken, irregular, refuse } from '../../kernel/index.ts';
import type { Holder } from '../../body/events.ts';
import { countedSeats, isInScope } from '../../tally/index.ts';
import type { Seat } from '../../tally/index.ts';
import { recusedFrom, sittingIn } from '../ballots.ts';
import type { AttendanceFact } from '../facts.ts';
import type { Check } from '../guards.ts';
import { proxyFor } from '../proxy-ballot.ts';
import type { Balloting, ProxyFacts } from '../proxy-ballot.ts';
import type { MotionState } from '../state.ts';
import type { RepresentedSeat, SecretTotal, SecretVoters, VoteTotal } from './events.ts';

/** A secret ballot is nobody's. */
export function* openly(
  { method }: Readonly<{ method: string }>,
  inputs: Readonly<Record<string, unknown>>,
): Check {
  if (method === 'secret') yield* refuse('BALLOT_WOULD_BE_ATTRIBUTED', inputs);
}

/** Voting seats that are there and have not stepped aside. */
export function presentVoters(balloting: Balloting, { attendance }: AttendanceFact): readonly Seat[] {
  if (!attendance) return [];
  const recused = recusedFrom(balloting, { attendance });
  return countedSeats(balloting.eligibility).filter(
    ({ seatId }) => sittingIn(seatId, balloting.rule, attendance) && !recused.has(seatId),
  );
}

/** Whose proxy was given a ballot: what each ballot says, nobody knows. */
export function* representedSeats(
  state: MotionState,
  balloting: Balloting,
  seatIds: readonly string[],
  facts: ProxyFacts,
): Check<readonly RepresentedSeat[]> {
  const represented: RepresentedSeat[] = [];
  for (const seatId of new Set(seatIds)) {
    if (!countedSeats(balloting.eligibility).some((one) => one.seatId === seatId))
      yield* refuse('NOT_ENTITLED_AS_OF', { seatId, reason: 'no filled voting seat of the snapshot' });
    if (recusedFrom(balloting, facts).has(seatId)) yield broken('SP-10', 'RECUSED_CANNOT_VOTE', { seatId });
    represented.push({ seatId, proxy: yield* proxyFor(state, balloting, seatId, facts) });
  }
  return represented;
}

type Counted = SecretTotal & Readonly<{ of: string }>;

const sum = (totals: readonly SecretTotal[]): number => totals.reduce((n, { value }) => n + value, 0);

/** No more ballots than voters, of the body and of each constituency that is counted apart; each total once. */
function* plausible(totals: readonly Counted[], voters: readonly Pick<Seat, 'constituencyId'>[]): Check {
  const names = totals.map(({ of, constituencyId }) => `${of}/${constituencyId ?? ''}`);
  if (new Set(names).size < names.length)
    yield* refuse('COUNTS_DO_NOT_RECONCILE', { totals, reason: 'twice' });
  const sides = new Set(totals.map(({ constituencyId }) => constituencyId));
  for (const side of new Set([undefined, ...sides])) {
    const isOf = (one: Readonly<{ constituencyId?: string }>) => side === undefined || isInScope(one, side);
    const [ballots, allowed] = [sum(totals.filter(isOf)), voters.filter(isOf).length];
    if (ballots > allowed)
      yield* refuse('COUNTS_DO_NOT_RECONCILE', { constituencyId: side, ballots, voters: allowed });
  }
}

/** Where the rule asks each constituency, each has a box of its own. */
function* countedApart({ rule }: Pick<Balloting, 'rule'>, totals: readonly SecretTotal[]): Check {
  const apart = totals.filter(({ constituencyId }) => constituencyId !== undefined).length;
  const asked = rule.passIfAny.flat().some(({ scope }) => scope === 'each_constituency');
  if (asked ? apart < totals.length : apart > 0 && apart < totals.length)
    yield* refuse('TOTALS_BY_CONSTITUENCY_REQUIRED', { ruleId: rule.ruleId });
}

/** Corrected totals could be those of the voters that the closing kept. */
export function* couldBeCast(
  vote: Pick<Balloting, 'rule' | 'eligibility'>,
  { presentSeatIds, represented = [] }: SecretVoters,
  totals: readonly VoteTotal[],
): Check {
  yield* countedApart(vote, totals);
  const voters = new Set([...presentSeatIds, ...represented.map(({ seatId }) => seatId)]);
  yield* plausible(
    totals.map((one) => ({ ...one, of: one.option })),
    countedSeats(vote.eligibility).filter(({ seatId }) => voters.has(seatId)),
  );
}

type Report = Readonly<{
  tellers: readonly Holder[];
  totals: readonly Counted[];
  represented: readonly RepresentedSeat[];
}>;

/** The tellers' totals could be those of the voters in the room, and of the proxies that were given a ballot. */
export function* reported(
  balloting: Balloting,
  { tellers, totals, represented }: Report,
  facts: AttendanceFact,
): Check {
  yield* countedApart(balloting, totals);
  const byProxy = new Set(represented.map(({ seatId }) => seatId));
  const proxied = countedSeats(balloting.eligibility).filter(({ seatId }) => byProxy.has(seatId));
  yield* plausible(totals, [...presentVoters(balloting, facts), ...proxied]);
  if (tellers.length === 0) yield irregular('TELLERS_MISSING');
}
