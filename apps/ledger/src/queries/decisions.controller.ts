import { Controller, Query as Parameters } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { decisionJson, getDecision, listDecisions } from '#projections';
import { Answer, declareScope, Read } from '../platform/index.ts';
import { explanationOf } from './explanation.ts';
import { DecisionId, DecisionIdParam } from './decision-id.ts';
import { ListDecisionsParameters, ReadParameters } from './query.parameters.ts';
import { dateIn, Query } from './query.ts';
import type { Explanation } from './views.ts';

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
  })
  listDecisions(@Parameters() { from, to, ...filter }: ListDecisionsParameters): Answer {
    return this.query.list((reads) =>
      listDecisions(reads, {
        ...filter,
        from: dateIn(from, reads, filter.bodyId),
        to: dateIn(to, reads, filter.bodyId),
      }),
    );
  }

  @DecisionIdParam()
  @Read('getDecision', {
    answers: 'DecisionDocument',
    needs: 'auditor',
    summary: 'A decision with roll call, counts, rule and every test',
    path: ':decisionId',
  })
  getDecision(@DecisionId() id: string, @Parameters() _parameters: ReadParameters): Answer {
    return this.query.document((reads) => decisionJson(reads, id));
  }

  @DecisionIdParam()
  @Read('explainDecision', {
    answers: 'Explanation',
    needs: 'auditor',
    summary: 'Why a decision came out as it did, in sentences',
    path: ':decisionId/explanation',
  })
  explainDecision(@DecisionId() id: string, @Parameters() _parameters: ReadParameters): Answer {
    return this.query.one((reads): Explanation | undefined => {
      const decision = getDecision(reads, id);
      return decision && explanationOf(decision);
    });
  }
}
