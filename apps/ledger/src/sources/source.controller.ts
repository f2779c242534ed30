import { Body } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { source } from '#governance';
import type { WriteContext } from '#recording';
import { CommandController, commandOf, Context, Id, Operation, Resource } from '../platform/index.ts';
import type { ReceiptBody } from '../platform/index.ts';
import { RegisterSourceBody } from './source.bodies.ts';
import { WriteSource } from './source.handler.ts';

/** Sources belong to no body: whoever records for one may enter them. */
@Resource('sources', { id: 'sourceId', tag: 'Claims and sources', scope: 'anywhere' })
export class SourceController extends CommandController<source.Command> {
  constructor(bus: CommandBus) {
    super(bus, WriteSource);
  }

  @Operation('registerSource', { needs: 'secretary', summary: 'Enter a document in the register of sources' })
  registerSource(
    @Id('sourceId') id: string,
    @Body() body: RegisterSourceBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('RegisterSource', body), context);
  }
}
