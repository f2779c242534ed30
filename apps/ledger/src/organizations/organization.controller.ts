import { Body } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { organization } from '#governance';
import type { WriteContext } from '#recording';
import { CommandController, commandOf, Context, Id, Operation, Resource } from '../platform/index.ts';
import type { ReceiptBody } from '../platform/index.ts';
import { RegisterOrganizationBody } from './organization.bodies.ts';
import { WriteOrganization } from './organization.handler.ts';

/** Organizations belong to no body: whoever records for one may enter them. */
@Resource('organizations', { id: 'organizationId', tag: 'Organizations', scope: 'anywhere' })
export class OrganizationController extends CommandController<organization.Command> {
  constructor(bus: CommandBus) {
    super(bus, WriteOrganization);
  }

  @Operation('registerOrganization', {
    needs: 'secretary',
    summary: 'Enter an organization that appoints, nominates, convenes or sits',
  })
  registerOrganization(
    @Id('organizationId') id: string,
    @Body() body: RegisterOrganizationBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('RegisterOrganization', body), context);
  }
}
