import { bodyScope, countedSeats } from './electorate.ts';
import type { Electorate } from './electorate.ts';
import { quorumReason } from './quorum.ts';
import type { ConsensusTerms, DecisionRule } from './rule.ts';
import { quorumWithRecusals } from './tally.ts';
import type { SeatWithoutVote } from './roll-call.ts';
import type { QuorumReason, QuorumTrace } from './trace.ts';

/** What a seat may say in a round of consensus. */
export const positions = ['agree', 'agree_with_reservations', 'stand_aside', 'block', 'abstain'] as const;
export type Position = (typeof positions)[number];

/** How a seat stands when the round is closed: what it said, or why it said nothing. */
const standings = [...positions, 'recused', 'no position', 'absent'] as const;
export type PositionStanding = (typeof standings)[number];

/** One seat in a closed round. */
export type PositionEntry = Readonly<{
  seatId: string;
  constituencyId?: string;
  position: PositionStanding;
  present: boolean;
  by?: 'member' | 'alternate' | 'proxy';
  /** The seat that spoke for it by proxy (meeting rule SP-07). */
  proxySeatId?: string;
  /** Of a block, a reservation, a stand-aside; as the seat gave it. */
  reason?: string;
}>;

export type PositionCount = Readonly<{ position: PositionStanding; value: number; constituencyId?: string }>;

export type ConsensusFailure =
  QuorumReason | 'POSITIONS_MISSING' | 'BLOCKED' | 'TOO_MANY_STAND_ASIDES' | 'NOBODY_AGREES';

/** `count` may not exceed `max`; null: there is no limit. */
export type LimitTrace = Readonly<{ count: number; max: number | null; pass: boolean }>;

/** What a round comes to, with every number: stored with it, so that anyone can check every step. */
export type ConsensusTrace = Readonly<{
  /** Of the whole body (no `constituencyId`), then of each constituency; what nobody said is left out. */
  counts: readonly PositionCount[];
  quorum: QuorumTrace;
  /** Voting seats that are present and have said nothing. */
  missingSeatIds: readonly string[];
  blocks: LimitTrace;
  standAsides: LimitTrace;
  /** With reservations or without. */
  agreeing: number;
  result: 'reached' | 'failed';
  /** Why not. */
  reason?: ConsensusFailure;
}>;

/** A rule that says nothing of consensus: nobody may block, whoever likes stands aside. */
const plainTerms: ConsensusTerms = { maxBlocks: 0 };

const said = (entries: readonly PositionEntry[], ...wanted: readonly PositionStanding[]): number =>
  entries.filter(({ position }) => wanted.includes(position)).length;

const limit = (count: number, max: number | null): LimitTrace => ({
  count,
  max,
  pass: max === null || count <= max,
});

const countsIn = (entries: readonly PositionEntry[], scope: string): readonly PositionCount[] =>
  standings
    .map((position) => ({ position, value: said(entries, position) }))
    .filter(({ value }) => value > 0)
    .map((count) => (scope === bodyScope ? count : { ...count, constituencyId: scope }));

type Judged = Pick<ConsensusTrace, 'quorum' | 'missingSeatIds' | 'blocks' | 'standAsides' | 'agreeing'>;

function failureOf(judged: Judged): ConsensusFailure | undefined {
  const noQuorum = quorumReason(judged.quorum);
  if (noQuorum) return noQuorum;
  if (judged.missingSeatIds.length > 0) return 'POSITIONS_MISSING';
  if (!judged.blocks.pass) return 'BLOCKED';
  if (!judged.standAsides.pass) return 'TOO_MANY_STAND_ASIDES';
  return judged.agreeing === 0 ? 'NOBODY_AGREES' : undefined;
}

const idsOf = (seats: readonly Readonly<{ seatId: string }>[]): readonly string[] =>
  seats.map(({ seatId }) => seatId);

function quorumOf(
  rule: DecisionRule,
  electorate: Electorate,
  entries: readonly PositionEntry[],
  withoutVote: readonly SeatWithoutVote[],
): QuorumTrace {
  const counts = ({ present, by }: PositionEntry): boolean =>
    present || (by === 'proxy' && rule.proxy?.countsForQuorum === true);
  const there = [...entries.filter(counts), ...withoutVote.filter(({ present }) => present)];
  const recused = [
    ...entries.filter(({ position }) => position === 'recused'),
    ...withoutVote.filter(({ option }) => option === 'recused'),
  ];
  return quorumWithRecusals(rule, electorate, idsOf(there), new Set(idsOf(recused)));
}

/**
 * Whether a round reaches consensus (meeting rule SP-09): with a quorum, when every voting seat that is present
 * has a position, blocks and stand-asides are within their limits, and somebody agrees. Entries of seats that are
 * not in the electorate, vacant, or without a full voting right count nowhere.
 *
 * @param withoutVote seats that are asked nothing, and that the quorum demands
 */
export function consensusOf(
  rule: DecisionRule,
  electorate: Electorate,
  all: readonly PositionEntry[],
  withoutVote: readonly SeatWithoutVote[] = [],
): ConsensusTrace {
  const { maxBlocks, maxStandAsides = null } = rule.consensus ?? plainTerms;
  const within = (scope: string): readonly PositionEntry[] => {
    const seatIds = new Set(countedSeats(electorate, scope).map(({ seatId }) => seatId));
    return all.filter(({ seatId }) => seatIds.has(seatId));
  };
  const entries = within(bodyScope);
  const judged: Judged = {
    quorum: quorumOf(rule, electorate, entries, withoutVote),
    missingSeatIds: idsOf(entries.filter(({ position }) => position === 'no position')).toSorted(),
    blocks: limit(said(entries, 'block'), maxBlocks),
    standAsides: limit(said(entries, 'stand_aside'), maxStandAsides),
    agreeing: said(entries, 'agree', 'agree_with_reservations'),
  };
  const reason = failureOf(judged);
  return {
    counts: [bodyScope, ...electorate.constituencyIds].flatMap((scope) => countsIn(within(scope), scope)),
    ...judged,
    result: reason === undefined ? 'reached' : 'failed',
    ...(reason !== undefined && { reason }),
  };
}
