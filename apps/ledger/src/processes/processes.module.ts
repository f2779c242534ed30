import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Commands } from '../platform/index.ts';
import { ConsequenceProcess } from './consequence-process.ts';
import { MergerProcess } from './merger-process.ts';
import { Processes } from './processes.ts';

/** What follows from events by itself: modules register the managers of their own consequences. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [Commands, Processes, ConsequenceProcess, MergerProcess],
  exports: [Commands, Processes],
})
export class ProcessesModule {
  constructor(processes: Processes, consequences: ConsequenceProcess, mergers: MergerProcess) {
    processes.register(mergers);
    processes.register(consequences);
  }
}
