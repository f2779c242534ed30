import { body } from '#governance';
import {
  ClauseRefBody,
  CommandBody,
  Flag,
  IdField,
  IdList,
  Nested,
  OneOf,
  PartialDate,
  TextField,
} from '../platform/index.ts';
import { SeatHolderBody } from './body.parts.ts';

class SeatBody extends CommandBody {
  @IdField({ example: 'district-1' })
  seatId!: string;
}

export class OpenSeatBody extends SeatBody {
  @TextField({ max: 200, example: 'District seat 1' })
  label!: string;
  @IdField({ optional: true })
  constituencyId?: string;
  @IdField({ optional: true, description: 'The organization that appoints.' })
  appointingAuthorityId?: string;
  @IdList({ description: 'Organizations that may nominate.', example: [] })
  nominatorIds!: string[];
  @OneOf(body.votingRights)
  votingRight!: body.VotingRight;
  @TextField({ max: 200, optional: true, description: 'The office that brings the seat with it.' })
  exOfficioOf?: string;
}

export class CloseSeatBody extends SeatBody {
  @TextField({ max: 2_000, optional: true })
  reason?: string;
}

export class ChangeSeatVotingRightBody extends SeatBody {
  @OneOf(body.votingRights)
  votingRight!: body.VotingRight;
  @Nested(ClauseRefBody, { optional: true })
  clauseRef?: ClauseRefBody;
}

export class SetDisplayNamePolicyBody extends SeatBody {
  @OneOf(body.displayNamePolicies)
  policy!: body.DisplayNamePolicy;
  @Flag({
    optional: true,
    description:
      'The seat is for minors, as one of students: it is always `seat_only`. By default as before.',
  })
  minor?: boolean;
}

export class NominateForSeatBody extends SeatBody {
  @IdField({ description: 'The organization that nominates.' })
  nominatorId!: string;
  @IdField({ description: 'A pseudonym, never a name.' })
  personId!: string;
}

export class FillSeatBody extends SeatBody {
  @IdField({ description: 'A new id: of this holder in this seat for this term.' })
  seatingId!: string;
  @Nested(SeatHolderBody)
  holder!: SeatHolderBody;
  @PartialDate()
  startsAt!: PartialDate;
  @PartialDate({ optional: true })
  endsAt?: PartialDate;
  @IdField({ optional: true, description: 'The organization that appointed.' })
  appointedBy?: string;
  @Nested(ClauseRefBody, { optional: true })
  instrumentRef?: ClauseRefBody;
}

export class VacateSeatBody extends SeatBody {
  @IdField({ optional: true, description: 'By default the seating that holds then.' })
  seatingId?: string;
  @OneOf(body.vacancyReasons)
  reason!: body.VacancyReason;
}

export class ExtendTermBody extends SeatBody {
  @IdField({ optional: true, description: 'By default the last seating.' })
  seatingId?: string;
  @PartialDate()
  until!: PartialDate;
  @OneOf(['holdover', 'reappointment'])
  basis!: body.SeatTermExtended['basis'];
}

export class DesignateAlternateBody extends SeatBody {
  @IdField({ description: 'A pseudonym, never a name.' })
  personId!: string;
}

export class RevokeAlternateBody extends DesignateAlternateBody {}
