import { Module } from '@nestjs/common';
import { ClaimController } from './claim.controller.ts';
import { ClaimFacts } from './claim.facts.ts';
import { ClaimHandler } from './claim.handler.ts';

@Module({ controllers: [ClaimController], providers: [ClaimFacts, ClaimHandler] })
export class ClaimsModule {}
