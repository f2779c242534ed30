import { Controller, Query as Parameters } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { rulebook } from '#governance';
import { getPrecedenceTable, listRulesInForce } from '#projections';
import { declareScope, Read } from '../platform/index.ts';
import type { Answer } from '../platform/index.ts';
import { ReadParameters, RulesInForceParameters } from './query.parameters.ts';
import { Query, timesIn } from './query.ts';
import type { RuleCatalogue } from './views.ts';

const catalogue: RuleCatalogue = {
  items: rulebook.ruleIds.map((ruleId) => ({
    ruleId,
    ...rulebook.ruleOf(ruleId),
    ...rulebook.judged[ruleId],
  })),
};

/** The rulebook: open-meeting law, rules of order, and what shared power asks for. */
@Controller('v1/rules')
@ApiTags('Rules')
@declareScope('anywhere')
export class RuleQueries {
  constructor(private readonly query: Query) {}

  @Read('listRules', {
    answers: 'RuleCatalogue',
    needs: 'auditor',
    summary: 'The rulebook: every rule with its citation, its effective period and its severity',
    description:
      'What a rule comes to depends on the body: its open-meeting law, its rules of order, its own policy. A ' +
      'rule that is not verified only informs.',
  })
  listRules(@Parameters() _parameters: ReadParameters): Answer {
    return this.query.list(() => catalogue);
  }

  @Read('getPrecedenceTable', {
    answers: 'PrecedenceTableView',
    needs: 'auditor',
    of: { query: 'bodyId' },
    summary: 'The table of motions by which a body keeps order: rank, second, debate, amendment, vote',
    description:
      'Of the rules of order that it adopted, strict or as advice; rows that are not verified only inform.',
    path: 'precedence',
  })
  getPrecedenceTable(@Parameters() { bodyId, ...times }: RulesInForceParameters): Answer {
    return this.query.one((reads) => getPrecedenceTable(reads, bodyId, timesIn(times, reads, bodyId)));
  }

  @Read('listRulesInForce', {
    answers: 'RulesInForceView',
    needs: 'auditor',
    of: { query: 'bodyId' },
    summary: 'The rules by which a body proceeds at a time',
    description: 'Those that clauses of its instruments state, and the law and rules of order that reach it.',
    path: 'in-force',
  })
  listRulesInForce(@Parameters() { bodyId, ...times }: RulesInForceParameters): Answer {
    return this.query.one((reads) => listRulesInForce(reads, bodyId, timesIn(times, reads, bodyId)));
  }
}
