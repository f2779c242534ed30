import { expect, it } from '@jest/globals';
import { streamsRead } from './index.ts';
import type { Command } from './index.ts';
import { on } from './testing/committee.ts';

const opening = { label: 'x', votingRight: 'full', type: 'OpenSeat', seatId: 'x' } as const;
const role = { type: 'AssignRole', roleId: 'r', role: 'convener' } as const;
const seating = { type: 'FillSeat', seatId: 'x', seatingId: 's', startsAt: on('2020') } as const;

it.each<[Command, readonly string[], string | undefined]>([
  [
    { type: 'EstablishBody', name: 'x', classification: 'x', timeZone: 'UTC', parentBodyId: 'cssc' },
    [],
    'cssc',
  ],
  [{ type: 'EstablishBody', name: 'x', classification: 'x', timeZone: 'UTC' }, [], undefined],
  [{ type: 'SucceedBody', successorId: 'sd-sc' }, [], 'sd-sc'],
  [
    { type: 'DefineConstituency', constituencyId: 'utla', name: 'UTLA', organizationId: 'utla' },
    ['utla'],
    undefined,
  ],
  [{ type: 'DefineConstituency', constituencyId: 'utla', name: 'UTLA' }, [], undefined],
  [
    { ...opening, appointingAuthorityId: 'utla', nominatorIds: ['acce', 'laane'] },
    ['utla', 'acce', 'laane'],
    undefined,
  ],
  [{ ...seating, holder: { kind: 'organization', id: 'acce' } }, ['acce'], undefined],
  [{ ...seating, holder: { kind: 'person', id: 'ana' } }, [], undefined],
  [{ ...role, holder: { kind: 'organization', id: 'unite-la' } }, ['unite-la'], undefined],
  [{ ...role, holder: { kind: 'seat', id: 'x' } }, [], undefined],
  [{ type: 'DissolveBody' }, [], undefined],
])('%j reads what it names', (command, organizationIds, bodyId) => {
  expect(streamsRead(command)).toEqual({ organizationIds, ...(bodyId !== undefined && { bodyId }) });
});
