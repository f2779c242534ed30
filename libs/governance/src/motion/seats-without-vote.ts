import type { Attendance } from '../meeting/attendance.ts';
import { demandedWithoutVote } from '../tally/index.ts';
import type { SeatWithoutVote } from '../tally/index.ts';
import { recusedFrom, sittingIn } from './ballots.ts';
import type { OpenedVote } from './state.ts';

type Question = Pick<OpenedVote, 'rule' | 'eligibility' | 'itemId'>;

function standing(question: Question, seatId: string, attendance: Attendance): SeatWithoutVote {
  const present = sittingIn(seatId, question.rule, attendance) !== undefined;
  if (recusedFrom(question, { attendance }).has(seatId)) return { seatId, option: 'recused', present };
  return { seatId, option: present ? 'not voting' : 'absent', present };
}

/**
 * How the seats stand that no roll is called of and that the quorum of the rule demands (meeting rule SP-03): without
 * them it could not be shown later that there was one.
 *
 * @returns nothing where there are none, else the field as an event holds it
 */
export function seatsWithoutVote(
  question: Question,
  attendance: Attendance,
): Readonly<{ withoutVote?: readonly SeatWithoutVote[] }> {
  const demanded = demandedWithoutVote(question.rule.quorum, question.eligibility);
  if (demanded.length === 0) return {};
  return { withoutVote: demanded.map(({ seatId }) => standing(question, seatId, attendance)) };
}
