import { describe, expect, it } from '@jest/globals';
import { settle } from '../kernel/index.ts';
import { bodyMajority, ruleOf } from '../tally/testing/rules.ts';
import { clauseRef, governing, governingPin } from '../testing/governing.ts';
import { given, stateAfter } from '../testing/index.ts';
import { decider } from './index.ts';
import type { Command, Facts } from './index.ts';
import { boundRulePin, facts, inRoom, pending, rule } from './testing/committee.ts';
import { bound, clause } from './testing/by-clause.ts';
import { pendingOf } from './testing/others.ts';
import { consensusRule } from './testing/rounds.ts';

const motion = given(decider);
const openVote = { type: 'OpenVote', voteEventId: 'vote-1', method: 'roll_call' } as const;
const call = { type: 'CallConsensus', roundId: 'round-1' } as const;
const declare = { type: 'DeclareUnanimousConsent', consentId: 'consent-1' } as const;

/** Each way of deciding, with a rule that it can be decided under, and the event that pins it. */
const ways = [
  ['OpenVote', openVote, rule, 'VoteOpened'],
  ['CallConsensus', call, consensusRule, 'ConsensusCalled'],
  ['DeclareUnanimousConsent', declare, rule, 'UnanimousConsentDeclared'],
] as const;

describe.each(ways)('%s: under the rule in force of a clause', (_type, command, ofBody, eventType) => {
  const byClause: Command = { ...command, clause };
  const inline: Command = { ...command, rule: ofBody };

  it('pins the rule with clause, version and revision of the instrument', () => {
    const pinned = facts(bound(ofBody));
    const outcome = settle(decider.decide(stateAfter(decider, pending), byClause, pinned), 'live', pinned);
    expect(outcome).toMatchObject({ accepted: true, findings: [] });
    expect(outcome.accepted && outcome.events[0]).toMatchObject({
      type: eventType,
      rule: ofBody,
      boundRule: boundRulePin,
    });
  });
  it('RULE_NOT_BOUND: the clause states none then', () => {
    motion(...pending)
      .when(byClause, facts())
      .live.rejectedWith('RULE_NOT_BOUND', clause)
      .minutes.rejectedWith('RULE_NOT_BOUND', clause)
      .historicalImport.rejectedWith('RULE_NOT_BOUND', clause);
  });
  it('RULE_NOT_BOUND: refused live where the rule is only told; found where minutes or sources tell it', () => {
    const { ruleId, clauseRef } = ofBody;
    motion(...pending)
      .when(inline, facts())
      .live.rejectedWith('RULE_NOT_BOUND', { ruleId, clauseRef })
      .minutes.withFindings('RULE_NOT_BOUND')
      .historicalImport.withFindings('RULE_NOT_BOUND');
  });
  it('RULE_AMBIGUOUS: a clause and a rule', () => {
    motion(...pending)
      .when({ ...byClause, rule: ofBody }, facts(bound(ofBody)))
      .live.rejectedWith('RULE_AMBIGUOUS')
      .minutes.rejectedWith('RULE_AMBIGUOUS')
      .historicalImport.rejectedWith('RULE_AMBIGUOUS');
  });
  it('RULE_NOT_INTERPRETED: its parts contradict each other, and nobody has said how to read it', () => {
    const { boundRule } = bound(ofBody);
    motion(...pending)
      .when(byClause, facts({ boundRule: { ...boundRule!, inconsistent: true } }))
      .live.rejectedWith('RULE_NOT_INTERPRETED')
      .minutes.withFindings('RULE_NOT_INTERPRETED')
      .historicalImport.withFindings('RULE_NOT_INTERPRETED');
  });
  it('RULE_CLAUSE_AMENDED: the clause reads otherwise since', () => {
    const { boundRule } = bound(ofBody);
    motion(...pending)
      .when(byClause, facts({ boundRule: { ...boundRule!, clauseAmended: true } }))
      .live.withFindings('RULE_CLAUSE_AMENDED');
  });
});

