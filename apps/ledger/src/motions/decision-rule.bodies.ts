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
    min: 1,
    max: 20,
    description: 'Alternatives; in each, all tests must pass.',
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
}
