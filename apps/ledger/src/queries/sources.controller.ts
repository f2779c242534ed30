import { Controller, Query as Parameters } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { getSource, listSources } from '#projections';
import { declareScope, Id, IdParam, Read } from '../platform/index.ts';
import type { Answer } from '../platform/index.ts';
import { PageParameters, ReadParameters } from './query.parameters.ts';
import { Query } from './query.ts';

/** The register of sources. They belong to no body: whoever may read anything may read them. */
@Controller('v1/sources')
@ApiTags('Claims and sources')
@declareScope('anywhere')
export class SourceQueries {
  constructor(private readonly query: Query) {}

  @Read('listSources', { answers: 'SourcePage', needs: 'auditor', summary: 'Sources, by title' })
  listSources(@Parameters() page: PageParameters): Answer {
    return this.query.list((reads) => listSources(reads, page));
  }

  @IdParam('sourceId')
  @Read('getSource', { answers: 'SourceView', needs: 'auditor', summary: 'A source', path: ':sourceId' })
  getSource(@Id('sourceId') id: string, @Parameters() _parameters: ReadParameters): Answer {
    return this.query.one((reads) => getSource(reads, id));
  }
}
