import { Controller, Query as Parameters } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { claimDifferences, getClaim, listClaims } from '#projections';
import type { Reads } from '#projections';
import { declareScope, Id, IdParam, Read } from '../platform/index.ts';
import type { Answer } from '../platform/index.ts';
import { ClaimDifferencesParameters, ListClaimsParameters } from './claim.parameters.ts';
import { KnownAtParameters } from './query.parameters.ts';
import { dateIn, Query } from './query.ts';

/** Claims have no zone of their own: a day is a day in UTC. */
const known = (reads: Reads, literal: string | undefined) => dateIn(literal, reads, undefined)?.latest;

/** What sources say. Claims belong to no body: whoever may read anything may read them. */
@Controller('v1/claims')
@ApiTags('Claims and sources')
@declareScope('anywhere')
export class ClaimQueries {
  constructor(private readonly query: Query) {}

  @Read('listClaims', {
    answers: 'ClaimPage',
    needs: 'auditor',
    summary: 'What sources say, in the order of the record',
  })
  listClaims(@Parameters() { knownAt, ...filter }: ListClaimsParameters): Answer {
    return this.query.list((reads) => listClaims(reads, { ...filter, knownAt: known(reads, knownAt) }));
  }

  @IdParam('claimId')
  @Read('getClaim', {
    answers: 'ClaimView',
    needs: 'auditor',
    summary: 'A claim, with what stands against it and how it was reconciled',
    path: ':claimId',
  })
  getClaim(@Id('claimId') id: string, @Parameters() { knownAt }: KnownAtParameters): Answer {
    return this.query.one((reads) => getClaim(reads, id, known(reads, knownAt)));
  }
}

/** A path of its own: an id of a claim may be any word. */
@Controller('v1/claim-differences')
@ApiTags('Claims and sources')
@declareScope('anywhere')
export class ClaimDifferenceQueries {
  constructor(private readonly query: Query) {}

  @Read('getClaimDifferences', {
    answers: 'ClaimDifferences',
    needs: 'auditor',
    summary: 'Contradictory claims side by side, and stated totals beside derived ones',
    description:
      'A claim may say with which derived number it is to be compared. The report says in sentences what ' +
      'unknown numbers would have to come to for claims and targets to hold. It changes neither.',
  })
  getClaimDifferences(@Parameters() { knownAt, ...filter }: ClaimDifferencesParameters): Answer {
    return this.query.list((reads) => claimDifferences(reads, { ...filter, knownAt: known(reads, knownAt) }));
  }
}
