import { countedSeats, tally, untold } from '../../tally/index.ts';
import type { RollCallEntry, Tally } from '../../tally/index.ts';
import type { ClosedVote, SecretCount } from '../closed-votes.ts';
import type { VoteClosed } from '../events.ts';
import { wholeRoll } from '../called-roll.ts';
import type { CalledRoll } from '../called-roll.ts';
import type { OpenedVote } from '../state.ts';
import { byProxyFirst, dealt, secretVoters } from './dealt.ts';
import type { RepresentedSeat } from './events.ts';

type Roll = readonly RollCallEntry[];
type SecretVote = Pick<OpenedVote, 'rule' | 'eligibility' | 'totals' | 'represented'>;

/** The roll with the tellers' totals dealt out to those who could have cast a ballot. */
function countedRoll({ totals = [], represented = [] }: SecretVote, roll: Roll): Roll {
  const byProxy = new Map(represented.map((one) => [one.seatId, one]));
  const voters = roll.filter(({ seatId, option }) => option === 'not voting' || byProxy.has(seatId));
  const ballots = dealt(byProxyFirst(voters, represented), totals);
  return roll.map((entry) => {
    const ballot = ballots.get(entry.seatId);
    if (!ballot) return entry;
    const proxy = byProxy.get(entry.seatId)?.proxy;
    const by = proxy && ({ by: 'proxy', proxySeatId: proxy.seatId } as const);
    return { ...entry, option: ballot.option, ...by };
  });
}

export type SecretOutcome = Pick<VoteClosed, 'rollCall' | 'tally'> & Required<Pick<VoteClosed, 'secret'>>;

const isAway =
  (represented: readonly RepresentedSeat[]) =>
  ({ seatId, option }: RollCallEntry): boolean =>
    option !== 'not voting' && !represented.some((one) => one.seatId === seatId);

/**
 * What a secret vote comes to, and what of it is stored: who took no part, who could have, and the totals.
 *
 * @param called the roll of all voting seats of the snapshot, with nobody's ballot in it
 */
export function secretOutcome(vote: SecretVote, called: CalledRoll): SecretOutcome {
  const { rollCall: roll } = called;
  const { rule, eligibility, totals = [], represented = [] } = vote;
  const apart = totals.some(({ constituencyId }) => constituencyId !== undefined);
  const counted = wholeRoll({ ...called, rollCall: countedRoll(vote, roll) });
  const there = roll.filter(({ option }) => option === 'not voting').map(({ seatId }) => seatId);
  return {
    rollCall: roll.filter(isAway(represented)),
    secret: secretVoters(there, represented),
    tally: untold(tally(rule, eligibility, counted), apart),
  };
}

/** A roll of everybody, in which nobody has answered: of a closed vote, which kept only who took no part. */
export function secretRoll(
  { eligibility, represented = [] }: Pick<OpenedVote, 'eligibility' | 'represented'>,
  { rollCall, withoutVote }: CalledRoll,
): CalledRoll {
  const away = new Map(rollCall.map((entry) => [entry.seatId, entry]));
  const byProxy = new Set(represented.map(({ seatId }) => seatId));
  const whole = countedSeats(eligibility).map(({ seatId, constituencyId }): RollCallEntry => {
    const present = !byProxy.has(seatId);
    const side = constituencyId !== undefined && { constituencyId };
    return away.get(seatId) ?? { seatId, ...side, option: present ? 'not voting' : 'absent', present };
  });
  return { rollCall: whole, ...(withoutVote && { withoutVote }) };
}

/** What a closed secret vote comes to with other totals. */
export function recounted(
  closed: Pick<ClosedVote, 'rule' | 'eligibility' | 'rollCall' | 'withoutVote'>,
  { totals, represented }: SecretCount,
): Tally {
  const { rule, eligibility } = closed;
  const vote = { rule, eligibility, totals, ...(represented && { represented }) };
  return secretOutcome(vote, secretRoll(vote, closed)).tally;
}
