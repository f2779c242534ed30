import { describe, expect, it } from '@jest/globals';
import { atInstant } from '../kernel/index.ts';
import type { RoleTerm } from '../body/state.ts';
import { ofElection } from './consequences.ts';

const [before, at, later] = ['2025', '2026', '2027'].map((year) => atInstant(`${year}-09-01T17:00:00Z`));
if (!before || !at || !later) throw new Error('three instants');
const candidate = { kind: 'seat', id: 'union-1' } as const;
const decided = {
  type: 'ElectionDecided',
  role: 'chair',
  candidateId: 'c1',
  candidate,
  decidedBy: 'b1',
} as const;
const chair = (roleId: string, more: Partial<RoleTerm> = {}): readonly [string, RoleTerm] => [
  roleId,
  { roleId, role: 'chair', holder: { kind: 'seat', id: 'district-1' }, start: before, ...more },
];
const commands = (...roles: readonly (readonly [string, RoleTerm])[]) =>
  ofElection('m1', 'board', decided, { roles: new Map(roles) }, at).map(({ command, fields }) => [
    command,
    fields.roleId,
  ]);

describe('what follows from an election', () => {
  it('the elected takes the office, and whoever holds it leaves it', () => {
    expect(commands(chair('old'))).toEqual([
      ['EndRole', 'old'],
      ['AssignRole', 'm1'],
    ]);
  });

  it('looked at again later, it is the same: what ended then, or came after it, is left alone', () => {
    const afterwards = [
      chair('old', { end: at }),
      chair('m1', { start: at }),
      chair('next', { start: later }),
    ];
    expect(commands(...afterwards).at(-1)).toEqual(['AssignRole', 'm1']);
    expect(commands(...afterwards)).not.toContainEqual(['EndRole', 'next']);
    expect(commands(...afterwards)).not.toContainEqual(['EndRole', 'm1']);
  });

  it('other offices, and the co-chair of the other side, stay', () => {
    const secretary = chair('secretary', { role: 'secretary' });
    const other = chair('other', { role: 'co_chair', constituencyId: 'district' });
    expect(commands(secretary, other)).toEqual([['AssignRole', 'm1']]);
    const coChair = { ...decided, role: 'co_chair', constituencyId: 'union' } as const;
    const all = ofElection('m1', 'board', coChair, { roles: new Map([other]) }, at);
    expect(all.map(({ fields }) => fields)).toMatchObject([
      { role: 'co_chair', constituencyId: 'union', holder: candidate },
    ]);
  });
});
