import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Commands } from '../platform/index.ts';
import { Processes } from '../processes/processes.ts';
import { EntryProcess } from './entry-process.ts';
import { LineRecorder } from './line-recorder.ts';
import { MeetingEntries } from './meeting-entries.ts';
import { MeetingEntryController } from './meeting-entry.controller.ts';
import { Rehearsal } from './rehearsal.ts';

@Module({
  imports: [DiscoveryModule],
  controllers: [MeetingEntryController],
  providers: [Commands, LineRecorder, Rehearsal, EntryProcess, MeetingEntries],
})
export class MeetingEntryModule {
  constructor(processes: Processes, process: EntryProcess) {
    processes.register(process);
  }
}
