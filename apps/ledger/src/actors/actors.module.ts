import { Module } from '@nestjs/common';
import { ActorController } from './actor.controller.ts';
import { ActorHandler } from './actor.handler.ts';

@Module({ controllers: [ActorController], providers: [ActorHandler] })
export class ActorsModule {}
