import { Module } from '@nestjs/common';
import type { DynamicModule, Type } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { Health } from '#platform';
import { ActorsModule } from './actors/actors.module.ts';
import { AuthModule } from './auth/auth.module.ts';
import { BlobsModule } from './blobs/blobs.module.ts';
import { BodiesModule } from './bodies/bodies.module.ts';
import { ChallengesModule } from './challenges/challenges.module.ts';
import { ClaimsModule } from './claims/claims.module.ts';
import { CommitmentsModule } from './commitments/commitments.module.ts';
import { CohortsModule } from './cohorts/cohorts.module.ts';
import { HealthController } from './health/health.controller.ts';
import { ledgerHealth } from './health/ledger-health.ts';
import { InstrumentsModule } from './instruments/instruments.module.ts';
import { MeetingEntryModule } from './meeting-entry/meeting-entry.module.ts';
import { MeetingsModule } from './meetings/meetings.module.ts';
import { MotionsModule } from './motions/motions.module.ts';
import { OrganizationsModule } from './organizations/organizations.module.ts';
import { PersonsModule } from './persons/persons.module.ts';
import { PORTS, PortsModule } from './ports.ts';
import type { Ports } from './ports.ts';
import { Processes } from './processes/processes.ts';
import { ProcessesModule } from './processes/processes.module.ts';
import { QueriesModule } from './queries/queries.module.ts';
import { SourcesModule } from './sources/sources.module.ts';

/** One module a category; each brings its operations and its handler. */
const categories = [
  OrganizationsModule,
  BodiesModule,
  MeetingsModule,
  MotionsModule,
  ActorsModule,
  BlobsModule,
  SourcesModule,
  ClaimsModule,
  CommitmentsModule,
  ChallengesModule,
  PersonsModule,
  CohortsModule,
  InstrumentsModule,
];

@Module({
  controllers: [HealthController],
  providers: [{ provide: Health, useFactory: ledgerHealth, inject: [PORTS, Processes] }],
})
export class LedgerModule {
  static with(ports: Ports, more: readonly Type[] = []): DynamicModule {
    return {
      module: LedgerModule,
      imports: [
        CqrsModule.forRoot(),
        PortsModule.with(ports),
        AuthModule,
        ProcessesModule,
        ...categories,
        MeetingEntryModule,
        QueriesModule,
        ...more,
      ],
    };
  }
}
