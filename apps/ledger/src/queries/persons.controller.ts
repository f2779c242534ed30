import { Controller, Query as Parameters } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { getPerson, listPersons } from '#projections';
import { declareScope, Id, IdParam, Read } from '../platform/index.ts';
import type { Answer } from '../platform/index.ts';
import { PageParameters, ReadParameters } from './query.parameters.ts';
import { Query } from './query.ts';

/** Persons sit in several bodies: only who may read of all bodies learns which ids are one person's. */
@Controller('v1/persons')
@ApiTags('Persons')
@declareScope('everywhere')
export class PersonQueries {
  constructor(private readonly query: Query) {}

  @Read('listPersons', { answers: 'PersonPage', needs: 'auditor', summary: 'Pseudonyms, by id' })
  listPersons(@Parameters() page: PageParameters): Answer {
    return this.query.list((reads) => listPersons(reads, page));
  }

  @IdParam('personId')
  @Read('getPerson', {
    answers: 'PersonView',
    needs: 'auditor',
    summary: 'A pseudonym, and the other ids that are the same person’s',
    path: ':personId',
  })
  getPerson(@Id('personId') id: string, @Parameters() _parameters: ReadParameters): Answer {
    return this.query.one((reads) => getPerson(reads, id));
  }
}
