import { tally } from '#governance';
import {
  ClauseRefBody,
  Count,
  Flag,
  IdField,
  largestFactor,
  ListOfEither,
  ListsOf,
  MandatorySeatsBody,
  Nested,
  OneOf,
  QuorumProportionBody,
} from '../platform/index.ts';

/** One test on the ayes: `yes * den` against `base * num`, in whole numbers. */
export class DecisionTestBody implements tally.DecisionTest {
  @OneOf(['body', 'each_constituency'], { example: 'each_constituency' })
  scope!: tally.DecisionTest['scope'];
  @OneOf(tally.bases, { description: 'What the ayes are measured on.', example: 'votes_cast' })
  base!: tally.Base;
  @Count({ optional: true, min: 1, max: largestFactor, description: 'The base, where it is `fixed`.' })
  n?: number;
  @Count({ max: largestFactor, description: 'Numerator of the share.', example: 1 })
  num!: number;
  @Count({ min: 1, max: largestFactor, description: 'Denominator of the share.', example: 2 })
  den!: number;
  @OneOf(['gt', 'gte'], { description: 'More than the share, or at least the share.', example: 'gt' })
  cmp!: tally.Comparison;
  @Count({ optional: true, max: largestFactor, description: 'Fails with fewer ayes than this.' })
  minimumYes?: number;
}

export class RecusalBody implements tally.Recusal {
  @Flag({ description: 'Whether a recused seat counts for the quorum.' })
  countsForQuorum!: boolean;
  @Flag({ description: 'Whether it leaves the seats on which ayes and quorum are measured.' })
  reducesSeatBase!: boolean;
  @Flag({ optional: true, description: 'Whether it leaves the members present.' })
  reducesPresentBase?: boolean;
}

export class ConsensusTermsBody implements tally.ConsensusTerms {
  @Count({ max: largestFactor, description: 'Blocks that do not prevent consensus.', example: 0 })
  maxBlocks!: number;
  @Count({ optional: true, max: largestFactor, description: 'Left out: as many as there are.' })
  maxStandAsides?: number;
  @Flag({ optional: true, description: 'Left out: it is.' })
  blockReasonRequired?: boolean;
  @Count({
    optional: true,
    min: 1,
    max: largestFactor,
    description: 'Rounds on the same text in the same meeting; left out: as many as the body wants.',
  })
  rounds?: number;
}

export class ProxyTermsBody implements tally.ProxyTerms {
  @Flag({ optional: true, description: 'Whether a seat of another constituency may hold it.' })
  acrossConstituencies?: boolean;
  @Flag({ optional: true, description: 'Whether the giver counts for the quorum.' })
  countsForQuorum?: boolean;
}

/** Notice before the meeting, and what the vote takes where it was given. */
export class PreviousNoticeRuleBody {
  @Flag({ description: 'Whether the vote needs it.' })
  required!: boolean;
  @ListsOf(DecisionTestBody, {
    optional: true,
    min: 1,
    max: 20,
    description: 'Alternatives that take the place of `passIfAny` where notice was given.',
  })
  altersTo?: DecisionTestBody[][];
}

/** A decision rule: with a quorum, it passes when all tests of some alternative pass. */
export class DecisionRuleBody implements tally.DecisionRule {
  @IdField({ example: 'concurrent-majority' })
  ruleId!: string;
  @Nested(ClauseRefBody, { optional: true, description: 'The clause that states the rule.' })
  clauseRef?: ClauseRefBody;
  @ListOfEither(QuorumProportionBody, MandatorySeatsBody, 'mandatorySeats', {
    min: 0,
    max: 20,
    description: 'Tests that must all hold of the seats that are present.',
  })
  quorum!: (QuorumProportionBody | MandatorySeatsBody)[];
  @ListsOf(DecisionTestBody, {
    min: 0,
    max: 20,
    description: 'Alternatives; in each, all tests must pass. Empty only where consensus alone decides.',
  })
  passIfAny!: DecisionTestBody[][];
  @OneOf(['excluded', 'counts_in_base'], { description: 'Whether an abstention stands in `votes_cast`.' })
  abstention!: tally.DecisionRule['abstention'];
  @Nested(RecusalBody)
  recusal!: RecusalBody;
  @OneOf(['fail', 'pass', 'skip'], {
    description:
      'What a test with an empty base comes to; `skip` leaves out a constituency without eligible voters.',
  })
  emptyBase!: tally.DecisionRule['emptyBase'];
  @OneOf(['fails', 'chair_casts', 'mediation'])
  tie!: tally.DecisionRule['tie'];
  @OneOf(tally.decisionModes, { optional: true, description: 'Left out: by vote.' })
  mode?: tally.DecisionMode;
  @Nested(ConsensusTermsBody, { optional: true, description: 'When there is consensus.' })
  consensus?: ConsensusTermsBody;
  @OneOf(tally.absenteeRules, { optional: true, description: 'Who answers for a member who is away.' })
  absentee?: tally.AbsenteeRule;
  @OneOf(tally.blocSplits, {
    optional: true,
    description: 'What becomes of a bloc that is split; left out: refused.',
  })
  blocSplit?: tally.BlocSplit;
  @Nested(ProxyTermsBody, { optional: true, description: 'Where `absentee` is `proxy`; left out: neither.' })
  proxy?: ProxyTermsBody;
  @Nested(PreviousNoticeRuleBody, { optional: true })
  previousNotice?: PreviousNoticeRuleBody;
}

export class NamedClauseBody {
  @IdField({ description: 'The instrument.', example: 'bylaws' })
  instrumentId!: string;
  @IdField({ description: 'Its clause, to which the rule is bound.', example: 'voting' })
  clauseId!: string;
}
