import { Body } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { body as domain } from '#governance';
import type { WriteContext } from '#recording';
import { CommandController, commandOf, Context, Id, Operation, Resource } from '../platform/index.ts';
import type { ReceiptBody } from '../platform/index.ts';
import { WriteBody } from './body.handler.ts';
import {
  AssignRoleBody,
  EndRoleBody,
  GrantProxyBody,
  RevokeProxyBody,
  DeclareInterestBody,
  WithdrawInterestBody,
} from './office.bodies.ts';

@Resource('bodies', {
  id: 'bodyId',
  tag: 'Roles, proxies and interests',
  scope: { param: 'bodyId', of: 'body' },
})
export class OfficeController extends CommandController<domain.Command> {
  constructor(bus: CommandBus) {
    super(bus, WriteBody);
  }

  @Operation('assignRole', {
    needs: 'secretary',
    summary: 'A seat, a person or an organization takes a role',
  })
  assignRole(
    @Id('bodyId') id: string,
    @Body() body: AssignRoleBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('AssignRole', body), context);
  }

  @Operation('endRole', { needs: 'secretary', summary: 'A role ends' })
  endRole(
    @Id('bodyId') id: string,
    @Body() body: EndRoleBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('EndRole', body), context);
  }

  @Operation('grantProxy', { needs: 'secretary', summary: 'A seat gives its vote to another' })
  grantProxy(
    @Id('bodyId') id: string,
    @Body() body: GrantProxyBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('GrantProxy', body), context);
  }

  @Operation('revokeProxy', { needs: 'secretary', summary: 'A proxy is revoked' })
  revokeProxy(
    @Id('bodyId') id: string,
    @Body() body: RevokeProxyBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('RevokeProxy', body), context);
  }

  @Operation('declareInterest', { needs: 'secretary', summary: 'A member declares an interest' })
  declareInterest(
    @Id('bodyId') id: string,
    @Body() body: DeclareInterestBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('DeclareInterest', body), context);
  }

  @Operation('withdrawInterest', { needs: 'secretary', summary: 'A declared interest is withdrawn' })
  withdrawInterest(
    @Id('bodyId') id: string,
    @Body() body: WithdrawInterestBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('WithdrawInterest', body), context);
  }
}
