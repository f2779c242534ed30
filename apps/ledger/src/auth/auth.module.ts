import { Global, Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { AccessGuard } from './access-guard.ts';
import { Authenticator } from './authenticator.ts';
import { BodiesOf } from './bodies-of.ts';
import { Declarations } from './declarations.ts';
import { FreshnessGuard } from './freshness-guard.ts';

@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [
    Authenticator,
    BodiesOf,
    Declarations,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_GUARD, useClass: FreshnessGuard },
  ],
  exports: [Authenticator, BodiesOf, Declarations],
})
export class AuthModule {}
