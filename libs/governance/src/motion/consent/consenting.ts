import type { Attendance } from '../../meeting/attendance.ts';
import { countedSeats, tally } from '../../tally/index.ts';
import type { Eligibility, RollCallEntry, Tally } from '../../tally/index.ts';
import type { PutQuestion } from '../putting.ts';
import { recusedFrom } from '../ballots.ts';
import { seatsWithoutVote } from '../seats-without-vote.ts';
import type { ConsentingSeat } from './events.ts';

/** Voting seats that are there and have not stepped aside: those who could object. */
export function consentingSeats(
  { eligibility, itemId }: Readonly<{ eligibility: Eligibility; itemId?: string }>,
  attendance: Attendance,
): readonly ConsentingSeat[] {
  const recused = recusedFrom({ itemId }, { attendance });
  return countedSeats(eligibility).flatMap(({ seatId, constituencyId }) => {
    const sitting = attendance.present.get(seatId);
    if (!sitting || recused.has(seatId)) return [];
    return { seatId, ...(constituencyId !== undefined && { constituencyId }), by: sitting.by };
  });
}

/** Voting seats of the snapshot that have recused themselves from the item. */
export function recusedVoters(
  { eligibility, itemId }: Readonly<{ eligibility: Eligibility; itemId?: string }>,
  attendance: Attendance,
): readonly string[] {
  const recused = recusedFrom({ itemId }, { attendance });
  return countedSeats(eligibility).flatMap(({ seatId }) => (recused.has(seatId) ? seatId : []));
}

/**
 * The most that a vote in this room could come to: everybody who could object says yes instead. Nobody did, so
 * this is no tally of anything; it shows only whether the rule could be met at all.
 */
export function atBest(
  { rule, eligibility, itemId }: Pick<PutQuestion, 'rule' | 'eligibility' | 'itemId'>,
  attendance: Attendance,
): Tally {
  const where = { eligibility, ...(itemId !== undefined && { itemId }) };
  const consenting = new Set(consentingSeats(where, attendance).map(({ seatId }) => seatId));
  const recused = new Set(recusedVoters(where, attendance));
  const voters = countedSeats(eligibility).map(({ seatId }): RollCallEntry => {
    const present = attendance.present.has(seatId);
    if (consenting.has(seatId)) return { seatId, option: 'yes', present };
    return { seatId, option: recused.has(seatId) ? 'recused' : 'absent', present };
  });
  const { withoutVote = [] } = seatsWithoutVote({ rule, ...where }, attendance);
  return tally(rule, eligibility, [...voters, ...withoutVote]);
}
