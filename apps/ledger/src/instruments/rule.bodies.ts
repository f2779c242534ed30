import { instrument, meeting } from '#governance';
import { ConstituencySeatsBody } from '../bodies/body.parts.ts';
import { DecisionRuleBody } from '../motions/decision-rule.bodies.ts';
import {
  CommandBody,
  Count,
  Flag,
  IdField,
  ListOf,
  ListOfEither,
  ListOfOneOf,
  MandatorySeatsBody,
  Nested,
  OneOf,
  PartialDate,
  QuorumProportionBody,
  TextField,
} from '../platform/index.ts';

export class NoticeTermsBody implements instrument.NoticeTerms {
  @OneOf(['agenda', 'meeting'], { description: 'Of what notice is given.' })
  of!: instrument.NoticeTerms['of'];
  @Count({ optional: true, max: 366, description: 'Days before the meeting.' })
  days?: number;
  @Count({ optional: true, max: 9_000, description: 'Hours before the meeting.' })
  hours?: number;
  @ListOfOneOf(meeting.meetingTypes, {
    optional: true,
    description: 'Meetings that need it; without, regular and special ones.',
  })
  meetingTypes?: meeting.MeetingType[];
}

export class CompositionTermsBody implements instrument.CompositionTerms {
  @ListOf(ConstituencySeatsBody)
  perConstituency!: ConstituencySeatsBody[];
  @Count({ optional: true, max: 1_000 })
  min?: number;
  @Count({ optional: true, max: 1_000 })
  max?: number;
  @Flag({ optional: true })
  parity?: boolean;
}

export class AbsenceTermsBody implements instrument.AbsenceTerms {
  @Count({
    min: 1,
    max: 100,
    description: 'Absences in a year of a term at which a seat may be declared vacant.',
  })
  limit!: number;
}

/** What a clause says, as data: the field of its kind, and no other. */
export class RuleTermsBody implements instrument.RuleTerms {
  @OneOf(instrument.ruleKinds)
  kind!: instrument.RuleKind;
  @Nested(DecisionRuleBody, { optional: true })
  decision?: DecisionRuleBody;
  @ListOfEither(QuorumProportionBody, MandatorySeatsBody, 'mandatorySeats', {
    optional: true,
    min: 1,
    max: 20,
    description: 'Tests that must all hold of the seats that are present.',
  })
  quorum?: (QuorumProportionBody | MandatorySeatsBody)[];
  @Nested(NoticeTermsBody, { optional: true })
  notice?: NoticeTermsBody;
  @Nested(CompositionTermsBody, { optional: true })
  composition?: CompositionTermsBody;
  @Nested(AbsenceTermsBody, { optional: true })
  absence?: AbsenceTermsBody;
}

export class BindRuleBody extends CommandBody {
  @IdField({ example: 'concurrent-majority' })
  ruleId!: string;
  @IdField({ description: 'The clause that states the rule.' })
  clauseId!: string;
  @IdField({ description: 'The version in which the clause was read.' })
  versionId!: string;
  @Nested(RuleTermsBody, { optional: true, description: 'What the clause says; or else `preset`.' })
  terms?: RuleTermsBody;
  @OneOf(instrument.rulePresets, {
    optional: true,
    description: 'A decision rule by its name, in place of `terms`.',
    example: 'simple_majority',
  })
  preset?: string;
  @PartialDate()
  effectiveFrom!: PartialDate;
}

export class ReplaceRuleBody extends BindRuleBody {
  @IdField({ description: 'The last rule of the clause.' })
  replaces!: string;
}

export class ReaderBody {
  @OneOf(['ruling', 'motion', 'counsel', 'arbitration'])
  kind!: instrument.RuleInterpreted['by']['kind'];
  @TextField({ max: 200, description: 'The ruling, the motion, the opinion.' })
  ref!: string;
}

export class InterpretRuleBody extends CommandBody {
  @IdField()
  ruleId!: string;
  @TextField({ max: 4_000, description: 'How the rule is to be read.' })
  reading!: string;
  @Nested(ReaderBody)
  by!: ReaderBody;
  @Nested(RuleTermsBody, { optional: true, description: 'The rule as it is read.' })
  terms?: RuleTermsBody;
}
