import { describe, it } from '@jest/globals';
import { given, happened } from '../testing/index.ts';
import { decider } from './index.ts';
import type { BodyEvent, Command } from './index.ts';
import { committee, facts, on, seated } from './testing/committee.ts';

const body = given(decider);
const designated = (seatId: string, at = '2021-01-01') =>
  happened<BodyEvent>(on(at), { type: 'AlternateDesignated', seatId, personId: 'ana' });
const revoked = (seatId: string, at: string) =>
  happened<BodyEvent>(on(at), { type: 'AlternateRevoked', seatId, personId: 'ana' });
const now = facts('2022-01-01');

describe('DesignateAlternate', () => {
  const command: Command = { type: 'DesignateAlternate', seatId: 'utla-1', personId: 'ana' };

  it('designates an alternate, also one who left a seat or was revoked', () => {
    body(...committee)
      .when(command, now)
      .live.records({ ...command, type: 'AlternateDesignated' })
      .withFindings();
    body(...committee, seated('utla-2', 'ana', '2020', '2021'))
      .when(command, now)
      .live.records('AlternateDesignated');
    body(...committee, designated('utla-1'), revoked('utla-1', '2021-06-01'))
      .when(command, now)
      .live.records('AlternateDesignated');
  });
  it('ALTERNATE_EXISTS', () => {
    body(...committee, designated('utla-1'))
      .when(command, now)
      .historicalImport.rejectedWith('ALTERNATE_EXISTS');
  });
  it('ALTERNATE_SERVES_OTHER_SEAT: until revoked there', () => {
    const history = [...committee, designated('utla-2')];
    body(...history)
      .when(command, now)
      .live.rejectedWith('ALTERNATE_SERVES_OTHER_SEAT', { seatId: 'utla-2' });
    body(...history)
      .when(command, now)
      .minutes.withFindings('ALTERNATE_SERVES_OTHER_SEAT');
    body(...history, revoked('utla-2', '2021-06-01'))
      .when(command, now)
      .live.records('AlternateDesignated');
  });
  it('ALTERNATE_IS_MEMBER', () => {
    const member = body(...committee, seated('lausd-1', 'ana', '2020'));
    member
      .when(command, now)
      .live.rejectedWith('ALTERNATE_IS_MEMBER', { personId: 'ana', seatId: 'lausd-1' });
    member.when(command, now).minutes.withFindings('ALTERNATE_IS_MEMBER');
    body(...committee, seated('utla-1', 'ana', '2020'))
      .when(command, now)
      .live.rejectedWith('ALTERNATE_IS_MEMBER');
  });
  it('may have a seat without a vote, but is not their own alternate in it', () => {
    const observer = body(...committee, seated('observer', 'ana', '2020'));
    observer.when(command, now).live.records('AlternateDesignated');
    observer.when({ ...command, seatId: 'observer' }, now).live.rejectedWith('ALTERNATE_IS_MEMBER');
  });
});

describe('RevokeAlternate', () => {
  const command: Command = { type: 'RevokeAlternate', seatId: 'utla-1', personId: 'ana' };

  it('revokes', () => {
    body(...committee, designated('utla-1'))
      .when(command, now)
      .live.records({ ...command, type: 'AlternateRevoked' });
  });
  it.each([
    ['nobody was designated', []],
    ['for another seat', [designated('utla-2')]],
    ['not yet', [designated('utla-1', '2023-01-01')]],
    ['no longer', [designated('utla-1'), revoked('utla-1', '2021-06-01')]],
  ])('ALTERNATE_UNKNOWN: %s', (_what, history) => {
    body(...committee, ...history)
      .when(command, now)
      .historicalImport.rejectedWith('ALTERNATE_UNKNOWN');
  });
});
