import { access } from '#governance';
import { IdField, InstantField, OneOf, PartialDate, TextField, UrlField } from '../platform/index.ts';

/** Access is never public and recorded as it happens: only who recorded it, when and why may be said. */
class AccessBody {
  @PartialDate({ optional: true, description: 'When it happened; by default now.', example: '2026-09-01' })
  occurredAt?: string;
}

export class IssueKeyBody extends AccessBody {
  @TextField({ max: 200, description: 'An office, not a name.', example: 'CSSC desk' })
  label!: string;
  @InstantField({ optional: true, description: 'From when on the key is no longer good.' })
  expiresAt?: string;
}

export class RevokeKeyBody extends AccessBody {
  @TextField({ max: 2_000, optional: true })
  reason?: string;
}

export class EnrolSubjectBody extends AccessBody {
  @UrlField({ description: 'As in the claim `iss` of its tokens.', example: 'https://id.example.org' })
  issuer!: string;
  @TextField({ max: 500, description: 'As in the claim `sub`; kept as a hash.' })
  subject!: string;
  @TextField({ max: 200, description: 'An office, not a name.' })
  label!: string;
}

export class GrantRoleBody extends AccessBody {
  @OneOf(access.accessRoles)
  role!: access.AccessRole;
  @IdField({ optional: true, description: 'The body for which it holds; all bodies if left out.' })
  bodyId?: string;
}

export class RevokeRoleBody extends GrantRoleBody {}
