import { motion } from '#governance';
import {
  CommandBody,
  Count,
  IdField,
  ListOf,
  OneOf,
  PartialDate,
  Sha256Field,
  TextField,
} from '../platform/index.ts';

const textMax = 20_000;

/** What an amendment does to a text. */
export class AmendmentBody implements motion.Amendment {
  @OneOf(motion.amendmentOperations, { example: 'strike_and_insert' })
  operation!: motion.Amendment['operation'];
  @TextField({ max: textMax, optional: true, description: 'The words that are struck.', example: 'two' })
  strike?: string;
  @TextField({
    max: textMax,
    optional: true,
    description: 'The words that come in; the whole text where it is a substitute.',
    example: 'three',
  })
  insert?: string;
  @TextField({
    max: textMax,
    optional: true,
    description: 'Insert after these words; at the beginning where none are named.',
  })
  after?: string;
  @Count({
    optional: true,
    min: 1,
    max: 10_000,
    description: 'Which place, where the words come more than once.',
  })
  occurrence?: number;
}

/** Something that another motion brings about. */
export class ByMotionBody extends CommandBody {
  @IdField({ description: 'The motion by which it happens.', example: 'amendment-1' })
  byMotionId!: string;
}

export class LimitDebateBody extends ByMotionBody {
  @Count({ optional: true, min: 1, max: 600 })
  minutesPerSpeech?: number;
  @Count({ optional: true, min: 1, max: 100 })
  speechesPerMember?: number;
  @PartialDate({ optional: true, description: 'When the debate ends, and the question is put.' })
  closesAt?: PartialDate;
}

export class AmendMotionTextBody extends ByMotionBody {
  @Sha256Field({ optional: true, description: 'Of the text before, to hold it against the record.' })
  beforeSha256?: string;
}

export class GivePreviousNoticeBody extends CommandBody {
  @OneOf(motion.noticeWays, { description: 'At an earlier meeting, or in the call of the meeting.' })
  how!: motion.PreviousNoticeGiven['how'];
  @IdField({ description: 'At which meeting it was given, or which one was called.' })
  meetingId!: string;
  @TextField({ max: textMax, optional: true, description: 'What was announced.' })
  statement?: string;
}

export class RuleMotionOutOfOrderBody extends CommandBody {
  @IdField({ description: 'The meeting in which the chair ruled.', example: 'meeting-2026-09' })
  meetingId!: string;
  @IdField({ description: 'The ruling, as the meeting recorded it.', example: 'ruling-1' })
  rulingId!: string;
  @OneOf(motion.outOfOrderGrounds, { example: 'not_germane' })
  ground!: motion.OutOfOrderGround;
}

export class QuestionPartBody {
  @IdField({ description: 'The motion that the part becomes.' })
  motionId!: string;
  @TextField({ max: 500 })
  title!: string;
  @TextField({ max: textMax })
  text!: string;
}

export class DivideQuestionBody extends CommandBody {
  @ListOf(QuestionPartBody, { max: 50, description: 'Two or more.' })
  parts!: QuestionPartBody[];
  @IdField({ optional: true, description: 'The motion to divide, where there was one.' })
  byMotionId?: string;
}

export class TakeUpPartBody extends CommandBody {
  @IdField({ description: 'The body before which the question was.' })
  bodyId!: string;
  @IdField({ description: 'The question that was divided.' })
  fromMotionId!: string;
}

export class ReconsiderMotionBody extends ByMotionBody {
  @IdField({ optional: true, description: 'The meeting, where it is another one than that of the decision.' })
  meetingId?: string;
}

export class TransmitMotionBody extends CommandBody {
  @IdField({ description: 'The body that is to decide next.', example: 'board' })
  toBodyId!: string;
  @IdField({ description: 'The id under which that body has it as a motion of its own.' })
  toMotionId!: string;
}

export class ReceiveMotionBody extends CommandBody {
  @IdField({ description: 'The body that receives it.', example: 'board' })
  bodyId!: string;
  @IdField({ description: 'The motion as the other body adopted it.' })
  fromMotionId!: string;
}

export class RecordReceivingBodyActionBody extends CommandBody {
  @IdField({ description: 'The motion of the receiving body.' })
  toMotionId!: string;
  @OneOf(motion.receivingActions, { description: 'What that body did with it.' })
  action!: motion.ReceivingAction;
}
