import { Module } from '@nestjs/common';
import { SourceController } from './source.controller.ts';
import { SourceHandler } from './source.handler.ts';

@Module({ controllers: [SourceController], providers: [SourceHandler] })
export class SourcesModule {}
