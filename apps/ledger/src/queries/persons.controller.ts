import { Controller, Query as Parameters } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { getPerson, listPersons, personVotingRecord } from '#projections';
import { declareScope, Id, IdParam, Read } from '../platform/index.ts';
import type { Answer } from '../platform/index.ts';
import { PersonNames } from '../persons/person-names.ts';
import { PageParameters, ReadParameters, VotingRecordParameters } from './query.parameters.ts';
import { dateIn, Query } from './query.ts';

/** Persons sit in several bodies: only who may read of all bodies learns which ids are one person's. */
@Controller('v1/persons')
@ApiTags('Persons')
@declareScope('everywhere')
export class PersonQueries {
  constructor(
    private readonly query: Query,
    private readonly names: PersonNames,
  ) {}

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

  @IdParam('personId')
  @Read('getPersonName', {
    answers: 'PersonNameView',
    needs: 'secretary',
    summary: 'The name of a person, for those who record',
    path: ':personId/name',
  })
  async getPersonName(
    @Id('personId') personId: string,
    @Parameters() _parameters: ReadParameters,
  ): Promise<Answer> {
    const name = await this.names.nameOf(personId);
    return this.query.one((reads) => {
      const known = name === undefined ? undefined : getPerson(reads, personId);
      return known?.erasure === undefined && name !== undefined ? { personId, name } : undefined;
    });
  }

  @IdParam('personId')
  @Read('getPersonVotingRecord', {
    answers: 'PersonVotingRecordView',
    needs: 'auditor',
    summary: 'How a person voted, in every seat for the terms of office',
    path: ':personId/voting-record',
  })
  getPersonVotingRecord(
    @Id('personId') id: string,
    @Parameters() { from, to, knownAt, illustration }: VotingRecordParameters,
  ): Answer {
    return this.query.one((reads) =>
      personVotingRecord(reads, id, {
        illustration,
        from: dateIn(from, reads, undefined),
        to: dateIn(to, reads, undefined),
        knownAt: dateIn(knownAt, reads, undefined)?.latest,
      }),
    );
  }
}
