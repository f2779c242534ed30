import { describe, expect, it } from '@jest/globals';
import { adopted as adoptedMotion } from '../motion/testing/cited.ts';
import { given, happened, stateAfter } from '../testing/index.ts';
import { decider, publishesAt, selectionAt } from './index.ts';
import type { BodyEvent, Command, Publishable } from './index.ts';
import { facts, on } from './testing/committee.ts';

const body = given(decider);
const establishment: BodyEvent = {
  type: 'BodyEstablished',
  name: 'CSSC',
  classification: 'committee',
  timeZone: 'America/Los_Angeles',
};
const established = happened<BodyEvent>(on('2020'), establishment);
const clauseRef = { instrument: 'bylaws', clause: '9' };
const authority = { kind: 'motion', ref: 'motion-1' } as const;
const byMotion = { authority, mandate: adoptedMotion('motion-1') };

describe('AdoptRulesOfOrder', () => {
  const command = {
    type: 'AdoptRulesOfOrder',
    rulesOfOrder: 'RONR',
    precedence: 'strict',
    smallBoard: false,
    clauseRef,
    effectiveFrom: on('2021-07-01'),
  } as const satisfies Command;
  const adopted = { ...command, type: 'RulesOfOrderAdopted' } as const;

  it('selects them from a date on, until others are adopted', () => {
    body(established).when(command, facts('2022-01-01')).live.records(adopted).withFindings();
    const later = { ...adopted, rulesOfOrder: 'NONE', effectiveFrom: on('2023-07-01') } as const;
    const state = stateAfter(decider, [established, adopted, later]);
    const at = (literal: string) => selectionAt(state, on(literal)).order?.rulesOfOrder;
    expect([at('2021-06-30'), at('2021-07-01'), at('2023-06-30'), at('2023-07-01')]).toEqual([
      undefined,
      'RONR',
      'RONR',
      'NONE',
    ]);
  });
  it('AUTHORITY_MISSING: without a clause or a motion', () => {
    const { clauseRef: _clauseRef, ...bare } = command;
    body(established)
      .when(bare, facts('2022-01-01'))
      .live.rejectedWith('AUTHORITY_MISSING')
      .historicalImport.records('RulesOfOrderAdopted')
      .withFindings('AUTHORITY_MISSING');
    body(established).when(bare, facts('2022-01-01', byMotion)).live.withFindings();
  });
  it('BODY_UNKNOWN', () => {
    body().when(command, facts('2022-01-01')).historicalImport.rejectedWith('BODY_UNKNOWN');
  });
});

describe('AdoptPublicationPolicy', () => {
  const command = {
    type: 'AdoptPublicationPolicy',
    ruleIds: ['BA-01', 'BA-07', 'BA-01'],
    clauseRef,
    effectiveFrom: on('2021-07-01'),
  } as const satisfies Command;
  const adopted = { ...command, ruleIds: ['BA-01', 'BA-07'], type: 'PublicationPolicyAdopted' } as const;

  it('takes rules as its own, each once, until another policy', () => {
    body(established).when(command, facts('2022-01-01')).live.records(adopted);
    const ended = { ...adopted, ruleIds: [], effectiveFrom: on('2024-01-01') };
    const state = stateAfter(decider, [established, adopted, ended]);
    expect(selectionAt(state, on('2021-06-30')).policy).toEqual([]);
    expect(selectionAt(state, on('2023-12-31')).policy).toEqual(['BA-01', 'BA-07']);
    expect(selectionAt(state, on('2024-01-01')).policy).toEqual([]);
  });
  it('says what everybody may read, until another policy', () => {
    const drafts = { ...adopted, publishes: ['draft_minutes'] } as const;
    body(established)
      .when({ ...command, publishes: ['draft_minutes'] }, facts('2022-01-01'))
      .live.records(drafts);
    const ended = { ...adopted, ruleIds: [], effectiveFrom: on('2024-01-01') };
    const state = stateAfter(decider, [established, drafts, ended]);
    const read = (what: Publishable) =>
      ['2021-06-30', '2023-12-31', '2024-01-01'].map((day) => publishesAt(state, on(day), what));
    expect(read('draft_minutes')).toEqual([false, true, false]);
    expect(read('application_reviews')).toEqual([false, false, false]);
  });
  it('RULE_NOT_ADOPTABLE: what binds anyway, or is no rule', () => {
    body(established)
      .when({ ...command, ruleIds: ['BA-01', 'SP-03', 'BA-99'] }, facts('2022-01-01'))
      .historicalImport.rejectedWith('RULE_NOT_ADOPTABLE', { ruleIds: ['SP-03', 'BA-99'] });
  });
  it('AUTHORITY_MISSING', () => {
    const { clauseRef: _clauseRef, ...bare } = command;
    body(established)
      .when(bare, facts('2022-01-01'))
      .live.rejectedWith('AUTHORITY_MISSING')
      .minutes.withFindings('AUTHORITY_MISSING');
  });
});
