import { Inject, Module } from '@nestjs/common';
import type {
  BeforeApplicationShutdown,
  DynamicModule,
  OnApplicationBootstrap,
  OnApplicationShutdown,
} from '@nestjs/common';
import { Health } from '#platform';
import { DirectoryReader } from '#privacy';
import { EventStream } from './events/event-stream.ts';
import { HealthController } from './health/health.controller.ts';
import { PublicRecord } from './record/public-record.ts';

/** The feed's parts, and when they begin and end. */
@Module({ controllers: [HealthController] })
export class FeedModule implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown {
  constructor(
    @Inject(PublicRecord) private readonly record: PublicRecord,
    @Inject(EventStream) private readonly events: EventStream,
    @Inject(DirectoryReader) private readonly names: DirectoryReader,
  ) {}

  static of(
    record: PublicRecord,
    events: EventStream,
    names: DirectoryReader,
    health: Health,
  ): DynamicModule {
    return {
      module: FeedModule,
      providers: [
        { provide: PublicRecord, useValue: record },
        { provide: EventStream, useValue: events },
        { provide: DirectoryReader, useValue: names },
        { provide: Health, useValue: health },
      ],
    };
  }

  onApplicationBootstrap(): void {
    this.record.start();
  }

  /** Readers of events stay until they are sent away; requests under way end by themselves. */
  beforeApplicationShutdown(): void {
    this.events.close();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.record.close();
    this.names.close();
  }
}
