import { describe, it } from '@jest/globals';
import { given, happened } from '../testing/index.ts';
import { decider } from './index.ts';
import type { AssignRole, BodyEvent, Command, RoleAssigned } from './index.ts';
import { closed, committee, facts, on, role, seated } from './testing/committee.ts';

const body = given(decider);
const now = facts('2022-01-01');
const bySeat = (id: string): RoleAssigned['holder'] => ({ kind: 'seat', id });
const person: RoleAssigned['holder'] = { kind: 'person', id: 'ana' };
const organization: RoleAssigned['holder'] = { kind: 'organization', id: 'unite-la' };

const assign = (
  held: RoleAssigned['role'],
  holder: RoleAssigned['holder'],
  constituencyId?: string,
): AssignRole => ({
  type: 'AssignRole',
  roleId: 'new',
  role: held,
  holder,
  ...(constituencyId !== undefined && { constituencyId }),
});
const ended = (roleId: string, at: string) => happened<BodyEvent>(on(at), { type: 'RoleEnded', roleId });

describe('AssignRole', () => {
  it.each([
    assign('chair', bySeat('utla-1')),
    assign('vice_chair', person),
    assign('secretary', person),
    assign('convener', organization),
    assign('facilitator', bySeat('observer')),
    assign('co_chair', bySeat('utla-1'), 'utla'),
    assign('co_chair', person, 'utla'),
    assign('co_chair', bySeat('observer')),
  ])('assigns $role to $holder', (command) => {
    body(...committee)
      .when(command, now)
      .live.records({ ...command, type: 'RoleAssigned' })
      .withFindings();
  });
  it('makes a co-chair that of the constituency of its seat', () => {
    const event: BodyEvent = { ...assign('co_chair', bySeat('utla-1'), 'utla'), type: 'RoleAssigned' };
    body(...committee)
      .when(assign('co_chair', bySeat('utla-1')), now)
      .live.records(event);
  });
  it('ROLE_EXISTS', () => {
    const again = { ...assign('chair', person), roleId: 'chair-ana' };
    body(...committee, role('chair', person, '2020'))
      .when(again, now)
      .historicalImport.rejectedWith('ROLE_EXISTS');
  });
  it('CONSTITUENCY_UNKNOWN', () => {
    body(...committee)
      .when(assign('co_chair', person, 'parents'), now)
      .historicalImport.rejectedWith('CONSTITUENCY_UNKNOWN');
  });
  it('ORGANIZATION_UNKNOWN', () => {
    const command = assign('convener', { kind: 'organization', id: 'acce' });
    body(...committee)
      .when(command, now)
      .live.rejectedWith('ORGANIZATION_UNKNOWN');
    body(...committee)
      .when(command, now)
      .minutes.withFindings('ORGANIZATION_UNKNOWN');
  });
  it('ROLE_REQUIRES_SEAT: a co-chair for nobody', () => {
    body(...committee)
      .when(assign('co_chair', person), now)
      .live.rejectedWith('ROLE_REQUIRES_SEAT');
    body(...committee)
      .when(assign('co_chair', person), now)
      .minutes.withFindings('ROLE_REQUIRES_SEAT');
  });
  it('CO_CHAIR_OF_OTHER_CONSTITUENCY', () => {
    const command = assign('co_chair', bySeat('utla-1'), 'lausd');
    body(...committee)
      .when(command, now)
      .live.rejectedWith('CO_CHAIR_OF_OTHER_CONSTITUENCY', { seatId: 'utla-1' });
    body(...committee)
      .when(command, now)
      .minutes.withFindings('CO_CHAIR_OF_OTHER_CONSTITUENCY');
  });
  it('CO_CHAIR_OF_OTHER_CONSTITUENCY: nor a person who sits for the other side then', () => {
    const sitting = body(...committee, seated('utla-1', 'ana', '2020-01-01'));
    sitting
      .when(assign('co_chair', person, 'lausd'), now)
      .live.rejectedWith('CO_CHAIR_OF_OTHER_CONSTITUENCY', { seatId: 'utla-1' })
      .minutes.withFindings('CO_CHAIR_OF_OTHER_CONSTITUENCY');
    sitting.when(assign('co_chair', person, 'utla'), now).live.withFindings();
    body(...committee, seated('utla-1', 'ana', '2020-01-01', '2021-01-01'))
      .when(assign('co_chair', person, 'lausd'), now)
      .live.withFindings();
    body(...committee, seated('observer', 'ana', '2020-01-01'))
      .when(assign('co_chair', person, 'lausd'), now)
      .live.withFindings();
  });
  it('CO_CHAIR_CONSTITUENCY_TAKEN: one at a time', () => {
    const first = role('co_chair', bySeat('utla-2'), '2020', 'utla');
    const command = assign('co_chair', bySeat('utla-1'));
    body(...committee, first)
      .when(command, now)
      .live.rejectedWith('CO_CHAIR_CONSTITUENCY_TAKEN', {
        constituencyId: 'utla',
        roleId: 'co_chair-utla-2',
      });
    body(...committee, first)
      .when(command, now)
      .minutes.withFindings('CO_CHAIR_CONSTITUENCY_TAKEN');
    body(...committee, first, ended('co_chair-utla-2', '2021'))
      .when(command, now)
      .live.records('RoleAssigned');
    body(...committee, first, closed('utla-2', '2021'))
      .when(command, now)
      .live.records('RoleAssigned');
    body(...committee, first)
      .when(assign('co_chair', bySeat('lausd-1')), now)
      .live.records('RoleAssigned');
  });
  it.each(['convener', 'facilitator', 'process_observer'] as const)(
    'ROLE_FORBIDS_VOTING_SEAT: %s',
    (held) => {
      const seatHeld = body(...committee).when(assign(held, bySeat('utla-1')), now);
      seatHeld.live.rejectedWith('ROLE_FORBIDS_VOTING_SEAT', { seatId: 'utla-1' });
      seatHeld.minutes.withFindings('ROLE_FORBIDS_VOTING_SEAT');
      const member = body(...committee, seated('utla-1', 'ana', '2020'));
      member
        .when(assign(held, person), now)
        .live.rejectedWith('ROLE_FORBIDS_VOTING_SEAT', { seatId: 'utla-1' });
      const others = body(
        ...committee,
        seated('utla-1', 'ana', '2020', '2021'),
        seated('observer', 'ana', '2020'),
      );
      others.when(assign(held, person), now).live.records('RoleAssigned');
    },
  );
});

describe('EndRole', () => {
  const command: Command = { type: 'EndRole', roleId: 'chair-ana', reason: 'stepped down' };
  const chair = role('chair', person, '2020-06-01');

  it('ends a role', () => {
    body(...committee, chair)
      .when(command, now)
      .live.records({ ...command, type: 'RoleEnded' });
  });
  it('ROLE_UNKNOWN', () => {
    body(...committee)
      .when(command, now)
      .historicalImport.rejectedWith('ROLE_UNKNOWN');
  });
  it('ROLE_ENDED', () => {
    body(...committee, chair, ended('chair-ana', '2023'))
      .when(command, now)
      .historicalImport.rejectedWith('ROLE_ENDED');
  });
  it('TERM_INVERTED', () => {
    body(...committee, chair)
      .when(command, facts('2020-05-31'))
      .historicalImport.rejectedWith('TERM_INVERTED');
  });
});
