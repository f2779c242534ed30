import { body, rulebook } from '#governance';
import {
  ClauseRefBody,
  CommandBody,
  Count,
  Flag,
  IdField,
  ListOf,
  ListOfOneOf,
  Nested,
  OneOf,
  PartialDate,
  TextField,
  TimeZoneField,
  UrlField,
} from '../platform/index.ts';
import { WitnessKeyField } from './witness-key.ts';
import { ConstituencySeatsBody, ConstituencyShareBody } from './body.parts.ts';

export class EstablishBodyBody extends CommandBody {
  @TextField({ max: 300, example: 'Community Schools Steering Committee' })
  name!: string;
  @TextField({ max: 100, example: 'committee' })
  classification!: string;
  @TimeZoneField({ description: 'All dates of the body are read in it.' })
  timeZone!: string;
  @IdField({ optional: true, description: 'The body of which it is a subcommittee.' })
  parentBodyId?: string;
  @Nested(ClauseRefBody, { optional: true })
  foundingClause?: ClauseRefBody;
  @TextField({ max: 2_000, optional: true })
  purpose?: string;
}

export class DetermineOpenMeetingRegimeBody extends CommandBody {
  @OneOf(body.regimes)
  regime!: body.Regime;
  @TextField({ max: 2_000, description: 'Why: a statute, a decision, an opinion.' })
  basis!: string;
  @PartialDate()
  effectiveFrom!: PartialDate;
}

export class AdoptRulesOfOrderBody extends CommandBody {
  @OneOf(body.booksOfOrder, { description: "Robert's (RONR), Rosenberg's, or none." })
  rulesOfOrder!: body.RulesOfOrder['rulesOfOrder'];
  @OneOf(['strict', 'advisory'], {
    description: 'Whether a motion that does not outrank the pending one is refused live, or only noted.',
  })
  precedence!: body.RulesOfOrder['precedence'];
  @Flag({ description: 'The rules for small boards hold: motions need no second.' })
  smallBoard!: boolean;
  @Nested(ClauseRefBody, { optional: true })
  clauseRef?: ClauseRefBody;
  @PartialDate()
  effectiveFrom!: PartialDate;
}

export class AdoptPublicationPolicyBody extends CommandBody {
  @ListOfOneOf(rulebook.adoptableRuleIds, {
    description: 'Rules that do not bind the body and that it keeps to all the same; none ends the policy.',
  })
  ruleIds!: rulebook.RuleId[];
  @ListOfOneOf(body.publishables, {
    optional: true,
    description: 'What everybody may read; without it, the members and auditors.',
  })
  publishes?: body.Publishable[];
  @Nested(ClauseRefBody, { optional: true })
  clauseRef?: ClauseRefBody;
  @PartialDate()
  effectiveFrom!: PartialDate;
}

export class NameGoverningInstrumentBody extends CommandBody {
  @IdField({
    description: 'The instrument whose clauses govern the body: its bylaws, or an agreement above it.',
  })
  instrumentId!: string;
}

export class ReleaseGoverningInstrumentBody extends NameGoverningInstrumentBody {
  @TextField({ max: 500, optional: true })
  reason?: string;
}

export class AppointWitnessBody extends CommandBody {
  @IdField({ example: 'union-2026', description: 'Of this appointment.' })
  witnessId!: string;
  @IdField({ description: 'The party whose witness it is.' })
  organizationId!: string;
  @WitnessKeyField()
  vkey!: string;
  @UrlField({
    description: 'Where it is asked: `/add-checkpoint` follows.',
    example: 'https://witness.example.org',
  })
  url!: string;
  @Count({
    optional: true,
    min: 1,
    max: 30 * 24 * 3_600,
    description: 'Seconds after a checkpoint by which its cosignature is late; an hour by default.',
    example: 3_600,
  })
  withinSeconds?: number;
}

export class DismissWitnessBody extends CommandBody {
  @IdField({ example: 'union-2026' })
  witnessId!: string;
  @TextField({ max: 500, optional: true })
  reason?: string;
}

export class DefineConstituencyBody extends CommandBody {
  @IdField({ example: 'lausd' })
  constituencyId!: string;
  @TextField({ max: 300 })
  name!: string;
  @IdField({ optional: true, description: 'The organization that it stands for.' })
  organizationId?: string;
}

export class AdoptCompositionRuleBody extends CommandBody {
  @Nested(ClauseRefBody, { optional: true })
  clauseRef?: ClauseRefBody;
  @ListOf(ConstituencySeatsBody)
  perConstituency!: ConstituencySeatsBody[];
  @Count({ optional: true, max: 1_000, description: 'Fewest seats of the body.' })
  min?: number;
  @Count({ optional: true, max: 1_000, description: 'Most seats of the body.' })
  max?: number;
  @Flag({ optional: true, description: 'Every constituency has as many voting seats as every other.' })
  parity?: boolean;
  @ListOf(ConstituencyShareBody, { optional: true })
  shares?: ConstituencyShareBody[];
}

export class ChargeSubcommitteeBody extends CommandBody {
  @TextField({ max: 4_000 })
  charge!: string;
  @TextField({ max: 200, optional: true, example: 'monthly' })
  cadence?: string;
  @PartialDate({ optional: true })
  reportsBy?: PartialDate;
  @PartialDate({ optional: true })
  expiresAt?: PartialDate;
}

export class SucceedBodyBody extends CommandBody {
  @IdField({ description: 'The body that takes its place.' })
  successorId!: string;
}

export class DissolveBodyBody extends CommandBody {
  @TextField({ max: 2_000, optional: true })
  reason?: string;
}
