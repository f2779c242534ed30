import { Controller, Query as Parameters } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { getOrganization, listOrganizations } from '#projections';
import { declareScope, Id, IdParam, Read } from '../platform/index.ts';
import type { Answer } from '../platform/index.ts';
import { PageParameters, ReadParameters } from './query.parameters.ts';
import { Query } from './query.ts';

/** Organizations belong to no body: whoever may read anything may read them. */
@Controller('v1/organizations')
@ApiTags('Organizations')
@declareScope('anywhere')
export class OrganizationQueries {
  constructor(private readonly query: Query) {}

  @Read('listOrganizations', {
    answers: 'OrganizationPage',
    needs: 'auditor',
    summary: 'Organizations, by name',
  })
  listOrganizations(@Parameters() page: PageParameters): Answer {
    return this.query.list((reads) => listOrganizations(reads, page));
  }

  @IdParam('organizationId')
  @Read('getOrganization', {
    answers: 'OrganizationView',
    needs: 'auditor',
    summary: 'An organization',
    path: ':organizationId',
  })
  getOrganization(@Id('organizationId') id: string, @Parameters() _parameters: ReadParameters): Answer {
    return this.query.one((reads) => getOrganization(reads, id));
  }
}
