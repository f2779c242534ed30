import { motion, tally } from '#governance';
import { CommandBody, Flag, IdField, ListOf, OneOf, TextField } from '../platform/index.ts';
import { VoteBody, VoteTotalBody } from './motion.bodies.ts';

export class CorrectVoteRecordBody extends VoteBody {
  @IdField({ example: 'union-1' })
  seatId!: string;
  @OneOf(tally.voteOptions, { description: 'How the seat stood.', example: 'no' })
  to!: tally.VoteOption;
  @Flag({
    optional: true,
    description:
      'Whether the seat was present when the vote was closed, where that was recorded wrong too. Required where ' +
      'an absence becomes an answer or an answer an absence.',
  })
  present?: boolean;
  @TextField({ max: 2_000, example: 'The recording of the meeting has the member voting no.' })
  reason!: string;
  @IdField({
    optional: true,
    description:
      'The adopted motion by which the body corrects its record. Left out, the correction is clerical: it cannot ' +
      'change the outcome, and not follow the approval of the minutes.',
    example: 'amend-minutes-september',
  })
  authorityMotionId?: string;
}

export class CorrectVoteTellersReportBody extends VoteBody {
  @ListOf(VoteTotalBody, { description: 'All totals, as they should have been reported.' })
  totals!: VoteTotalBody[];
  @TextField({ max: 2_000, example: 'The tally sheet has four in favor; three were read out.' })
  reason!: string;
  @IdField({
    optional: true,
    description:
      'The adopted motion by which the body corrects its record. Left out, the correction is clerical: it cannot ' +
      'change the outcome, and not follow the approval of the minutes.',
    example: 'amend-minutes-september',
  })
  authorityMotionId?: string;
}

export class VoidMotionBody extends CommandBody {
  @OneOf(motion.voidingBases, { example: 'court' })
  basis!: motion.VoidingBasis;
  @TextField({ max: 2_000, example: 'The item was on no posted agenda.' })
  reason!: string;
  @IdField({ optional: true, description: 'The challenge that led to it.' })
  challengeId?: string;
}
