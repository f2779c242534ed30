import {
  AuthorityBody,
  CommandBody,
  Count,
  CountOrUnknown,
  Flag,
  IdField,
  IdList,
  ListOf,
  Nested,
  PartialDate,
  TextField,
  TextList,
} from '../platform/index.ts';

/** Schools of a cohort, at most. */
const mostSchools = 10_000;

export class DefineCohortBody extends CommandBody {
  @IdField({ example: 'steering', description: 'The body whose secretary keeps the record of the cohort.' })
  bodyId!: string;
  @IdField({
    example: 'community-schools',
    description: 'The programme in which cohorts follow one another.',
  })
  programId!: string;
  @IdField({ optional: true, description: 'The organization that runs it, where it is not the body.' })
  organizationId?: string;
  @TextField({ max: 300, example: 'Cohort Five' })
  label!: string;
  @Count({ optional: true, min: 1, max: 1_000, description: 'Its place among the cohorts of the programme.' })
  ordinal?: number;
  @PartialDate({ example: '2024-25', description: 'When its schools join, as precisely as it is known.' })
  schoolYear!: PartialDate;
  @CountOrUnknown({ max: mostSchools, optional: true, description: 'Schools; `unknown` by default.' })
  plannedSize?: number | 'unknown';
  @Nested(AuthorityBody, {
    optional: true,
    description: 'The motion, clause or office that provides for it.',
  })
  authorityRef?: AuthorityBody;
}

export class CriterionBody {
  @IdField({ example: 'readiness' })
  criterionId!: string;
  @TextField({ max: 2_000 })
  text!: string;
  @Count({ optional: true, min: 1, max: 1_000, description: 'The best score.' })
  maxScore?: number;
}

export class OpenApplicationCallBody extends CommandBody {
  @PartialDate({ example: '2026-01-15' })
  opensAt!: PartialDate;
  @PartialDate({ example: '2026-03-31', description: 'The last day on which schools may apply.' })
  closesAt!: PartialDate;
  @TextField({ max: 100, example: '2026' })
  criteriaVersion!: string;
  @ListOf(CriterionBody, { max: 50 })
  criteria!: CriterionBody[];
  @TextList({ max: 50, textMax: 500 })
  priorities!: string[];
  @Flag({
    optional: true,
    description: 'Whether the site body has to sign applications off; yes by default.',
  })
  siteSignOffRequired?: boolean;
}

export class ExtendApplicationCallBody extends CommandBody {
  @PartialDate({ example: '2026-04-15' })
  closesAt!: PartialDate;
  @TextField({ max: 2_000, optional: true })
  reason?: string;
}

export class ReviseCohortSizeBody extends CommandBody {
  @CountOrUnknown({ max: mostSchools, example: 13 })
  plannedSize!: number | 'unknown';
  @TextField({ max: 2_000, optional: true })
  reason?: string;
}

export class ApproveCohortSelectionBody extends CommandBody {
  @IdField({ optional: true, description: 'The motion that selected the schools.' })
  motionId?: string;
  @IdList({ min: 1, max: 500 })
  schoolIds!: string[];
}

export class CloseCohortBody extends CommandBody {
  @Count({ optional: true, max: mostSchools, description: 'As a source states it.' })
  size?: number;
}
