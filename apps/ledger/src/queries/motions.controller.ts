import { Controller, Query as Parameters } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { getMotion, listMotions, motionTimeline } from '#projections';
import { declareScope, Id, IdParam, Read } from '../platform/index.ts';
import type { Answer } from '../platform/index.ts';
import { ListMotionsParameters, ReadParameters } from './query.parameters.ts';
import { Query } from './query.ts';

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
  })
  listMotions(@Parameters() filter: ListMotionsParameters): Answer {
    return this.query.list((reads) => listMotions(reads, filter));
  }

  @IdParam('motionId')
  @Read('getMotion', {
    answers: 'MotionView',
    needs: 'auditor',
    summary: 'A motion with its text, its votes and every ballot',
    path: ':motionId',
  })
  getMotion(@Id('motionId') id: string, @Parameters() _parameters: ReadParameters): Answer {
    return this.query.one((reads) => getMotion(reads, id));
  }

  @IdParam('motionId')
  @Read('getMotionTimeline', {
    answers: 'MotionTimeline',
    needs: 'auditor',
    summary: 'Everything that happened to a motion',
    path: ':motionId/timeline',
  })
  getMotionTimeline(@Id('motionId') id: string, @Parameters() _parameters: ReadParameters): Answer {
    return this.query.one((reads) => motionTimeline(reads, id));
  }
}
