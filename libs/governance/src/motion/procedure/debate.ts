import { broken, refuse } from '../../kernel/index.ts';
import type { AtFact, Decision } from '../../kernel/index.ts';
import type { AttendanceFact, RegimeFact } from '../facts.ts';
import { inSession, inStatus } from '../guards.ts';
import type { Check } from '../guards.ts';
import type { MotionState } from '../state.ts';
import type { DebateLimited, PreviousQuestionOrdered } from './events.ts';
import type { OtherMotion, OtherMotionsFact } from './facts.ts';
import { adoptedOnThis } from './guards.ts';
import type { MotionClass } from './motion-class.ts';

/** The body ended the debate on the motion, by two thirds: it is voted on as it stands. RONR (12th ed.) 16. */
export type OrderPreviousQuestion = Readonly<{ type: 'OrderPreviousQuestion'; byMotionId: string }>;

/** The body limited the debate on the motion, or extended it, by two thirds. RONR (12th ed.) 15. */
export type LimitDebate = Readonly<{ type: 'LimitDebate'; byMotionId: string }> &
  Pick<DebateLimited, 'minutesPerSpeech' | 'speechesPerMember' | 'closesAt'>;

type Facts = AttendanceFact & RegimeFact & AtFact & OtherMotionsFact;

function* debatable(state: MotionState, command: OrderPreviousQuestion | LimitDebate, facts: Facts): Check {
  yield* inStatus(state, command, 'pending');
  yield* inSession(state, facts);
  if (state.procedure.previousQuestion)
    yield* refuse('PREVIOUS_QUESTION_ORDERED', { motionId: facts.motionId, command: command.type });
}

export function* orderPreviousQuestion(
  state: MotionState,
  command: OrderPreviousQuestion,
  facts: Facts,
): Decision<PreviousQuestionOrdered> {
  yield* debatable(state, command, facts);
  const { pin } = yield* adoptedOnThis(state, facts, command.byMotionId, 'subsidiary.previous_question');
  return [{ type: 'PreviousQuestionOrdered', ...pin }];
}

export function* limitDebate(
  state: MotionState,
  command: LimitDebate,
  facts: Facts,
): Decision<DebateLimited> {
  const { type: _type, byMotionId, ...limits } = command;
  yield* debatable(state, command, facts);
  if (Object.values(limits).every((limit) => limit === undefined)) yield* refuse('DEBATE_LIMIT_MISSING');
  const { pin } = yield* adoptedOnThis(state, facts, byMotionId, 'subsidiary.limit_extend_debate');
  return [{ type: 'DebateLimited', ...limits, ...pin }];
}

/** What is not in order any more once the body has ordered the vote; to lay the question on the table still is. */
const closedTo: ReadonlySet<MotionClass> = new Set([
  'subsidiary.previous_question',
  'subsidiary.limit_extend_debate',
  'subsidiary.postpone_definitely',
  'subsidiary.refer',
  'subsidiary.amend',
  'subsidiary.postpone_indefinitely',
] as const);

/** After the previous question is ordered nothing is moved on the motion but what the order leaves (RR-17). */
export function* beforeTheVote(
  { classification }: Pick<MotionState, 'classification'>,
  { motionId, state }: OtherMotion,
): Check {
  if (state.procedure.previousQuestion && closedTo.has(classification))
    yield broken('RR-17', 'PREVIOUS_QUESTION_ORDERED', { motionId, classification });
}
