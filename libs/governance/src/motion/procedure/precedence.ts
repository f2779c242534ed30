import { broken } from '../../kernel/index.ts';
import type { Check } from '../guards.ts';
import type { MotionState } from '../state.ts';
import { classRule } from './class-rule.ts';
import type { OtherMotion } from './facts.ts';
import { isOwnBusiness, motionClasses } from './motion-class.ts';
import type { MotionClass } from './motion-class.ts';
import type { RulesOfOrder } from './rules-of-order.ts';

const ranked: readonly MotionClass[] = motionClasses.slice(0, motionClasses.indexOf('main') + 1).toReversed();

/**
 * The rank of a class: a main motion has the lowest. Incidental motions and those that reconsider or take from
 * the table have none: they are decided when they arise.
 */
export function rankOf(motionClass: MotionClass): number | undefined {
  if (isOwnBusiness(motionClass)) return 0;
  const rank = ranked.indexOf(motionClass);
  return rank < 0 ? undefined : rank;
}

/** Motions that are before the body in a meeting: stated there or on its agenda, and not disposed of. */
export const pendingIn = (meetingId: string, motions: Iterable<OtherMotion>): readonly OtherMotion[] =>
  [...motions].filter(
    ({ state }) => (state.status === 'pending' || state.status === 'voting') && state.meetingId === meetingId,
  );

/** The question that the body decides first: nothing pending applies to it, and it has the highest rank. */
export function immediatelyPending(pending: readonly OtherMotion[]): OtherMotion | undefined {
  const isLeaf = ({ motionId }: OtherMotion) => pending.every(({ state }) => state.appliesTo !== motionId);
  const rank = ({ state }: OtherMotion) => rankOf(state.classification) ?? ranked.length;
  return pending.filter(isLeaf).toSorted((a, b) => rank(b) - rank(a))[0];
}

type Question = Pick<MotionState, 'classification' | 'appliesTo'>;

/** An amendment is in order while what it amends is immediately pending, whatever that is. RONR (12th ed.) 12:7. */
const isAmendmentOf = ({ classification, appliesTo }: Question, pending: OtherMotion | undefined): boolean =>
  classification === 'subsidiary.amend' && appliesTo !== undefined && appliesTo === pending?.motionId;

/** The pending motion to which this one would have to yield, if there is one. */
export function inTheWay(question: Question, pending: readonly OtherMotion[]): OtherMotion | undefined {
  const rank = rankOf(question.classification);
  if (rank === undefined || isAmendmentOf(question, immediatelyPending(pending))) return undefined;
  return pending
    .filter(({ state }) => (rankOf(state.classification) ?? -1) >= rank)
    .toSorted((a, b) => (rankOf(b.state.classification) ?? 0) - (rankOf(a.state.classification) ?? 0))[0];
}

/** RR-02; of a class whose place in the table is not verified, it is only told. */
export function* precedes({ classification }: Question, other: OtherMotion, order: RulesOfOrder): Check {
  const inputs = { classification, pending: other.motionId, pendingClass: other.state.classification };
  if (classRule(order, classification).verified) yield broken('RR-02', 'HIGHER_PRECEDENCE_PENDING', inputs);
  else yield broken('RR-02-UNVERIFIED', 'HIGHER_PRECEDENCE_PENDING', inputs);
}

/** A motion is in order where nothing that is pending ranks as high. */
export function* respectsPrecedence(
  question: Question,
  pending: readonly OtherMotion[],
  rulesOfOrder: RulesOfOrder,
): Check {
  const other = inTheWay(question, pending);
  if (other) yield* precedes(question, other, rulesOfOrder);
}
