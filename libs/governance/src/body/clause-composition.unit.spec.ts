import { describe, it } from '@jest/globals';
import type { CompositionTerms } from '../instrument/bound-rule.ts';
import { clauseRef, governing, governingPin } from '../testing/governing.ts';
import { given } from '../testing/index.ts';
import { decider } from './index.ts';
import type { Command } from './index.ts';
import { committee, facts, seat, seated } from './testing/committee.ts';

const body = given(decider);
const composition = (terms: Partial<CompositionTerms> = {}) => ({
  governing: [
    governing({
      kind: 'composition',
      composition: {
        perConstituency: [
          { constituencyId: 'lausd', voting: 2 },
          { constituencyId: 'utla', voting: 2 },
        ],
        ...terms,
      },
    }),
  ],
});
const boundRules = [governingPin];
const cited = { rule: 'SP-01', clauseRef, boundRule: 'rule' };

describe('AdoptCompositionRule under a clause (SP-01)', () => {
  const adopt = (lausd: number, utla: number, more: object = {}): Command => ({
    type: 'AdoptCompositionRule',
    clauseRef,
    perConstituency: [
      { constituencyId: 'lausd', voting: lausd },
      { constituencyId: 'utla', voting: utla },
    ],
    ...more,
  });
  it('as the clause states it, and pins the clause', () => {
    body(...committee)
      .when(adopt(2, 2), facts('2020-01-01', composition()))
      .live.withFindings()
      .pins({ type: 'CompositionRuleAdopted', boundRules });
  });
  it('COMPOSITION_CONTRADICTS_CLAUSE: refused live, a finding otherwise, with clause and version', () => {
    const differences = [{ of: 'utla', adopted: 3, clause: 2 }];
    body(...committee)
      .when(adopt(2, 3), facts('2020-01-01', composition()))
      .live.rejectedWith('COMPOSITION_CONTRADICTS_CLAUSE', { ...cited, differences })
      .minutes.withRuled('irregular COMPOSITION_CONTRADICTS_CLAUSE by SP-01')
      .historicalImport.withFindings('COMPOSITION_CONTRADICTS_CLAUSE');
  });
  it('compares limits, parity and advisory seats where the clause states them', () => {
    const terms = composition({
      perConstituency: [
        { constituencyId: 'lausd', voting: 2, advisory: 1 },
        { constituencyId: 'utla', voting: 2 },
      ],
      max: 6,
      parity: true,
    });
    body(...committee)
      .when(adopt(2, 2, { max: 8 }), facts('2020-01-01', terms))
      .live.rejectedWith('COMPOSITION_CONTRADICTS_CLAUSE', {
        differences: [
          { of: 'lausd advisory', adopted: 0, clause: 1 },
          { of: 'max', adopted: 8, clause: 6 },
          { of: 'parity', adopted: undefined, clause: true },
        ],
      });
  });
  it('a clause that counts no seats leaves them to the body', () => {
    body(...committee)
      .when(adopt(2, 2, { max: 9 }), facts('2020-01-01', composition({ perConstituency: [], max: 9 })))
      .live.withFindings();
  });
});

describe('seats under a composition clause', () => {
  const open = (seatId: string, more: object = {}): Command => ({
    type: 'OpenSeat',
    seatId,
    label: seatId,
    constituencyId: 'lausd',
    nominatorIds: [],
    votingRight: 'full',
    ...more,
  });
  const close: Command = { type: 'CloseSeat', seatId: 'lausd-2' };

  it('SEATS_BEYOND_CLAUSE: one more is opened than the clause states', () => {
    body(...committee)
      .when(open('lausd-3'), facts('2020-01-01', composition()))
      .live.rejectedWith('SEATS_BEYOND_CLAUSE', { ...cited, constituencyId: 'lausd', seats: 3, stated: 2 })
      .minutes.withFindings('SEATS_BEYOND_CLAUSE')
      .pins({ type: 'SeatOpened', boundRules });
  });
  it('an advisory seat is none of them', () => {
    body(...committee)
      .when(open('guest', { votingRight: 'advisory' }), facts('2020-01-01', composition()))
      .live.withFindings();
  });
  it('seats are opened one by one until there are as many as the clause states', () => {
    const [first, second] = [committee.slice(0, 3), seat('lausd-1')];
    body(...first)
      .when(open('lausd-1'), facts('2020-01-01', composition()))
      .live.withFindings();
    body(...first, second)
      .when(open('lausd-2'), facts('2020-01-01', composition()))
      .live.withFindings();
  });
  it('SEATS_BELOW_CLAUSE: a seat that the clause states is closed', () => {
    body(...committee)
      .when(close, facts('2020-01-01', composition()))
      .live.rejectedWith('SEATS_BELOW_CLAUSE', { ...cited, seats: 1, stated: 2 })
      .historicalImport.withFindings('SEATS_BELOW_CLAUSE');
    body(...committee, seat('lausd-3'))
      .when(close, facts('2020-01-01', composition()))
      .live.records('SeatClosed')
      .withFindings();
  });
  it('a voting right is given or taken as the clause states', () => {
    const change: Command = {
      type: 'ChangeSeatVotingRight',
      seatId: 'utla-1',
      votingRight: 'none',
      clauseRef,
    };
    body(...committee)
      .when(change, facts('2020-01-01', composition()))
      .live.rejectedWith('SEATS_BELOW_CLAUSE', { constituencyId: 'utla' });
  });
  it('SEATS_BEYOND_CLAUSE: more members sit than the clause states, whatever seats are open', () => {
    const seats = [
      ...committee,
      seat('lausd-3'),
      ...['1', '2'].map((n) => seated(`lausd-${n}`, `p-${n}`, '2019-09-01')),
    ];
    const fill: Command = {
      type: 'FillSeat',
      seatId: 'lausd-3',
      seatingId: 'third',
      holder: { kind: 'person', id: 'p-3' },
      startsAt: facts('2020-01-01').at,
    };
    body(...seats)
      .when(fill, facts('2020-01-01', composition()))
      .live.rejectedWith('SEATS_BEYOND_CLAUSE', { seats: 3, stated: 2 })
      .minutes.withFindings('SEATS_BEYOND_CLAUSE');
    body(...seats)
      .when(fill, facts('2020-01-01'))
      .live.records({ ...fill, type: 'SeatFilled' })
      .withFindings();
  });
});
