import { Module } from '@nestjs/common';
import { commitment } from '#governance';
import { StreamWriter } from '#recording';
import { BodiesOf } from '../auth/bodies-of.ts';
import { CommitmentController } from './commitment.controller.ts';
import { CommitmentHandler } from './commitment.handler.ts';

@Module({ controllers: [CommitmentController], providers: [CommitmentHandler] })
export class CommitmentsModule {
  constructor(bodies: BodiesOf, writer: StreamWriter) {
    bodies.register('commitment', async (id) => (await writer.load(commitment.decider, id)).state.bodyId);
  }
}
