import { school } from '#governance';
import { CommandBody, IdField, OneOf, PartialDate, TextField, TextList } from '../platform/index.ts';

export class RegisterSchoolBody extends CommandBody {
  @TextField({ max: 300, example: 'Cedar Elementary School' })
  name!: string;
  @TextList({ optional: true, max: 50, textMax: 300 })
  otherNames?: string[];
  @IdField({ example: 'steering', description: 'The body whose secretary keeps the record of the school.' })
  bodyId!: string;
  @IdField({ optional: true, description: 'The organization that the school belongs to.' })
  organizationId?: string;
}

/** What every act on a designation may say. */
class DesignationActBody extends CommandBody {
  @IdField({ optional: true, description: 'The adopted motion that carries it.' })
  motionId?: string;
}

class LaterActBody extends DesignationActBody {
  @PartialDate({ optional: true, description: 'Since when it is in effect; when it happened, by default.' })
  effectiveFrom?: PartialDate;
}

export class DesignateSchoolBody extends DesignationActBody {
  @IdField({ optional: true, description: 'Left out where the cohort is unknown.' })
  cohortId?: string;
  @PartialDate({ example: '2024-25' })
  effectiveFrom!: PartialDate;
  @PartialDate({ optional: true, description: 'Until when it is granted; it does not end by itself.' })
  until?: PartialDate;
}

export class RenewDesignationBody extends LaterActBody {
  @PartialDate({ optional: true, description: 'Until when it is granted; it does not end by itself.' })
  until?: PartialDate;
}

export class SuspendDesignationBody extends LaterActBody {
  @TextField({ max: 2_000 })
  reason!: string;
}

export class RestoreDesignationBody extends LaterActBody {
  @TextField({ max: 2_000, optional: true })
  reason?: string;
}

export class EndDesignationBody extends LaterActBody {
  @TextField({ max: 2_000 })
  reason!: string;
}

export class RenameSchoolBody extends CommandBody {
  @TextField({ max: 300, example: 'Cedar Community School' })
  name!: string;
}

export class MergeSchoolBody extends CommandBody {
  @IdField({ description: 'The school that it becomes part of.' })
  intoSchoolId!: string;
}

export class FormSiteBodyBody extends CommandBody {
  @OneOf(school.siteBodyKinds)
  kind!: school.SiteBodyKind;
  @IdField({ description: 'The body that governs the site.' })
  bodyId!: string;
}

export class SiteRoleBody extends CommandBody {
  @IdField({ optional: true, description: 'A pseudonym, never a name; left out where nobody is named.' })
  personId?: string;
}
