import { instrument } from '#governance';
import { Count, IdField, IdList, ListOf, Nested, OneOf, TextField } from '../platform/index.ts';

const textMax = 12_000;
const numberMax = 50;
const headingMax = 500;

export class ClauseBody implements instrument.ClauseText {
  @IdField({ description: "The clause's own for life.", example: 'seats' })
  clauseId!: string;
  @TextField({ max: numberMax, optional: true, description: 'As printed.', example: '3.2(a)' })
  number?: string;
  @TextField({ max: headingMax, optional: true, example: 'Composition' })
  heading?: string;
  @Count({ min: 1, max: 9, optional: true, description: 'Depth in the outline; 1 by default.' })
  level?: number;
  @TextField({ max: textMax, example: 'The committee has sixteen seats.' })
  text!: string;
}

/** Against which an operation of an unknown kind is held. */
export class OperationBody {
  @OneOf(instrument.operationKinds)
  kind!: string;
}

export class InsertionBody implements instrument.Insertion {
  @OneOf(['insertion'])
  kind!: 'insertion';
  @Nested(ClauseBody)
  clause!: ClauseBody;
  @IdField({ optional: true, description: 'Behind this clause; with neither, at the end.' })
  after?: string;
  @IdField({ optional: true, description: 'Before this clause.' })
  before?: string;
}

export class RepealOfClauseBody implements instrument.RepealOfClause {
  @OneOf(['repeal'])
  kind!: 'repeal';
  @IdField()
  clauseId!: string;
}

export class SubstitutionBody implements instrument.Substitution {
  @OneOf(['substitution'])
  kind!: 'substitution';
  @IdField()
  clauseId!: string;
  @TextField({ max: textMax, description: 'They occur in the clause exactly once.', example: 'sixteen' })
  words!: string;
  @TextField({ max: textMax, description: 'What stands in their place.', example: 'eighteen' })
  by!: string;
}

export class ReplacementBody implements instrument.Replacement {
  @OneOf(['replacement'])
  kind!: 'replacement';
  @IdField()
  clauseId!: string;
  @TextField({ max: textMax })
  text!: string;
  @TextField({ max: headingMax, optional: true })
  heading?: string;
}

export class RenumberingBody implements instrument.Renumbering {
  @OneOf(['renumbering'])
  kind!: 'renumbering';
  @IdField()
  clauseId!: string;
  @TextField({ max: numberMax, optional: true })
  number?: string;
  @Count({ min: 1, max: 9, optional: true })
  level?: number;
  @IdField({ optional: true, description: 'It moves behind this clause.' })
  after?: string;
  @IdField({ optional: true, description: 'It moves before this clause.' })
  before?: string;
}

export class SplitBody implements instrument.Split {
  @OneOf(['split'])
  kind!: 'split';
  @IdField()
  clauseId!: string;
  @ListOf(ClauseBody, { min: 2, max: 50, description: 'The parts; the first may keep the id.' })
  into!: ClauseBody[];
}

export class JoinBody implements instrument.Join {
  @OneOf(['join'])
  kind!: 'join';
  @IdList({ min: 2, max: 50, description: 'They follow one another; the first keeps its id.' })
  clauseIds!: string[];
  @TextField({ max: numberMax, optional: true })
  number?: string;
  @TextField({ max: headingMax, optional: true })
  heading?: string;
}

/** By the kind that they name. */
export const operationBodies = {
  insertion: InsertionBody,
  repeal: RepealOfClauseBody,
  substitution: SubstitutionBody,
  replacement: ReplacementBody,
  renumbering: RenumberingBody,
  split: SplitBody,
  join: JoinBody,
} satisfies Record<instrument.Operation['kind'], new () => instrument.Operation>;
