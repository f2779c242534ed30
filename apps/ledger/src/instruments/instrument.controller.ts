import { Body } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { instrument } from '#governance';
import type { WriteContext } from '#recording';
import { CommandController, commandOf, Context, Id, Operation, Resource } from '../platform/index.ts';
import type { ReceiptBody } from '../platform/index.ts';
import {
  AddPartyBody,
  IncorporateIntoBody,
  RecordPracticeDepartureBody,
  RegisterInstrumentBody,
  RepealBody,
  SupersedeBody,
} from './instrument.bodies.ts';
import { WriteInstrument } from './instrument.handler.ts';

/** Agreements, bylaws, resolutions: as a whole. */
@Resource('instruments', {
  id: 'instrumentId',
  tag: 'Instruments',
  scope: { param: 'instrumentId', of: 'instrument' },
})
export class InstrumentController extends CommandController<instrument.Command> {
  constructor(bus: CommandBus) {
    super(bus, WriteInstrument);
  }

  @Operation('registerInstrument', {
    needs: 'secretary',
    summary: 'Enter an agreement, bylaws, a resolution or the like',
    of: { field: 'bodyId' },
  })
  registerInstrument(
    @Id('instrumentId') id: string,
    @Body() body: RegisterInstrumentBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('RegisterInstrument', body), context);
  }

  @Operation('addParty', { needs: 'secretary', summary: 'An organization is a party to the instrument' })
  addParty(
    @Id('instrumentId') id: string,
    @Body() body: AddPartyBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('AddParty', body), context);
  }

  @Operation('repeal', { needs: 'secretary', summary: 'The instrument is repealed as a whole' })
  repeal(
    @Id('instrumentId') id: string,
    @Body() body: RepealBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('Repeal', body), context);
  }

  @Operation('incorporateInto', {
    needs: 'secretary',
    summary: 'The instrument becomes a part of another one',
  })
  incorporateInto(
    @Id('instrumentId') id: string,
    @Body() body: IncorporateIntoBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('IncorporateInto', body), context);
  }

  @Operation('supersede', { needs: 'secretary', summary: 'Another instrument takes the place of this one' })
  supersede(
    @Id('instrumentId') id: string,
    @Body() body: SupersedeBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('Supersede', body), context);
  }

  @Operation('recordPracticeDeparture', { needs: 'secretary', summary: 'Practice is not what a clause says' })
  recordPracticeDeparture(
    @Id('instrumentId') id: string,
    @Body() body: RecordPracticeDepartureBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('RecordPracticeDeparture', body), context);
  }
}
