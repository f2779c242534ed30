import { broken, notable } from '../../kernel/index.ts';
import type { AtFact } from '../../kernel/index.ts';
import type { AttendanceFact } from '../facts.ts';
import type { Check } from '../guards.ts';
import type { MotionState } from '../state.ts';
import type { OrderFact, OtherMotion, OtherMotionsFact, ZoneFact } from './facts.ts';
import { endOfDayAfter, isKnown } from './session-interval.ts';

type Carried = Pick<OtherMotion, 'motionId' | 'state'>;

export type ReconsiderFacts = AttendanceFact & AtFact & OrderFact & ZoneFact;

const rule = 'RR-07';

const sides = (result: 'pass' | 'fail') =>
  result === 'pass'
    ? ({ prevailing: 'yes', losing: 'no' } as const)
    : ({ prevailing: 'no', losing: 'yes' } as const);

/** Who voted with the prevailing side moves; in a committee whoever did not lose. A lost tie was won by the noes. */
function* onPrevailingSide({ motionId, state }: OtherMotion, seatId: string, facts: OrderFact): Check {
  const closed = state.lastVote?.closed;
  // Adopted without a vote, by consent of everybody: any member who is there.
  if (!closed && state.status === 'adopted') return;
  const option = closed?.rollCall.find((entry) => entry.seatId === seatId)?.option;
  if (!closed || option === undefined)
    return yield notable('PREVAILING_SIDE_UNKNOWN', { rule, motionId, seatId });
  const { prevailing, losing } = sides(closed.result);
  if (facts.isCommittee ? option === losing : option !== prevailing)
    yield broken(rule, 'NOT_PREVAILING_SIDE', { motionId, seatId, option, prevailing });
}

/** On the same day or the next one; a committee may at any time. */
function* inTime({ motionId, state: { since } }: OtherMotion, { at, timeZone }: ReconsiderFacts): Check {
  if (!since || !isKnown(since)) return;
  const until = endOfDayAfter(since, 1, timeZone);
  if (at.earliest > until)
    yield broken(rule, 'RECONSIDER_TOO_LATE', { motionId, decided: since.literal, until, at: at.literal });
}

/** Without notice a committee reconsiders by two thirds, unless everybody who prevailed is there. */
function* noticedOrAllThere(
  { motionId, state: { lastVote } }: OtherMotion,
  moving: MotionState,
  { attendance }: ReconsiderFacts,
): Check {
  const closed = lastVote?.closed;
  const winners = closed?.rollCall.filter(({ option }) => option === sides(closed.result).prevailing) ?? [];
  // Of a secret vote nobody knows who prevailed, so nobody knows that they are all there.
  const away = closed?.secret
    ? ['unknown']
    : winners.filter(({ seatId }) => !attendance?.present.has(seatId)).map(({ seatId }) => seatId);
  if (away.length > 0 && !moving.procedure.notice)
    yield notable('RECONSIDERATION_NEEDS_TWO_THIRDS', { rule, motionId, away });
}

/**
 * What has been carried out is not voted on again: a text that an amendment changed is amended anew, what was
 * rescinded is moved anew. RONR (12th ed.) 37:9.
 */
export function* notCarriedOut({ motionId, state }: Carried, { motions }: OtherMotionsFact): Check {
  const appliesTo = state.appliesTo ?? '';
  const isApplied = motions.get(appliesTo)?.state.procedure.appliedMotionIds.includes(motionId) ?? false;
  if (isApplied) yield broken(rule, 'ALREADY_CARRIED_OUT', { motionId, appliesTo });
}

/** Who may move to reconsider a decision, when, and how often (RR-07). */
export function* mayReconsider(
  original: OtherMotion,
  moving: MotionState,
  seatId: string,
  facts: ReconsiderFacts,
): Check {
  if (original.state.procedure.reconsidered)
    yield broken(rule, 'ALREADY_RECONSIDERED', { motionId: original.motionId });
  yield* onPrevailingSide(original, seatId, facts);
  if (facts.isCommittee) yield* noticedOrAllThere(original, moving, facts);
  else yield* inTime(original, facts);
}
