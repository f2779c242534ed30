import { Body } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { challenge } from '#governance';
import type { WriteContext } from '#recording';
import { CommandController, commandOf, Context, Id, Operation, Resource } from '../platform/index.ts';
import type { ReceiptBody } from '../platform/index.ts';
import {
  CloseChallengeBody,
  DeclineCureBody,
  ReceiveCureDemandBody,
  TakeCureActionBody,
} from './challenge.bodies.ts';
import { WriteChallenge } from './challenge.handler.ts';

/** Demands to cure or correct an action. */
@Resource('challenges', {
  id: 'challengeId',
  tag: 'Challenges',
  scope: { param: 'challengeId', of: 'challenge' },
})
export class ChallengeController extends CommandController<challenge.Command> {
  constructor(bus: CommandBus) {
    super(bus, WriteChallenge);
  }

  @Operation('receiveCureDemand', {
    needs: 'secretary',
    summary: 'A demand to cure or correct comes in; its deadlines are computed',
    of: { field: 'bodyId' },
  })
  receiveCureDemand(
    @Id('challengeId') id: string,
    @Body() body: ReceiveCureDemandBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('ReceiveCureDemand', body), context);
  }

  @Operation('takeCureAction', { needs: 'secretary', summary: 'The body took the action anew' })
  takeCureAction(
    @Id('challengeId') id: string,
    @Body() body: TakeCureActionBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('TakeCureAction', body), context);
  }

  @Operation('declineCure', { needs: 'secretary', summary: 'The body decided not to cure or correct' })
  declineCure(
    @Id('challengeId') id: string,
    @Body() body: DeclineCureBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('DeclineCure', body), context);
  }

  @Operation('closeChallenge', { needs: 'secretary', summary: 'The challenge ended; no deadline ends it' })
  closeChallenge(
    @Id('challengeId') id: string,
    @Body() body: CloseChallengeBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('CloseChallenge', body), context);
  }
}
