import { Controller, Query as Parameters } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { bodyOfMeeting, getMeeting, listMeetings } from '#projections';
import { declareScope, Id, IdParam, Read } from '../platform/index.ts';
import type { Answer } from '../platform/index.ts';
import { HappenedByParameters, ListMeetingsParameters } from './query.parameters.ts';
import { askedIn, dateIn, mayHave, Query } from './query.ts';

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
    description:
      'With times, as they stood then: scheduled, and for when. The order is that of the times that are known now.',
  })
  listMeetings(@Parameters() { from, to, asOf, knownAt, ...filter }: ListMeetingsParameters): Answer {
    return this.query.list((reads) =>
      listMeetings(reads, {
        ...filter,
        from: dateIn(from, reads, filter.bodyId),
        to: dateIn(to, reads, filter.bodyId),
        ...askedIn({ asOf, knownAt }, reads, filter.bodyId),
      }),
    );
  }

  @IdParam('meetingId')
  @Read('getMeeting', {
    answers: 'MeetingView',
    needs: 'auditor',
    summary: 'A meeting with its agenda and who was present when',
    description: `As it stood at a time, also while it was in session, as the record knew it at a time. ${mayHave}`,
    path: ':meetingId',
  })
  getMeeting(@Id('meetingId') id: string, @Parameters() times: HappenedByParameters): Answer {
    return this.query.one((reads) => getMeeting(reads, id, askedIn(times, reads, bodyOfMeeting(reads, id))));
  }
}
