import { Global, Module } from '@nestjs/common';
import { Processes } from './processes.ts';

/** What follows from events by itself: modules register the managers of their own consequences. */
@Global()
@Module({ providers: [Processes], exports: [Processes] })
export class ProcessesModule {}
