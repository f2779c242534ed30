import { Controller, Query as Parameters } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { listFindings } from '#projections';
import { Read } from '../platform/index.ts';
import type { Answer } from '../platform/index.ts';
import { ListFindingsParameters } from './query.parameters.ts';
import { dateIn, Query } from './query.ts';

/** What was recorded although it was not in order. */
@Controller('v1/findings')
@ApiTags('Findings')
export class FindingQueries {
  constructor(private readonly query: Query) {}

  @Read('listFindings', {
    answers: 'FindingPage',
    needs: 'auditor',
    of: { query: 'bodyId' },
    summary: 'Findings, latest recorded first',
    description: 'With `knownAt`, what the record showed then.',
  })
  listFindings(@Parameters() filter: ListFindingsParameters): Answer {
    return this.query.list((reads) =>
      listFindings(reads, { ...filter, knownAt: dateIn(filter.knownAt, reads, filter.bodyId)?.latest }),
    );
  }
}
