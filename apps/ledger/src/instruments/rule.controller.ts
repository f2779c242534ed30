import { Body } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { instrument } from '#governance';
import type { WriteContext } from '#recording';
import { CommandController, commandOf, Context, Id, Operation, Resource } from '../platform/index.ts';
import type { ReceiptBody } from '../platform/index.ts';
import { WriteInstrument } from './instrument.handler.ts';
import { BindRuleBody, InterpretRuleBody, ReplaceRuleBody } from './rule.bodies.ts';

/** Rules that the clauses of an instrument state. */
@Resource('instruments', {
  id: 'instrumentId',
  tag: 'Instruments',
  scope: { param: 'instrumentId', of: 'instrument' },
})
export class InstrumentRuleController extends CommandController<instrument.Command> {
  constructor(bus: CommandBus) {
    super(bus, WriteInstrument);
  }

  @Operation('bindRule', { needs: 'secretary', summary: 'A clause states a rule' })
  bindRule(
    @Id('instrumentId') id: string,
    @Body() body: BindRuleBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('BindRule', body), context);
  }

  @Operation('replaceRule', { needs: 'secretary', summary: 'Another rule takes the place of one' })
  replaceRule(
    @Id('instrumentId') id: string,
    @Body() body: ReplaceRuleBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('ReplaceRule', body), context);
  }

  @Operation('interpretRule', { needs: 'secretary', summary: 'How a rule is to be read, and who says so' })
  interpretRule(
    @Id('instrumentId') id: string,
    @Body() body: InterpretRuleBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('InterpretRule', body), context);
  }
}
