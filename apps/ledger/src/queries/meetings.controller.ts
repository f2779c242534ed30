import { Controller, Query as Parameters } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { getMeeting, listMeetings } from '#projections';
import { declareScope, Id, IdParam, Read } from '../platform/index.ts';
import type { Answer } from '../platform/index.ts';
import { ListMeetingsParameters, ReadParameters } from './query.parameters.ts';
import { dateIn, Query } from './query.ts';

@Controller('v1/meetings')
@ApiTags('Meetings')
@declareScope({ param: 'meetingId', of: 'meeting' })
export class MeetingQueries {
  constructor(private readonly query: Query) {}

  @Read('listMeetings', {
    answers: 'MeetingPage',
    needs: 'auditor',
    of: { query: 'bodyId' },
    summary: 'Meetings, latest first',
  })
  listMeetings(@Parameters() { from, to, ...filter }: ListMeetingsParameters): Answer {
    return this.query.list((reads) =>
      listMeetings(reads, {
        ...filter,
        from: dateIn(from, reads, filter.bodyId),
        to: dateIn(to, reads, filter.bodyId),
      }),
    );
  }

  @IdParam('meetingId')
  @Read('getMeeting', {
    answers: 'MeetingView',
    needs: 'auditor',
    summary: 'A meeting with its agenda and who was present when',
    path: ':meetingId',
  })
  getMeeting(@Id('meetingId') id: string, @Parameters() _parameters: ReadParameters): Answer {
    return this.query.one((reads) => getMeeting(reads, id));
  }
}
