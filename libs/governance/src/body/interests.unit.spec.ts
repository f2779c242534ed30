import { describe, it } from '@jest/globals';
import { given, happened } from '../testing/index.ts';
import { decider } from './index.ts';
import type { BodyEvent, Command } from './index.ts';
import { committee, facts, on, seated } from './testing/committee.ts';

const body = given(decider);
const now = facts('2022-01-01');
const declare: Command = {
  type: 'DeclareInterest',
  interestId: 'i-1',
  seatId: 'utla-1',
  subject: 'after-school contract',
  nature: 'spouse works for the provider',
};
const declared: BodyEvent = { ...declare, type: 'InterestDeclared' };
const ana = seated('utla-1', 'ana', '2020');

describe('DeclareInterest', () => {
  it('declares an interest', () => {
    body(...committee, ana)
      .when(declare, now)
      .live.records(declared)
      .withFindings();
  });
  it('INTEREST_EXISTS', () => {
    body(...committee, ana, declared)
      .when(declare, now)
      .historicalImport.rejectedWith('INTEREST_EXISTS');
  });
  it('SEAT_NOT_OCCUPIED', () => {
    body(...committee)
      .when(declare, now)
      .live.rejectedWith('SEAT_NOT_OCCUPIED', { seatId: 'utla-1' });
    body(...committee)
      .when(declare, now)
      .minutes.withFindings('SEAT_NOT_OCCUPIED');
  });
});

describe('WithdrawInterest', () => {
  const command: Command = { type: 'WithdrawInterest', interestId: 'i-1' };
  const withdrawn: BodyEvent = { type: 'InterestWithdrawn', interestId: 'i-1', seatId: 'utla-1' };
  const since2021 = happened(on('2021-01-01'), declared);

  it('withdraws an interest', () => {
    body(...committee, ana, since2021)
      .when(command, now)
      .live.records(withdrawn);
  });
  it('INTEREST_UNKNOWN', () => {
    body(...committee, ana)
      .when(command, now)
      .historicalImport.rejectedWith('INTEREST_UNKNOWN');
  });
  it('INTEREST_WITHDRAWN', () => {
    body(...committee, ana, since2021, withdrawn)
      .when(command, now)
      .historicalImport.rejectedWith('INTEREST_WITHDRAWN');
  });
  it('TERM_INVERTED', () => {
    body(...committee, ana, since2021)
      .when(command, facts('2020-12-31'))
      .minutes.rejectedWith('TERM_INVERTED');
  });
});
