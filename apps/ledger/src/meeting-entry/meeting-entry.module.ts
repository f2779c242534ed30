import { Module } from '@nestjs/common';
import { Processes } from '../processes/processes.ts';
import { AtOnce } from './at-once.ts';
import { EntryProcess } from './entry-process.ts';
import { Journal } from './journal.ts';
import { LineRecorder } from './line-recorder.ts';
import { MeetingEntries } from './meeting-entries.ts';
import { MeetingEntryController } from './meeting-entry.controller.ts';
import { Rehearsal } from './rehearsal.ts';

@Module({
  controllers: [MeetingEntryController],
  providers: [LineRecorder, Rehearsal, Journal, AtOnce, EntryProcess, MeetingEntries],
})
export class MeetingEntryModule {
  constructor(processes: Processes, process: EntryProcess) {
    processes.register(process);
  }
}
