import { CommandBody, Count, IdField, Nested, PartialDate, TextField, TextList } from '../platform/index.ts';

export class VoteRefBody {
  @IdField()
  motionId!: string;
  @IdField()
  voteEventId!: string;
}

export class RecordSiteSignOffBody extends CommandBody {
  @IdField()
  siteBodyId!: string;
  @Nested(VoteRefBody, { optional: true, description: 'The vote of the site body.' })
  voteRef?: VoteRefBody;
}

export class RevokeSiteSignOffBody extends CommandBody {
  @TextField({ max: 2_000 })
  reason!: string;
  @Nested(VoteRefBody, { optional: true, description: 'The vote of the site body.' })
  voteRef?: VoteRefBody;
}

export class ReturnApplicationBody extends CommandBody {
  @TextList({ min: 1, max: 50, textMax: 500 })
  missing!: string[];
  @PartialDate({
    optional: true,
    description: 'Until when it may come back, also after the call has closed.',
  })
  resubmitBy?: PartialDate;
}

export class ReviewApplicationBody extends CommandBody {
  @IdField({ example: 'readiness' })
  criterion!: string;
  @Count({ optional: true, max: 1_000 })
  score?: number;
  @TextField({ max: 4_000 })
  comment!: string;
  @IdField({ description: 'The seat of the body that keeps the cohort.' })
  reviewerSeatId!: string;
}

export class RecuseReviewerBody extends CommandBody {
  @IdField({ description: 'The seat of the body that keeps the cohort.' })
  reviewerSeatId!: string;
  @TextField({ max: 2_000, optional: true })
  reason?: string;
}

export class RecommendApplicationBody extends CommandBody {
  @TextField({ max: 4_000, optional: true })
  rationale?: string;
}

export class NotSelectApplicationBody extends CommandBody {
  @TextList({ min: 1, max: 50, textMax: 1_000 })
  reasons!: string[];
}

export class WithdrawApplicationBody extends CommandBody {
  @TextField({ max: 2_000, optional: true })
  reason?: string;
}
