import { Body } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { body as domain } from '#governance';
import type { WriteContext } from '#recording';
import { CommandController, commandOf, Context, Id, Operation, Resource } from '../platform/index.ts';
import type { ReceiptBody } from '../platform/index.ts';
import { WriteBody } from './body.handler.ts';
import {
  EstablishBodyBody,
  DetermineOpenMeetingRegimeBody,
  AdoptRulesOfOrderBody,
  AdoptPublicationPolicyBody,
  AppointWitnessBody,
  DismissWitnessBody,
  NameGoverningInstrumentBody,
  ReleaseGoverningInstrumentBody,
  DefineConstituencyBody,
  AdoptCompositionRuleBody,
  ChargeSubcommitteeBody,
  SucceedBodyBody,
  DissolveBodyBody,
} from './body.bodies.ts';

@Resource('bodies', { id: 'bodyId', tag: 'Bodies', scope: { param: 'bodyId', of: 'body' } })
export class BodyController extends CommandController<domain.Command> {
  constructor(bus: CommandBus) {
    super(bus, WriteBody);
  }

  @Operation('establishBody', { needs: 'secretary', summary: 'A body comes into being' })
  establishBody(
    @Id('bodyId') id: string,
    @Body() body: EstablishBodyBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('EstablishBody', body), context);
  }

  @Operation('determineOpenMeetingRegime', {
    needs: 'secretary',
    summary: 'Which open-meeting law applies, and why',
  })
  determineOpenMeetingRegime(
    @Id('bodyId') id: string,
    @Body() body: DetermineOpenMeetingRegimeBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('DetermineOpenMeetingRegime', body), context);
  }

  @Operation('adoptRulesOfOrder', {
    needs: 'secretary',
    summary: 'By which rules of order the body proceeds',
  })
  adoptRulesOfOrder(
    @Id('bodyId') id: string,
    @Body() body: AdoptRulesOfOrderBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('AdoptRulesOfOrder', body), context);
  }

  @Operation('adoptPublicationPolicy', {
    needs: 'secretary',
    summary: 'To which rules of open-meeting law the body keeps that do not bind it',
  })
  adoptPublicationPolicy(
    @Id('bodyId') id: string,
    @Body() body: AdoptPublicationPolicyBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('AdoptPublicationPolicy', body), context);
  }

  @Operation('nameGoverningInstrument', {
    needs: 'secretary',
    summary: 'The rules that clauses of an instrument state hold for the body',
  })
  nameGoverningInstrument(
    @Id('bodyId') id: string,
    @Body() body: NameGoverningInstrumentBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('NameGoverningInstrument', body), context);
  }

  @Operation('releaseGoverningInstrument', {
    needs: 'secretary',
    summary: 'From now on an instrument governs the body no longer',
  })
  releaseGoverningInstrument(
    @Id('bodyId') id: string,
    @Body() body: ReleaseGoverningInstrumentBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('ReleaseGoverningInstrument', body), context);
  }

  @Operation('appointWitness', {
    needs: 'admin',
    summary: 'A party has the record witnessed: its server cosigns the transparency log',
  })
  appointWitness(
    @Id('bodyId') id: string,
    @Body() body: AppointWitnessBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('AppointWitness', body), context);
  }

  @Operation('dismissWitness', { needs: 'admin', summary: 'A witness is not asked any more' })
  dismissWitness(
    @Id('bodyId') id: string,
    @Body() body: DismissWitnessBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('DismissWitness', body), context);
  }

  @Operation('defineConstituency', { needs: 'secretary', summary: 'Define a constituency' })
  defineConstituency(
    @Id('bodyId') id: string,
    @Body() body: DefineConstituencyBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('DefineConstituency', body), context);
  }

  @Operation('adoptCompositionRule', {
    needs: 'secretary',
    summary: 'How many seats each constituency has, by which clause',
  })
  adoptCompositionRule(
    @Id('bodyId') id: string,
    @Body() body: AdoptCompositionRuleBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('AdoptCompositionRule', body), context);
  }

  @Operation('chargeSubcommittee', { needs: 'secretary', summary: 'Charge a subcommittee' })
  chargeSubcommittee(
    @Id('bodyId') id: string,
    @Body() body: ChargeSubcommitteeBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('ChargeSubcommittee', body), context);
  }

  @Operation('succeedBody', { needs: 'secretary', summary: 'Another body takes its place' })
  succeedBody(
    @Id('bodyId') id: string,
    @Body() body: SucceedBodyBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('SucceedBody', body), context);
  }

  @Operation('dissolveBody', { needs: 'secretary', summary: 'The body ends' })
  dissolveBody(
    @Id('bodyId') id: string,
    @Body() body: DissolveBodyBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('DissolveBody', body), context);
  }
}
