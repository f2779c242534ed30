import { describe, it } from '@jest/globals';
import type { QuorumTest } from '../tally/index.ts';
import { clauseRef, governing, governingPin } from '../testing/governing.ts';
import type { Command } from './index.ts';
import {
  arrived,
  brownAct,
  facts,
  givenMeeting,
  hours,
  minutes,
  posted,
  scheduled,
  added,
} from './testing/committee.ts';

const atLeast = (n: number): QuorumTest => ({ scope: 'body', base: 'fixed', n, num: 1, den: 1, cmp: 'gte' });
const ofClause = (...quorum: readonly QuorumTest[]) => governing({ kind: 'quorum', quorum });
const establish: Command = { type: 'EstablishQuorum' };
const call: Command = { type: 'CallToOrder', presiding: { kind: 'seat', id: 'district-1' } };
const two = [
  scheduled(),
  added('1'),
  posted(hours(-100), '1'),
  arrived(minutes(-2), 'district-1'),
  arrived(minutes(-1), 'union-1'),
];
const three = { governing: [ofClause(atLeast(3))] };
const boundRules = [governingPin];

describe('the quorum that a clause states (SP-03)', () => {
  it('is found by itself, and pinned', () => {
    givenMeeting(...two, arrived(minutes(-1), 'union-2'))
      .when(establish, facts(minutes(0), three))
      .live.records('QuorumEstablished')
      .withFindings()
      .pins({ boundRules });
  });
  it('is refused where it is not there, with clause and version', () => {
    givenMeeting(...two)
      .when(establish, facts(minutes(0), three))
      .live.rejectedWith('QUORUM_NOT_ESTABLISHED', { rule: 'SP-03', clauseRef, boundRule: 'rule' })
      .minutes.withRuled('irregular QUORUM_NOT_ESTABLISHED by SP-03');
    givenMeeting(...two)
      .when(establish, brownAct(minutes(0), three))
      .live.rejectedWith('QUORUM_NOT_ESTABLISHED', { rule: 'BA-15', clauseRef });
  });
  it('of several clauses all hold, and the one that does not is cited', () => {
    const sides = governing(
      { kind: 'quorum', quorum: [{ mandatorySeats: ['union-2'] }] },
      { ruleId: 'sides', clauseRef: { ...clauseRef, clause: '9' } },
    );
    givenMeeting(...two)
      .when(establish, facts(minutes(0), { governing: [ofClause(atLeast(2)), sides] }))
      .live.rejectedWith('MANDATORY_SEAT_ABSENT', { clauseRef: { ...clauseRef, clause: '9' } });
  });
  it('QUORUM_NOT_OF_CLAUSE: another one is told; the clause decides', () => {
    givenMeeting(...two)
      .when({ ...establish, quorum: [atLeast(1)] }, facts(minutes(0), { governing: [ofClause(atLeast(2))] }))
      .live.rejectedWith('QUORUM_NOT_OF_CLAUSE', { clauses: [{ clauseRef, boundRule: 'rule' }] })
      .minutes.withFindings('QUORUM_NOT_OF_CLAUSE')
      .pins({ boundRules, trace: { tests: [{ rhs: 2 }] } });
    givenMeeting(...two)
      .when({ ...establish, quorum: [atLeast(2)] }, facts(minutes(0), { governing: [ofClause(atLeast(2))] }))
      .live.withFindings();
  });
  it('QUORUM_RULE_REQUIRED: neither a clause nor the command says it', () => {
    givenMeeting(...two)
      .when(establish, facts(minutes(0)))
      .live.rejectedWith('QUORUM_RULE_REQUIRED')
      .minutes.rejectedWith('QUORUM_RULE_REQUIRED')
      .historicalImport.rejectedWith('QUORUM_RULE_REQUIRED');
  });
  it('RULE_NOT_INTERPRETED: its parts contradict each other', () => {
    const unclear = { ...ofClause(atLeast(2)), inconsistent: true };
    givenMeeting(...two)
      .when(establish, facts(minutes(0), { governing: [unclear] }))
      .live.rejectedWith('RULE_NOT_INTERPRETED', { clauseRef })
      .minutes.withFindings('RULE_NOT_INTERPRETED');
  });
  it('is looked at when it is lost', () => {
    givenMeeting(...two)
      .when({ type: 'NoteQuorumLost' }, facts(minutes(5), three))
      .minutes.records('QuorumLost')
      .pins({ boundRules, trace: { pass: false } });
  });
});

describe('the call to order without the quorum of a clause', () => {
  it('is recorded with a finding: the body may adjourn, or wait', () => {
    givenMeeting(...two)
      .when(call, facts(minutes(0), three))
      .live.withFindings('QUORUM_NOT_ESTABLISHED')
      .withInputs({ clauseRef, boundRule: 'rule' })
      .pins({ boundRules });
  });
  it('says nothing before anybody arrived, or with a quorum', () => {
    givenMeeting(scheduled())
      .when(call, facts(minutes(0), three))
      .live.withFindings();
    givenMeeting(...two, arrived(minutes(-1), 'union-2'))
      .when(call, facts(minutes(0), three))
      .live.withFindings()
      .pins({ boundRules });
  });
});
