import { Controller, Query as Parameters } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { bodyOfDecision, decisionJson, getDecision, listDecisions } from '#projections';
import type { Reads } from '#projections';
import { Answer, declareScope, Read } from '../platform/index.ts';
import { explanationOf } from './explanation.ts';
import { DecisionId, DecisionIdParam } from './decision-id.ts';
import { KnownAtParameters, ListDecisionsParameters } from './query.parameters.ts';
import { dateIn, Query } from './query.ts';
import type { Explanation } from './views.ts';

/** In the zone of the body that decided. */
const known = (reads: Reads, decisionId: string, { knownAt }: KnownAtParameters): string | undefined =>
  knownAt === undefined ? undefined : dateIn(knownAt, reads, bodyOfDecision(reads, decisionId))?.latest;

const asItWasKnown =
  'With `knownAt`, as it stood in the record then: before a correction, or before a finding that came later. What ' +
  'a correction says had been so all along, so there is nothing to ask as of a time.';

/** The decision register: one entry a closed vote. */
@Controller('v1/decisions')
@ApiTags('Decisions')
@declareScope({ param: 'decisionId', of: 'decision' })
export class DecisionQueries {
  constructor(private readonly query: Query) {}

  @Read('listDecisions', {
    answers: 'DecisionPage',
    needs: 'auditor',
    of: { query: 'bodyId' },
    summary: 'Decisions, latest first',
    description: 'With `knownAt`, those that were in the record then, as they stood in it.',
  })
  listDecisions(@Parameters() { from, to, knownAt, ...filter }: ListDecisionsParameters): Answer {
    return this.query.list((reads) =>
      listDecisions(reads, {
        ...filter,
        from: dateIn(from, reads, filter.bodyId),
        to: dateIn(to, reads, filter.bodyId),
        knownAt: dateIn(knownAt, reads, filter.bodyId)?.latest,
      }),
    );
  }

  @DecisionIdParam()
  @Read('getDecision', {
    answers: 'DecisionDocument',
    needs: 'auditor',
    summary: 'A decision with roll call, counts, rule and every test',
    description: asItWasKnown,
    path: ':decisionId',
  })
  getDecision(@DecisionId() id: string, @Parameters() times: KnownAtParameters): Answer {
    return this.query.document((reads) => decisionJson(reads, id, known(reads, id, times)));
  }

  @DecisionIdParam()
  @Read('explainDecision', {
    answers: 'Explanation',
    needs: 'auditor',
    summary: 'Why a decision came out as it did, in sentences',
    description: asItWasKnown,
    path: ':decisionId/explanation',
  })
  explainDecision(@DecisionId() id: string, @Parameters() times: KnownAtParameters): Answer {
    return this.query.one((reads): Explanation | undefined => {
      const decision = getDecision(reads, id, known(reads, id, times));
      return decision && explanationOf(decision);
    });
  }
}
