import { motion, tally } from '#governance';
import {
  ClauseRefBody,
  CommandBody,
  Count,
  Flag,
  IdField,
  IdList,
  ListOf,
  Nested,
  OneOf,
  PartialDate,
  Sha256Field,
  TextField,
} from '../platform/index.ts';
import { RoleHolderBody } from '../bodies/body.parts.ts';
import { DecisionRuleBody, NamedClauseBody } from './decision-rule.bodies.ts';
import { AmendmentBody } from './procedure.bodies.ts';

const textMax = 20_000;
const by = ['member', 'alternate', 'proxy'] as const;

/** What a motion does if it is adopted. */
export class EffectBody implements motion.EffectGiven {
  @OneOf(motion.effectKinds, {
    description: '`adopt_version` of an instrument, or `approve_selection` of schools for a cohort.',
  })
  kind!: motion.EffectKind;
  @IdField({ optional: true, example: 'example-bylaws' })
  instrumentId?: string;
  @IdField({ optional: true, example: '2027' })
  versionId?: string;
  @IdField({ optional: true, example: 'cohort-5' })
  cohortId?: string;
  @IdList({ optional: true, min: 1, max: 500 })
  schoolIds?: string[];
}

export class DraftMotionBody extends CommandBody {
  @IdField({ description: 'The body that is to decide.', example: 'example-committee' })
  bodyId!: string;
  @TextField({ max: 500, example: 'Fund a coordinator at each school' })
  title!: string;
  @TextField({
    max: textMax,
    optional: true,
    description: 'Left out of an amendment: its text follows from what it does.',
    example: 'Resolved, that a coordinator be funded at each school.',
  })
  text?: string;
  @OneOf(motion.motionClasses, { optional: true, description: 'Its class; `main` by default.' })
  classification?: motion.MotionClass;
  @IdField({ optional: true, description: 'The motion to which it applies.' })
  appliesTo?: string;
  @Nested(AmendmentBody, { optional: true, description: 'What it does to the text of that motion.' })
  amendment?: AmendmentBody;
  @IdField({ optional: true, description: 'The motion whose action it takes anew, to cure a defect.' })
  cures?: string;
  @Nested(EffectBody, {
    optional: true,
    description: 'What it does if it is adopted: carried out by itself.',
  })
  effect?: EffectBody;
}

export class ReviseMotionTextBody extends CommandBody {
  @TextField({ max: textMax })
  text!: string;
}

/** What happens by a motion of its own, or as the chair or the minutes say. */
export class ByOptionalMotionBody extends CommandBody {
  @IdField({ optional: true, description: 'The motion by which it happens, where there was one.' })
  byMotionId?: string;
}

export class TableMotionBody extends ByOptionalMotionBody {
  @IdField({ optional: true, description: 'Who moved it, where the record says so.' })
  seatId?: string;
}

export class OptionalSeatBody extends CommandBody {
  @IdField({ optional: true, description: 'Who does it, where the record says so.' })
  seatId?: string;
}

/** A command that happens in a meeting. */
export class InMeetingBody extends CommandBody {
  @IdField({ example: 'meeting-2026-09' })
  meetingId!: string;
}

export class AgendizeMotionBody extends InMeetingBody {
  @IdField({ example: 'item-1' })
  itemId!: string;
}

export class MoveMotionBody extends InMeetingBody {
  @IdField({ description: 'The mover.', example: 'union-1' })
  seatId!: string;
}

export class SecondMotionBody extends CommandBody {
  @IdField({ optional: true, description: 'The seconder.', example: 'district-2' })
  seatId?: string;
  @OneOf(['committee_motion', 'small_board'], {
    optional: true,
    description: 'Why the rules exempt it from a second.',
  })
  exemption?: motion.SecondExemption;
  @Nested(ClauseRefBody, {
    optional: true,
    description: 'The clause that wants the second from another constituency than the motion, if one does.',
  })
  otherConstituencyBy?: ClauseRefBody;
}

export class WithdrawMotionBody extends OptionalSeatBody {
  @OneOf(['mover', 'body'], { description: 'By whose permission.' })
  permission!: motion.MotionWithdrawn['permission'];
}

export class TakeFromTableBody extends TableMotionBody {
  @IdField({ optional: true, description: 'The meeting, where it is another one.' })
  meetingId?: string;
}

export class PostponeMotionBody extends ByOptionalMotionBody {
  @PartialDate({ description: 'To when.', example: '2026-10' })
  to!: PartialDate;
  @IdField({ optional: true, description: 'The meeting at which it is to come up.' })
  meetingId?: string;
  @IdField({ optional: true, description: 'The next regular meeting: beyond it nothing is postponed.' })
  nextRegularMeetingId?: string;
  @Flag({ optional: true, description: 'It is made a special order, which needs two thirds.' })
  specialOrder?: boolean;
}

