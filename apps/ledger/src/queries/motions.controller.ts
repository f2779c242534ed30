import { Controller, Query as Parameters } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { bodyOfMotion, getMotion, listMotions, motionTimeline } from '#projections';
import type { AskedTimes, Reads } from '#projections';
import { declareScope, Id, IdParam, Read } from '../platform/index.ts';
import type { Answer } from '../platform/index.ts';
import { HappenedByParameters, ListMotionsParameters } from './query.parameters.ts';
import { askedIn, mayHave, Query } from './query.ts';

/** In the zone of its body. */
const asked = (reads: Reads, motionId: string, times: HappenedByParameters): AskedTimes =>
  askedIn(times, reads, bodyOfMotion(reads, motionId));

const asOfATime = `As it stood at a time, as the record knew it at a time. What a correction of a vote says had been so all along: it counts from when the vote was closed. ${mayHave}`;

@Controller('v1/motions')
@ApiTags('Motions')
@declareScope({ param: 'motionId', of: 'motion' })
export class MotionQueries {
  constructor(private readonly query: Query) {}

  @Read('listMotions', {
    answers: 'MotionPage',
    needs: 'auditor',
    of: { query: 'bodyId' },
    summary: 'Motions, latest recorded first',
    description: 'With times, as they stood then.',
  })
  listMotions(@Parameters() filter: ListMotionsParameters): Answer {
    return this.query.list((reads) =>
      listMotions(reads, { ...filter, ...askedIn(filter, reads, filter.bodyId) }),
    );
  }

  @IdParam('motionId')
  @Read('getMotion', {
    answers: 'MotionView',
    needs: 'auditor',
    summary: 'A motion with its text, its votes and every ballot',
    description: asOfATime,
    path: ':motionId',
  })
  getMotion(@Id('motionId') id: string, @Parameters() times: HappenedByParameters): Answer {
    return this.query.one((reads) => getMotion(reads, id, asked(reads, id, times)));
  }

  @IdParam('motionId')
  @Read('getMotionTimeline', {
    answers: 'MotionTimeline',
    needs: 'auditor',
    summary: 'Everything that happened to a motion',
    description: asOfATime,
    path: ':motionId/timeline',
  })
  getMotionTimeline(@Id('motionId') id: string, @Parameters() times: HappenedByParameters): Answer {
    return this.query.one((reads) => motionTimeline(reads, id, asked(reads, id, times)));
  }
}
