import { Body } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { instrument } from '#governance';
import type { WriteContext } from '#recording';
import {
  CommandBody,
  CommandController,
  commandOf,
  Context,
  Id,
  Operation,
  Resource,
} from '../platform/index.ts';
import type { ReceiptBody } from '../platform/index.ts';
import {
  AdoptVersionBody,
  EnterIntoForceBody,
  PostponeForceBody,
  ProposeVersionBody,
  ProrogueBody,
  PublishRenditionBody,
  RecordRatificationBody,
} from './instrument.bodies.ts';
import { WriteInstrument } from './instrument.handler.ts';

/** The versions of an instrument, from the proposal to the end of their term. */
@Resource('instruments', {
  id: 'instrumentId',
  tag: 'Instruments',
  scope: { param: 'instrumentId', of: 'instrument' },
})
export class VersionController extends CommandController<instrument.Command> {
  constructor(bus: CommandBus) {
    super(bus, WriteInstrument);
  }

  @Operation('proposeVersion', { needs: 'secretary', summary: 'Propose a version by what it changes' })
  proposeVersion(
    @Id('instrumentId') id: string,
    @Body() body: ProposeVersionBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('ProposeVersion', body), context);
  }

  @Operation('adoptVersion', { needs: 'secretary', summary: 'A version is adopted' })
  adoptVersion(
    @Id('instrumentId') id: string,
    @Body() body: AdoptVersionBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('AdoptVersion', body), context);
  }

  @Operation('recordRatification', {
    needs: 'secretary',
    summary: 'A party ratifies a version, or rejects it',
  })
  recordRatification(
    @Id('instrumentId') id: string,
    @Body() body: RecordRatificationBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('RecordRatification', body), context);
  }

  @Operation('enterIntoForce', {
    needs: 'secretary',
    summary: 'A version comes into force, where it did not by itself',
  })
  enterIntoForce(
    @Id('instrumentId') id: string,
    @Body() body: EnterIntoForceBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('EnterIntoForce', body), context);
  }

  @Operation('postponeForce', {
    needs: 'secretary',
    summary: 'The coming into force of a version is put off',
  })
  postponeForce(
    @Id('instrumentId') id: string,
    @Body() body: PostponeForceBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('PostponeForce', body), context);
  }

  @Operation('prorogue', { needs: 'secretary', summary: 'The term of the version in force is lengthened' })
  prorogue(
    @Id('instrumentId') id: string,
    @Body() body: ProrogueBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('Prorogue', body), context);
  }

  @Operation('expire', { needs: 'secretary', summary: 'The version in force ends with its term' })
  expire(
    @Id('instrumentId') id: string,
    @Body() body: CommandBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('Expire', body), context);
  }

  /** The language of the rendition is that of the event's texts, too. */
  @Operation('publishRendition', {
    needs: 'secretary',
    summary: 'A version is there to be read in a language',
  })
  publishRendition(
    @Id('instrumentId') id: string,
    @Body() body: PublishRenditionBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    const command = commandOf('PublishRendition', body);
    return this.record(id, (zone) => ({ ...command(zone), lang: body.lang }), context);
  }
}
