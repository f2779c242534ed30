import { body, motion } from '#governance';
import { RoleHolderBody } from '../bodies/body.parts.ts';
import { CommandBody, Count, IdField, IdList, ListOf, Nested, OneOf, TextField } from '../platform/index.ts';
import { QuestionBody } from './consensus.bodies.ts';
import { InMeetingBody } from './motion.bodies.ts';

const ofCandidate = { example: 'candidate-1' };

export class CallElectionBody extends InMeetingBody {
  @OneOf(body.roles, { description: 'The office.', example: 'co_chair' })
  role!: body.Role;
  @IdField({ optional: true, description: 'The constituency that a co-chair is to chair for.' })
  constituencyId?: string;
  @IdField({ optional: true, description: 'The item, where it is not the one of the motion.' })
  itemId?: string;
}

export class WithdrawCandidateBody extends CommandBody {
  @IdField(ofCandidate)
  candidateId!: string;
}

export class NominateCandidateBody extends WithdrawCandidateBody {
  @Nested(RoleHolderBody)
  candidate!: RoleHolderBody;
  @IdField({ optional: true, description: 'Who nominates from the floor.' })
  nominatedBySeatId?: string;
}

export class OpenElectionRoundBody extends QuestionBody {
  @IdField({ example: 'ballot-1' })
  ballotingId!: string;
  @OneOf(motion.voteMethods, { example: 'roll_call' })
  method!: motion.VoteMethod;
}

/** A command about one round of ballots. */
export class BallotingBody extends CommandBody {
  @IdField({ example: 'ballot-1' })
  ballotingId!: string;
}

export class RecordElectionBallotBody extends BallotingBody {
  @IdField({ example: 'union-1' })
  seatId!: string;
  @OneOf(['candidate', 'abstain'])
  option!: motion.ElectionBallotRecorded['option'];
  @IdField({ ...ofCandidate, optional: true, description: 'Where the option is `candidate`.' })
  candidateId?: string;
  @OneOf(['member', 'alternate', 'proxy'], {
    optional: true,
    description:
      'Who votes for the seat; by default whoever sits in it. `proxy`: the holder of its proxy in force.',
  })
  by?: motion.ElectionBallotRecorded['by'];
}

export class BallotTotalBody implements motion.BallotTotal {
  @IdField({ ...ofCandidate, optional: true, description: 'Left out: abstentions.' })
  candidateId?: string;
  @Count({ max: 100_000 })
  value!: number;
  @IdField({ optional: true, description: 'Where the constituencies are counted apart.' })
  constituencyId?: string;
}

export class ReportTellersBody extends BallotingBody {
  @ListOf(RoleHolderBody, { max: 20, description: 'Who counted.' })
  tellers!: RoleHolderBody[];
  @ListOf(BallotTotalBody, { description: 'Totals only: whose ballot was which is not recorded.' })
  totals!: BallotTotalBody[];
  @IdList({ optional: true, description: 'Seats that were away, and whose proxies were given a ballot.' })
  representedSeatIds?: string[];
}

export class AbortElectionRoundBody extends BallotingBody {
  @TextField({ max: 2_000 })
  reason!: string;
}
