import { irregular, refuse } from '../../kernel/index.ts';
import type { AtFact, Decision } from '../../kernel/index.ts';
import type { MotionDrafted, MotionMoved, MotionSeconded } from '../events.ts';
import type { AttendanceFact, RegimeFact } from '../facts.ts';
import { inSession, inStatus } from '../guards.ts';
import type { MotionState } from '../state.ts';
import type { QuestionDivided } from './events.ts';
import type { HashFact, OtherMotionsFact } from './facts.ts';
import { byAdopted, motionOfBody } from './guards.ts';

type Part = Readonly<{ motionId: string; title: string; text: string }>;

/** The body takes the question apart: each part is decided alone. RONR (12th ed.) 27. */
export type DivideQuestion = Readonly<{
  type: 'DivideQuestion';
  parts: readonly Part[];
  /** The motion to divide, where the division was not a member's right or agreed on without a vote. */
  byMotionId?: string;
}>;

/** A part of a question that was divided becomes the motion that it is from then on. */
export type TakeUpPart = Readonly<{ type: 'TakeUpPart'; bodyId: string; fromMotionId: string }>;

export function* divideQuestion(
  state: MotionState,
  command: DivideQuestion,
  facts: AttendanceFact & RegimeFact & AtFact & OtherMotionsFact & HashFact,
): Decision<QuestionDivided> {
  const { parts } = command;
  yield* inStatus(state, command, 'pending');
  yield* inSession(state, facts);
  const ids = new Set(parts.map(({ motionId }) => motionId));
  if (ids.size < 2 || ids.size < parts.length || ids.has(facts.motionId))
    yield* refuse('PARTS_INVALID', { motionIds: parts.map(({ motionId }) => motionId) });
  const by = yield* byAdopted(state, facts, command, 'incidental.divide_question');
  const children = parts.map((part) => ({ ...part, textSha256: facts.sha256(part.text) }));
  return [{ type: 'QuestionDivided', children, ...by }];
}

/** It was moved and seconded as a part of the whole, and is pending. */
export function* takeUpPart(
  state: MotionState,
  command: TakeUpPart,
  facts: OtherMotionsFact,
): Decision<MotionDrafted | MotionMoved | MotionSeconded> {
  yield* inStatus(state, command, 'none');
  const { fromMotionId } = command;
  const whole = yield* motionOfBody(facts, fromMotionId, command.bodyId);
  const { bodyId, mover, meetingId, agendized, classification, appliesTo, procedure } = whole.state;
  const part = procedure.children.find(({ motionId }) => motionId === facts.motionId);
  if (!part || !mover || meetingId === undefined)
    return yield* refuse('NOT_A_PART', { fromMotionId, motionId: facts.motionId });
  if (whole.state.status !== 'divided')
    yield irregular('NOT_A_PART', { fromMotionId, status: whole.state.status });
  const { title, text, textSha256 } = part;
  const { seatId, constituencyId } = mover;
  const dividedFrom = { motionId: fromMotionId, revision: whole.revision };
  return [
    {
      type: 'MotionDrafted',
      ...{ bodyId, title, text, textSha256, classification, dividedFrom },
      ...(appliesTo !== undefined && { appliesTo }),
    },
    {
      type: 'MotionMoved',
      meetingId,
      seatId,
      ...(constituencyId !== undefined && { constituencyId }),
      ...(agendized?.meetingId === meetingId && { itemId: agendized.itemId }),
    },
    { type: 'MotionSeconded', exemption: 'divided_question' },
  ];
}
