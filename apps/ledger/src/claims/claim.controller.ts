import { Body } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { claim } from '#governance';
import type { WriteContext } from '#recording';
import { CommandController, commandOf, Context, Id, Operation, Resource } from '../platform/index.ts';
import type { ReceiptBody } from '../platform/index.ts';
import { DisputeClaimBody, ReconcileClaimsBody, RecordClaimBody, RetractClaimBody } from './claim.bodies.ts';
import { WriteClaim } from './claim.handler.ts';

/** What sources say. Claims belong to no body: whoever records for one may enter them. */
@Resource('claims', { id: 'claimId', tag: 'Claims and sources', scope: 'anywhere' })
export class ClaimController extends CommandController<claim.Command> {
  constructor(bus: CommandBus) {
    super(bus, WriteClaim);
  }

  @Operation('recordClaim', { needs: 'secretary', summary: 'Record what a source says' })
  recordClaim(
    @Id('claimId') id: string,
    @Body() body: RecordClaimBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('RecordClaim', body), context);
  }

  @Operation('disputeClaim', {
    needs: 'secretary',
    summary: 'Hold another claim, or a fact of the record, against a claim',
  })
  disputeClaim(
    @Id('claimId') id: string,
    @Body() body: DisputeClaimBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('DisputeClaim', body), context);
  }

  @Operation('reconcileClaims', {
    needs: 'secretary',
    summary: 'Say, with authority, which of several claims to follow, or how all of them hold',
  })
  reconcileClaims(
    @Id('claimId') id: string,
    @Body() body: ReconcileClaimsBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('ReconcileClaims', body), context);
  }

  @Operation('retractClaim', { needs: 'secretary', summary: 'The publisher takes a claim back' })
  retractClaim(
    @Id('claimId') id: string,
    @Body() body: RetractClaimBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('RetractClaim', body), context);
  }
}
