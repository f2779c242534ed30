import { Controller, Query as Parameters } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { bodyOfChallenge, getChallenge, listChallenges } from '#projections';
import { declareScope, Id, IdParam, Read } from '../platform/index.ts';
import type { Answer } from '../platform/index.ts';
import { ListChallengesParameters } from './commitment.parameters.ts';
import { TwoTimesParameters } from './query.parameters.ts';
import { Query, timesIn } from './query.ts';

/** Demands to cure or correct, and their clocks. */
@Controller('v1/challenges')
@ApiTags('Challenges')
@declareScope({ param: 'challengeId', of: 'challenge' })
export class ChallengeQueries {
  constructor(private readonly query: Query) {}

  @Read('listChallenges', {
    answers: 'ChallengePage',
    needs: 'auditor',
    of: { query: 'bodyId' },
    summary: 'Demands to cure or correct, latest recorded first',
  })
  listChallenges(@Parameters() filter: ListChallengesParameters): Answer {
    return this.query.list((reads) =>
      listChallenges(reads, { ...filter, ...timesIn(filter, reads, filter.bodyId) }),
    );
  }

  @IdParam('challengeId')
  @Read('getChallenge', {
    answers: 'ChallengeView',
    needs: 'auditor',
    summary: 'A demand, its three deadlines, and what the body did',
    path: ':challengeId',
  })
  getChallenge(@Id('challengeId') id: string, @Parameters() times: TwoTimesParameters): Answer {
    return this.query.one((reads) =>
      getChallenge(reads, id, timesIn(times, reads, bodyOfChallenge(reads, id))),
    );
  }
}
