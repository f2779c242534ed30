import { Body } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { body as domain } from '#governance';
import type { WriteContext } from '#recording';
import { CommandController, commandOf, Context, Id, Operation, Resource } from '../platform/index.ts';
import type { ReceiptBody } from '../platform/index.ts';
import { WriteBody } from './body.handler.ts';
import {
  OpenSeatBody,
  CloseSeatBody,
  ChangeSeatVotingRightBody,
  SetDisplayNamePolicyBody,
  NominateForSeatBody,
  FillSeatBody,
  VacateSeatBody,
  ExtendTermBody,
  DesignateAlternateBody,
  RevokeAlternateBody,
} from './seat.bodies.ts';

@Resource('bodies', { id: 'bodyId', tag: 'Seats', scope: { param: 'bodyId', of: 'body' } })
export class SeatController extends CommandController<domain.Command> {
  constructor(bus: CommandBus) {
    super(bus, WriteBody);
  }

  @Operation('openSeat', { needs: 'secretary', summary: 'Open a seat' })
  openSeat(
    @Id('bodyId') id: string,
    @Body() body: OpenSeatBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('OpenSeat', body), context);
  }

  @Operation('closeSeat', { needs: 'secretary', summary: 'Close a seat' })
  closeSeat(
    @Id('bodyId') id: string,
    @Body() body: CloseSeatBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('CloseSeat', body), context);
  }

  @Operation('changeSeatVotingRight', { needs: 'secretary', summary: 'Change the voting right of a seat' })
  changeSeatVotingRight(
    @Id('bodyId') id: string,
    @Body() body: ChangeSeatVotingRightBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('ChangeSeatVotingRight', body), context);
  }

  @Operation('setDisplayNamePolicy', {
    needs: 'secretary',
    summary: 'How a seat shows who sits in it: by name, by initials, or not at all',
    description:
      'Every seat begins with `seat_only`. What was published for the seat is withdrawn where it is to show less.',
  })
  setDisplayNamePolicy(
    @Id('bodyId') id: string,
    @Body() body: SetDisplayNamePolicyBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('SetDisplayNamePolicy', body), context);
  }

  @Operation('nominateForSeat', { needs: 'secretary', summary: 'A nomination is received' })
  nominateForSeat(
    @Id('bodyId') id: string,
    @Body() body: NominateForSeatBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('NominateForSeat', body), context);
  }

  @Operation('fillSeat', {
    needs: 'secretary',
    summary: 'A person or an organization takes a seat for a term',
  })
  fillSeat(
    @Id('bodyId') id: string,
    @Body() body: FillSeatBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('FillSeat', body), context);
  }

  @Operation('vacateSeat', { needs: 'secretary', summary: 'A seat becomes vacant' })
  vacateSeat(
    @Id('bodyId') id: string,
    @Body() body: VacateSeatBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('VacateSeat', body), context);
  }

  @Operation('extendTerm', { needs: 'secretary', summary: 'A term is extended' })
  extendTerm(
    @Id('bodyId') id: string,
    @Body() body: ExtendTermBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('ExtendTerm', body), context);
  }

  @Operation('designateAlternate', { needs: 'secretary', summary: 'Designate an alternate' })
  designateAlternate(
    @Id('bodyId') id: string,
    @Body() body: DesignateAlternateBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('DesignateAlternate', body), context);
  }

  @Operation('revokeAlternate', { needs: 'secretary', summary: 'Revoke an alternate' })
  revokeAlternate(
    @Id('bodyId') id: string,
    @Body() body: RevokeAlternateBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('RevokeAlternate', body), context);
  }
}
