import { Module } from '@nestjs/common';
import { ClaimController } from './claim.controller.ts';
import { ClaimHandler } from './claim.handler.ts';

@Module({ controllers: [ClaimController], providers: [ClaimHandler] })
export class ClaimsModule {}
