import { body } from '#governance';
import {
  ClauseRefBody,
  CommandBody,
  Flag,
  IdField,
  Nested,
  OneOf,
  PartialDate,
  TextField,
} from '../platform/index.ts';
import { RoleHolderBody } from './body.parts.ts';

export class AssignRoleBody extends CommandBody {
  @IdField({ description: 'A new id: of this role held by this holder.' })
  roleId!: string;
  @OneOf(body.roles)
  role!: body.Role;
  @Nested(RoleHolderBody)
  holder!: RoleHolderBody;
  @IdField({ optional: true, description: 'The constituency that a co-chair chairs for.' })
  constituencyId?: string;
}

export class EndRoleBody extends CommandBody {
  @IdField()
  roleId!: string;
  @TextField({ max: 2_000, optional: true })
  reason?: string;
}

export class GrantProxyBody extends CommandBody {
  @IdField()
  proxyId!: string;
  @IdField({ description: 'The seat that gives its vote.' })
  seatId!: string;
  @IdField({ description: 'The seat that votes for it.' })
  toSeatId!: string;
  @OneOf(['body', 'meeting', 'motion'])
  scope!: body.ProxyGranted['scope'];
  @IdField({ optional: true, description: 'The meeting or the motion, where the scope is one.' })
  scopeId?: string;
  @PartialDate({ optional: true })
  expiresAt?: PartialDate;
  @Flag({ optional: true, description: 'Whether the clause lets a seat of another constituency hold it.' })
  acrossConstituencies?: boolean;
  @Nested(ClauseRefBody, { optional: true, description: 'The clause that allows proxies.' })
  clauseRef?: ClauseRefBody;
}

export class RevokeProxyBody extends CommandBody {
  @IdField()
  proxyId!: string;
}

export class DeclareInterestBody extends CommandBody {
  @IdField()
  interestId!: string;
  @IdField()
  seatId!: string;
  @TextField({ max: 500 })
  subject!: string;
  @TextField({ max: 2_000 })
  nature!: string;
}

export class WithdrawInterestBody extends CommandBody {
  @IdField()
  interestId!: string;
}