describe('a motion of a class that the rules of order decide', () => {
  const clauseRef = { instrument: 'cssc-bylaws', version: '2023', clause: 'IX' };
  const adoptedOrder = (more: Partial<NonNullable<Facts['order']>> = {}): Facts =>
    facts({ order: { rulesOfOrder: 'RONR', precedence: 'strict', smallBoard: false, clauseRef, ...more } });
  const tabling = pendingOf('subsidiary.lay_on_table');

  it('is voted under the rule of its class, and cites the clause that adopted the book', () => {
    const outcome = settle(
      decider.decide(stateAfter(decider, tabling), openVote, adoptedOrder()),
      'live',
      adoptedOrder(),
    );
    expect(outcome.accepted && outcome.events[0]).toMatchObject({
      rule: { ruleId: 'ronr:subsidiary.lay_on_table', clauseRef, quorum: [{ base: 'seats_filled' }] },
    });
    expect(outcome.accepted && outcome.events[0]).not.toHaveProperty('boundRule');
  });
  it('has the quorum that a clause of the body states, before that of the book (SP-03)', () => {
    const quorum = [{ scope: 'body', base: 'fixed', n: 4, num: 1, den: 1, cmp: 'gte' }] as const;
    const given = { ...adoptedOrder(), governing: [governing({ kind: 'quorum', quorum })] };
    const outcome = settle(decider.decide(stateAfter(decider, tabling), openVote, given), 'live', given);
    expect(outcome.accepted && outcome.events[0]).toMatchObject({
      rule: { ruleId: 'ronr:subsidiary.lay_on_table', quorum },
      boundRules: [governingPin],
    });
  });
  it('takes two thirds where its class does', () => {
    const question = pendingOf('subsidiary.previous_question');
    const outcome = settle(
      decider.decide(stateAfter(decider, question), openVote, adoptedOrder({ rulesOfOrder: 'ROSENBERG' })),
      'live',
      adoptedOrder({ rulesOfOrder: 'ROSENBERG' }),
    );
    expect(outcome.accepted && outcome.events[0]).toMatchObject({
      rule: { passIfAny: [[{ num: 2, den: 3, cmp: 'gte' }]] },
    });
  });
  it('needs no quorum to adjourn (RR-14)', () => {
    const { order } = adoptedOrder();
    const outcome = decider.decide(
      stateAfter(decider, pendingOf('privileged.adjourn')),
      openVote,
      inRoom({ present: ['lausd-1', 'utla-1'] }, { order }),
    );
    expect(settle(outcome, 'live', adoptedOrder())).toMatchObject({ events: [{ rule: { quorum: [] } }] });
  });
  it('RULE_REQUIRED: not a main motion, not without a clause of the adoption, not where no book is adopted', () => {
    const inEachMode = (history: typeof pending, given: Facts) =>
      motion(...history)
        .when(openVote, given)
        .live.rejectedWith('RULE_REQUIRED')
        .minutes.rejectedWith('RULE_REQUIRED')
        .historicalImport.rejectedWith('RULE_REQUIRED');
    inEachMode(pending, adoptedOrder());
    inEachMode(tabling, facts());
    inEachMode(tabling, adoptedOrder({ rulesOfOrder: 'NONE' }));
    inEachMode(tabling, facts({ order: undefined }));
  });
  it('may be voted under a clause of the bylaws all the same', () => {
    motion(...tabling)
      .when({ ...openVote, clause }, { ...adoptedOrder(), ...bound(ruleOf([bodyMajority])) })
      .live.records('VoteOpened');
  });
});

describe('the quorum of a question', () => {
  const atLeast = (n: number) => ({ scope: 'body', base: 'fixed', n, num: 1, den: 1, cmp: 'gte' }) as const;
  const quorumClause = { governing: [governing({ kind: 'quorum', quorum: [atLeast(3)] })] };
  const silent = { ...rule, quorum: [] };
  const byClause: Command = { ...openVote, clause };
  const opened = (known: Partial<Facts>) => {
    const all = facts({ ...bound(silent), ...known });
    return settle(decider.decide(stateAfter(decider, pending), byClause, all), 'live', all);
  };

  it('comes from a clause of its own where the decision rule says nothing of it, and is pinned', () => {
    expect(opened(quorumClause)).toMatchObject({
      accepted: true,
      events: [{ rule: { ruleId: rule.ruleId, quorum: [atLeast(3)] }, boundRules: [governingPin] }],
    });
    expect(opened({})).toMatchObject({ events: [{ rule: { quorum: [] } }] });
  });
  it('stays that of the decision rule where that has one', () => {
    const all = facts({ ...bound(rule), ...quorumClause });
    const outcome = settle(decider.decide(stateAfter(decider, pending), byClause, all), 'live', all);
    expect(outcome).toMatchObject({ events: [{ rule: { quorum: rule.quorum } }] });
    expect(outcome.accepted && outcome.events[0]).not.toHaveProperty('boundRules');
  });
  it('is refused where it is not there, with clause and version', () => {
    const tooMany = { governing: [governing({ kind: 'quorum', quorum: [atLeast(99)] })] };
    motion(...pending)
      .when(byClause, facts({ ...bound(silent), ...tooMany }))
      .live.rejectedWith('QUORUM_NOT_ESTABLISHED', {
        rule: 'SP-03',
        clauses: [{ clauseRef, boundRule: 'rule' }],
      });
  });
  it('RULE_NOT_INTERPRETED: its parts contradict each other', () => {
    const unclear = { governing: [{ ...quorumClause.governing[0]!, inconsistent: true }] };
    motion(...pending)
      .when(byClause, facts({ ...bound(silent), ...unclear }))
      .live.rejectedWith('RULE_NOT_INTERPRETED', { clauseRef });
  });
});
