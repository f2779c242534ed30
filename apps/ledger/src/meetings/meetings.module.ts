import { Module } from '@nestjs/common';
import { meeting } from '#governance';
import { StreamWriter } from '#recording';
import { BodiesOf } from '../auth/bodies-of.ts';
import { Query } from '../queries/query.ts';
import { AgendaController } from './agenda.controller.ts';
import { MinutesController } from '../minutes/minutes.controller.ts';
import { MinutesFacts } from '../minutes/minutes-facts.ts';
import { MinutesQueries } from '../minutes/minutes.queries.ts';
import { MinutesMembers } from '../minutes/minutes-members.ts';
import { MinutesRecord } from '../minutes/minutes-record.ts';
import { Floor } from '../motions/floor.ts';
import { MeetingHandler } from './meeting.handler.ts';
import { ProceedingsController } from './proceedings.controller.ts';
import { SittingController } from './sitting.controller.ts';

@Module({
  controllers: [
    AgendaController,
    SittingController,
    ProceedingsController,
    MinutesController,
    MinutesQueries,
  ],
  providers: [MeetingHandler, Floor, MinutesFacts, MinutesMembers, MinutesRecord, Query],
})
export class MeetingsModule {
  constructor(bodies: BodiesOf, writer: StreamWriter) {
    bodies.register('meeting', async (meetingId) => {
      const { state } = await writer.load(meeting.decider, meetingId);
      return state.schedule?.bodyId;
    });
  }
}
