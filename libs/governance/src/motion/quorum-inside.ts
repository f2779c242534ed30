import type { Attendance } from '../meeting/attendance.ts';
import { quorumInside } from '../meeting/remote.ts';
import { quorumWithRecusals } from '../tally/index.ts';
import { recusedFrom, sittingIn } from './ballots.ts';
import type { Check } from './guards.ts';
import type { OpenedVote } from './state.ts';

type PutToThem = Pick<OpenedVote, 'rule' | 'eligibility' | 'itemId'>;

const sitting = ({ rule }: PutToThem, attendance: Attendance): readonly string[] =>
  [...attendance.present.keys()].filter((seatId) => sittingIn(seatId, rule, attendance));

/**
 * Who is there may have changed since the quorum was established: where somebody takes part from elsewhere, it is
 * asked again whenever the body is asked, and when it has answered (meeting rule BA-11).
 */
export function* quorumInsideFor(
  question: PutToThem,
  attendance: Attendance,
  there: readonly string[] = sitting(question, attendance),
): Check {
  const { rule, eligibility } = question;
  const recused = recusedFrom(question, { attendance });
  yield* quorumInside(
    attendance.present,
    there,
    (seatIds) => quorumWithRecusals(rule, eligibility, seatIds, recused).pass,
  );
}
