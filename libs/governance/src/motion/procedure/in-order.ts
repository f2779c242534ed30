import { broken, irregular } from '../../kernel/index.ts';
import { carries } from '../cited.ts';
import type { Check } from '../guards.ts';
import type { MotionState, MotionStatus } from '../state.ts';
import type { MotionMoved } from '../events.ts';
import { classRule } from './class-rule.ts';
import { beforeTheVote } from './debate.ts';
import type { OtherMotion, OtherMotionsFact } from './facts.ts';
import { motionOfBody } from './guards.ts';
import { mayReconsider, notCarriedOut } from './may-reconsider.ts';
import type { ReconsiderFacts } from './may-reconsider.ts';
import type { MotionClass } from './motion-class.ts';
import { pendingIn, respectsPrecedence } from './precedence.ts';

/** Where the motion has to stand to which a class applies, and what is said where it does not. */
type Target = Readonly<{ statuses: readonly MotionStatus[]; otherwise: string }>;

const pending: Target = { statuses: ['pending'], otherwise: 'NOTHING_PENDING' };
const standing: Target = { statuses: carries, otherwise: 'NOTHING_TO_RESCIND' };

const targets: Readonly<Partial<Record<MotionClass, Target>>> = {
  'subsidiary.lay_on_table': pending,
  'subsidiary.previous_question': pending,
  'subsidiary.limit_extend_debate': pending,
  'subsidiary.postpone_definitely': pending,
  'subsidiary.refer': pending,
  'subsidiary.amend': pending,
  'subsidiary.postpone_indefinitely': pending,
  'incidental.object_to_consideration': pending,
  'incidental.divide_question': pending,
  'bringback.take_from_table': { statuses: ['tabled'], otherwise: 'NOTHING_ON_THE_TABLE' },
  'bringback.reconsider': { statuses: ['adopted', 'rejected'], otherwise: 'NOTHING_TO_RECONSIDER' },
  'bringback.rescind': standing,
  'bringback.amend_previously_adopted': standing,
  'bringback.discharge_committee': { statuses: ['referred'], otherwise: 'NOTHING_REFERRED' },
};

/** Whether a class says nothing without the motion to which it applies. */
export const needsTarget = (motionClass: MotionClass): boolean => targets[motionClass] !== undefined;

/** The motion to which a class applies is where the class wants it. */
export function* targetStands(
  { classification }: Pick<MotionState, 'classification'>,
  { motionId, state }: OtherMotion,
): Check {
  const target = targets[classification];
  if (!target || target.statuses.includes(state.status)) return;
  yield irregular(target.otherwise, { motionId, status: state.status, classification });
}

/** Primary and secondary at most (RR-03); of what the table does not let be amended, none. */
function* amendable(
  { degree = 0, classification }: MotionState,
  { motionId, state }: OtherMotion,
  facts: ReconsiderFacts,
): Check {
  if (classification !== 'subsidiary.amend') return;
  if (degree > 2) yield broken('RR-03', 'AMENDMENT_DEGREE_EXCEEDED', { degree });
  if (!classRule(facts.rulesOfOrder, state.classification).amend)
    yield broken('RR-03', 'NOT_AMENDABLE', { motionId, classification: state.classification });
}

type InOrderFacts = OtherMotionsFact & ReconsiderFacts;

function* onItsTarget(
  state: MotionState,
  seatId: string,
  facts: InOrderFacts,
): Check<OtherMotion | undefined> {
  const { appliesTo, classification } = state;
  if (appliesTo === undefined) return undefined;
  const original = yield* motionOfBody(facts, appliesTo, state.bodyId);
  yield* targetStands(state, original);
  yield* amendable(state, original, facts);
  yield* beforeTheVote(state, original);
  if (classification === 'bringback.reconsider') {
    yield* notCarriedOut(original, facts);
    yield* mayReconsider(original, state, seatId, facts);
  }
  return original;
}

type Order = Pick<MotionMoved, 'appliesToRevision' | 'itemId' | 'pendingMotions'>;

/** The motion is in order when it is made (RR-02, RR-03, RR-07); what was read for that is pinned. */
export function* inOrder(
  state: MotionState,
  { seatId, meetingId }: Readonly<{ seatId: string; meetingId: string }>,
  facts: InOrderFacts,
): Check<Order> {
  const original = yield* onItsTarget(state, seatId, facts);
  const others = [...facts.motions.values()].filter(({ motionId }) => motionId !== facts.motionId);
  const before = pendingIn(meetingId, others);
  yield* respectsPrecedence(state, before, facts.rulesOfOrder);
  const agendized = original?.state.agendized;
  return {
    ...(original && { appliesToRevision: original.revision }),
    ...(!state.agendized && agendized?.meetingId === meetingId && { itemId: agendized.itemId }),
    ...(before.length > 0 && {
      pendingMotions: before.map(({ motionId, revision }) => ({ motionId, revision })),
    }),
  };
}
