import { Controller, Query as Parameters } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { bodyOfCommitment, getCommitment, listCommitments } from '#projections';
import { declareScope, Id, IdParam, Read } from '../platform/index.ts';
import type { Answer } from '../platform/index.ts';
import { ListCommitmentsParameters } from './commitment.parameters.ts';
import { TwoTimesParameters } from './query.parameters.ts';
import { Query, timesIn } from './query.ts';

/** What somebody committed to, how far it is, and what binds. */
@Controller('v1/commitments')
@ApiTags('Commitments')
@declareScope({ param: 'commitmentId', of: 'commitment' })
export class CommitmentQueries {
  constructor(private readonly query: Query) {}

  @Read('listCommitments', {
    answers: 'CommitmentPage',
    needs: 'auditor',
    of: { query: 'bodyId' },
    summary: 'Targets, directives and funding, latest recorded first',
  })
  listCommitments(@Parameters() filter: ListCommitmentsParameters): Answer {
    return this.query.list((reads) =>
      listCommitments(reads, { ...filter, ...timesIn(filter, reads, filter.bodyId) }),
    );
  }

  @IdParam('commitmentId')
  @Read('getCommitment', {
    answers: 'CommitmentView',
    needs: 'auditor',
    summary: 'A commitment: its terms, how it stands, and which events made it so',
    description:
      'Progress is counted from events as far as they are known, beside what was reported. `overdue` is what ' +
      'was due and of which nobody recorded what became of it.',
    path: ':commitmentId',
  })
  getCommitment(@Id('commitmentId') id: string, @Parameters() times: TwoTimesParameters): Answer {
    return this.query.one((reads) =>
      getCommitment(reads, id, timesIn(times, reads, bodyOfCommitment(reads, id))),
    );
  }
}
