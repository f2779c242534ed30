import { Module } from '@nestjs/common';
import { BlobController } from './blob.controller.ts';

@Module({ controllers: [BlobController] })
export class BlobsModule {}
