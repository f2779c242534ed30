import { Module } from '@nestjs/common';
import { PersonController } from './person.controller.ts';
import { PersonHandler } from './person.handler.ts';

@Module({ controllers: [PersonController], providers: [PersonHandler] })
export class PersonsModule {}
