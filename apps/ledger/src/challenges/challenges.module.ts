import { Module } from '@nestjs/common';
import { challenge } from '#governance';
import { StreamWriter } from '#recording';
import { BodiesOf } from '../auth/bodies-of.ts';
import { ChallengeController } from './challenge.controller.ts';
import { ChallengeHandler } from './challenge.handler.ts';

@Module({ controllers: [ChallengeController], providers: [ChallengeHandler] })
export class ChallengesModule {
  constructor(bodies: BodiesOf, writer: StreamWriter) {
    bodies.register('challenge', async (id) => (await writer.load(challenge.decider, id)).state.bodyId);
  }
}
