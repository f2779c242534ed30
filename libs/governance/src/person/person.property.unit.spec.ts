import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyMode, attemptAll } from '../testing/attempts.ts';
import { stepTime } from '../testing/index.ts';
import { decider } from './index.ts';
import type { Command, Facts } from './index.ts';

const id = fc.constantFrom('p-1', 'p-2', 'p-3');
const often = (weight: number, ...commands: readonly Command[]) => ({
  weight,
  arbitrary: fc.constantFrom(...commands),
});
const command: fc.Arbitrary<Command> = fc.oneof(
  often(3, { type: 'RegisterPerson', keyId: 'key' }, { type: 'RegisterPerson' }),
  {
    weight: 2,
    arbitrary: id.map((otherPersonId): Command => ({ type: 'LinkPersons', otherPersonId, basis: 'x' })),
  },
  often(4, { type: 'ChangePersonData' }),
  often(2, { type: 'SetPersonMinority', minor: true }, { type: 'SetPersonMinority', minor: false }),
  often(5, { type: 'PublishPersonName', bodyId: 'board', seatId: 'staff-1' }),
  often(2, { type: 'WithdrawPersonName' }),
  often(1, { type: 'ErasePerson', basis: 'asked' }, { type: 'ConfirmErasure' }),
);
const rarely = fc.integer({ min: 0, max: 5 }).map((n) => n === 0);
const given: fc.Arbitrary<Facts> = fc
  .record({
    other: fc.option(fc.constantFrom(new Set<string>(), new Set(['p-1']))),
    keyIsGone: rarely,
    tells: rarely,
    elsewhere: rarely,
    policy: fc.constantFrom('full' as const, 'initials' as const, 'seat_only' as const),
    minor: rarely,
    digest: fc.constantFrom('d-1', 'd-2'),
  })
  .map(({ other, keyIsGone, tells, elsewhere, policy, minor, digest }): Facts => ({
    at: stepTime(0),
    personId: 'p-1',
    other: other === null ? undefined : { linkedTo: other },
    ...(!keyIsGone && { sealed: { algorithm: 'A256GCM', sealed: 'bm90aGluZw' }, nameDigest: digest }),
    idTellsName: tells,
    seat: { holderId: elsewhere ? 'p-2' : 'p-1', policy, minor, bodyRevision: 7 },
  }));
const attempts = fc.array(fc.record({ command, facts: given, mode: anyMode }), {
  maxLength: 30,
  size: 'max',
});

describe('under any sequence of commands, in any mode', () => {
  it('no minor and nobody who is erased is public by name; replay equals live state', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(attempts, (tried) => {
        for (const { events, before, after } of attemptAll(decider, tried)) {
          for (const { type } of events) seen.add(type);
          if (after.published) expect(after).toMatchObject({ minor: false, named: true, erased: 'no' });
          if (after.erased !== 'no') expect(after.named).toBe(false);
          // Erasing goes one way, in two steps, and nothing else is recorded of who is erased.
          if (before.erased !== 'no')
            expect([before.erased, events]).toEqual(['asked', [{ type: 'PersonDataErased' }]]);
          expect(after.linkedTo.has('p-1')).toBe(false);
        }
      }),
      { numRuns: 500 },
    );
    expect([...seen]).toEqual(
      expect.arrayContaining([
        'PersonsLinked',
        'PersonNamePublished',
        'PersonNameWithdrawn',
        'PersonDataErased',
      ]),
    );
  });

  it('what is public is one digest at a time: each is withdrawn, or erased, before the next', () => {
    let published = 0;
    fc.assert(
      fc.property(attempts, (tried) => {
        let open = 0;
        for (const event of attemptAll(decider, tried).flatMap(({ events }) => events)) {
          if (event.type === 'PersonNamePublished') open++;
          if (event.type === 'PersonNameWithdrawn') open--;
          if (event.type === 'PersonErased') open = 0;
          published += open;
          expect([0, 1]).toContain(open);
        }
      }),
      { numRuns: 300 },
    );
    expect(published).toBeGreaterThan(50);
  });
});
