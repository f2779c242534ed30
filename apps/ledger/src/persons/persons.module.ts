import { Module } from '@nestjs/common';
import { Processes } from '../processes/processes.ts';
import { PersonFacts } from './person-facts.ts';
import { PersonNames } from './person-names.ts';
import { PersonController } from './person.controller.ts';
import { PersonHandler, PersonNameHandler } from './person.handler.ts';
import { PrivacyProcess } from './privacy-process.ts';

@Module({
  controllers: [PersonController],
  providers: [PersonHandler, PersonNameHandler, PersonNames, PersonFacts, PrivacyProcess],
  exports: [PersonNames],
})
export class PersonsModule {
  constructor(processes: Processes, privacy: PrivacyProcess) {
    processes.register(privacy);
  }
}