export class ReferMotionBody extends ByOptionalMotionBody {
  @IdField()
  toBodyId!: string;
  @PartialDate({ optional: true })
  reportBy?: PartialDate;
}

export class ReportMotionBody extends CommandBody {
  @OneOf(['adopt', 'reject', 'none'])
  recommendation!: motion.MotionReported['recommendation'];
  @TextField({ max: textMax, optional: true })
  statement?: string;
}

/** A command about one vote. */
export class VoteBody extends CommandBody {
  @IdField({ example: 'vote-1' })
  voteEventId!: string;
}

export class OpenVoteBody extends VoteBody {
  @Nested(NamedClauseBody, {
    optional: true,
    description: 'The clause that states the rule: the one in force then is resolved and cited.',
  })
  clause?: NamedClauseBody;
  @Nested(DecisionRuleBody, {
    optional: true,
    description: 'The rule itself, as minutes or a source tell it.',
  })
  rule?: DecisionRuleBody;
  @OneOf(motion.voteMethods, { example: 'roll_call' })
  method!: motion.VoteMethod;
  @Sha256Field({
    optional: true,
    description: 'Of the text that was read out, to hold it against the record.',
  })
  textSha256?: string;
  @IdField({ optional: true, description: 'The meeting, where it is not the one that the motion is before.' })
  meetingId?: string;
  @IdField({ optional: true, description: 'The item, where it is not the one of the motion.' })
  itemId?: string;
}

/** What one seat answers. */
class AnswerBody extends VoteBody {
  @IdField({ example: 'union-1' })
  seatId!: string;
  @OneOf(tally.voteOptions, { example: 'yes' })
  option!: tally.VoteOption;
}

class PairedAnswerBody extends AnswerBody {
  @IdField({ optional: true, description: 'The other seat of a pair.' })
  pairedWithSeatId?: string;
}

export class ChangeBallotBody extends PairedAnswerBody {
  @OneOf(['proxy'], { optional: true, description: 'Where the proxy now votes for a seat that was away.' })
  by?: 'proxy';
}

export class RecordBallotBody extends PairedAnswerBody {
  @OneOf(by, {
    optional: true,
    description:
      'Who votes for the seat; by default whoever sits in it. `proxy`: the holder of its proxy in force.',
  })
  by?: (typeof by)[number];
}

const inBloc = ['yes', 'no', 'abstain'] as const;

export class BlocPositionBody {
  @IdField({ example: 'union-1' })
  seatId!: string;
  @OneOf(inBloc)
  option!: (typeof inBloc)[number];
}

export class RecordBlocBallotBody extends VoteBody {
  @IdField({ example: 'union' })
  constituencyId!: string;
  @OneOf(inBloc, { example: 'yes' })
  option!: (typeof inBloc)[number];
  @ListOf(BlocPositionBody, { optional: true, description: 'How its seats stood, where the record says so.' })
  positions?: BlocPositionBody[];
}

export class RecordAdvisoryBallotBody extends AnswerBody {}

export class VoteTotalBody implements motion.VoteTotal {
  @OneOf(motion.secretOptions, { example: 'yes' })
  option!: motion.VoteTotal['option'];
  @Count({ max: 100_000 })
  value!: number;
  @IdField({ optional: true, description: 'Where the constituencies are counted apart, as a rule may ask.' })
  constituencyId?: string;
}

export class ReportVoteTellersBody extends VoteBody {
  @ListOf(RoleHolderBody, { max: 20, description: 'Who counted.' })
  tellers!: RoleHolderBody[];
  @ListOf(VoteTotalBody, { description: 'Totals only: whose ballot was which is not recorded.' })
  totals!: VoteTotalBody[];
  @IdList({ optional: true, description: 'Seats that were away, and whose proxies were given a ballot.' })
  representedSeatIds?: string[];
}

export class CastingVoteBody implements tally.CastingVote {
  @IdField({ description: 'The seat that presides.' })
  seatId!: string;
  @OneOf(['yes', 'no'])
  option!: tally.CastingVote['option'];
}

export class CountBody implements tally.Count {
  @OneOf(tally.voteOptions)
  option!: tally.VoteOption;
  @Count({ max: 100_000 })
  value!: number;
  @IdField({ optional: true, description: 'Of this constituency; left out, of the body.' })
  constituencyId?: string;
}

export class CloseVoteBody extends VoteBody {
  @Nested(CastingVoteBody, { optional: true, description: 'Where the rule lets the chair break a tie.' })
  castingVote?: CastingVoteBody;
  @ListOf(CountBody, { optional: true, description: 'As announced, to hold them against the roll call.' })
  counts?: CountBody[];
}

export class AbortVoteBody extends VoteBody {
  @TextField({ max: 2_000 })
  reason!: string;
}
