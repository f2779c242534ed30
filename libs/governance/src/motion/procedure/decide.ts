import type { Decision } from '../../kernel/index.ts';
import type { MotionEvent } from '../events.ts';
import type { Facts } from '../facts.ts';
import type { MotionState } from '../state.ts';
import { amendMotionText } from './amend-motion-text.ts';
import type { AmendMotionText } from './amend-motion-text.ts';
import { limitDebate, orderPreviousQuestion } from './debate.ts';
import type { LimitDebate, OrderPreviousQuestion } from './debate.ts';
import { dischargeCommittee } from './discharge-committee.ts';
import type { DischargeCommittee } from './discharge-committee.ts';
import { divideQuestion, takeUpPart } from './divide-question.ts';
import type { DivideQuestion, TakeUpPart } from './divide-question.ts';
import { givePreviousNotice } from './give-previous-notice.ts';
import type { GivePreviousNotice } from './give-previous-notice.ts';
import { endReconsideration, moveReconsideration, reconsiderMotion } from './reconsider-motion.ts';
import type { EndReconsideration, MoveReconsideration, ReconsiderMotion } from './reconsider-motion.ts';
import { amendAdoptedMotion, rescindMotion } from './rescind-motion.ts';
import type { AmendAdoptedMotion, RescindMotion } from './rescind-motion.ts';
import { reinstateMotion, ruleMotionOutOfOrder } from './rule-out-of-order.ts';
import type { ReinstateMotion, RuleMotionOutOfOrder } from './rule-out-of-order.ts';
import { receiveMotion, recordReceivingBodyAction, transmitMotion } from './transmit-motion.ts';
import type { ReceiveMotion, RecordReceivingBodyAction, TransmitMotion } from './transmit-motion.ts';

/** What one motion, a ruling or another body does to a motion. */
export type ProcedureCommand =
  | GivePreviousNotice
  | AmendMotionText
  | RuleMotionOutOfOrder
  | ReinstateMotion
  | DivideQuestion
  | TakeUpPart
  | DischargeCommittee
  | OrderPreviousQuestion
  | LimitDebate
  | MoveReconsideration
  | ReconsiderMotion
  | EndReconsideration
  | RescindMotion
  | AmendAdoptedMotion
  | TransmitMotion
  | ReceiveMotion
  | RecordReceivingBodyAction;

type Decide<C> = (state: MotionState, command: C, facts: Facts) => Decision<MotionEvent>;

export const procedureDecisions: {
  readonly [T in ProcedureCommand['type']]: Decide<Extract<ProcedureCommand, { type: T }>>;
} = {
  GivePreviousNotice: givePreviousNotice,
  AmendMotionText: amendMotionText,
  RuleMotionOutOfOrder: ruleMotionOutOfOrder,
  ReinstateMotion: reinstateMotion,
  DivideQuestion: divideQuestion,
  TakeUpPart: takeUpPart,
  DischargeCommittee: dischargeCommittee,
  OrderPreviousQuestion: orderPreviousQuestion,
  LimitDebate: limitDebate,
  MoveReconsideration: moveReconsideration,
  ReconsiderMotion: reconsiderMotion,
  EndReconsideration: endReconsideration,
  RescindMotion: rescindMotion,
  AmendAdoptedMotion: amendAdoptedMotion,
  TransmitMotion: transmitMotion,
  ReceiveMotion: receiveMotion,
  RecordReceivingBodyAction: recordReceivingBodyAction,
};
