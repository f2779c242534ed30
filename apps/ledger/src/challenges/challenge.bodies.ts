import { challenge } from '#governance';
import { CommandBody, Flag, IdField, OneOf, PartialDate, TextField } from '../platform/index.ts';

const textMax = 5_000;

export class ReceiveCureDemandBody extends CommandBody {
  @IdField({ description: 'The body that acted.', example: 'example-committee' })
  bodyId!: string;
  @TextField({ max: 300, description: 'Who demands, never by a name.', example: 'A parents’ association' })
  by!: string;
  @IdField({ optional: true, description: 'What is challenged: what a motion did,' })
  motionId?: string;
  @IdField({ optional: true, description: 'or what was done in a meeting,' })
  meetingId?: string;
  @IdField({ optional: true, description: '(under this item,)' })
  itemId?: string;
  @TextField({ max: textMax, optional: true, description: 'or an action in words.' })
  description?: string;
  @PartialDate({ optional: true, description: 'When it was done, where the record does not tell.' })
  actedAt?: PartialDate;
  @TextField({ max: 100, description: 'The section said to be violated.', example: '54954.2' })
  allegedSection!: string;
  @Flag({ description: 'Whether the action was taken in open session.' })
  openSession!: boolean;
  @PartialDate({ optional: true, description: 'By default when it happened.', example: '2026-02-20' })
  receivedAt?: PartialDate;
  @TextField({ max: textMax, optional: true })
  statement?: string;
}

class AnsweredBody extends CommandBody {
  @PartialDate({
    optional: true,
    description: 'When whoever demanded it got the notice; by default when this happened.',
    example: '2026-03-10',
  })
  noticeReceivedAt?: PartialDate;
}

export class TakeCureActionBody extends AnsweredBody {
  @IdField({ description: 'The new motion, drafted with `cures`.' })
  motionId!: string;
}

export class DeclineCureBody extends AnsweredBody {
  @TextField({ max: textMax, optional: true })
  statement?: string;
}

export class CloseChallengeBody extends CommandBody {
  @OneOf(challenge.challengeOutcomes)
  outcome!: challenge.ChallengeClosed['outcome'];
  @TextField({ max: textMax, optional: true })
  statement?: string;
}
