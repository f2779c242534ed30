import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as access from './access/index.ts';
import * as consequence from './consequence/index.ts';
import * as organization from './organization/index.ts';
import * as source from './source/index.ts';
import { atInstant } from './kernel/index.ts';
import { anyMode, attemptAll, eventsOf } from './testing/attempts.ts';

/** Streams with few commands: what is entered once stays as it was entered. */

const at = fc
  .integer({ min: 0, max: 23 })
  .map((hour) => atInstant(new Date(Date.UTC(2026, 8, 1, hour)).toISOString()));
const name = fc.constantFrom('Parents', 'Teachers', 'Pupils');
const many = { maxLength: 20, size: 'max' } as const;

describe('under any sequence of commands, in any mode', () => {
  it('an organization is registered once, as it was first; replay equals live state', () => {
    const command = fc.record(
      { type: fc.constant('RegisterOrganization' as const), name, classification: name },
      { requiredKeys: ['type', 'name'] },
    );
    const attempt = fc.record({ command, facts: fc.record({ at }), mode: anyMode });
    fc.assert(
      fc.property(fc.array(attempt, { ...many, minLength: 1 }), (attempts) => {
        const events = eventsOf(attemptAll(organization.decider, attempts));
        expect(events).toEqual([{ ...attempts[0]!.command, type: 'OrganizationRegistered' }]);
      }),
    );
  });

  it('a source is registered once, and never with a text that nobody kept; replay equals live state', () => {
    const command = fc.record(
      {
        type: fc.constant('RegisterSource' as const),
        title: name,
        publisher: name,
        sha256: fc.constant('ab'.repeat(32)),
        textSha256: fc.constantFrom('cd'.repeat(32), 'ef'.repeat(32)),
      },
      { requiredKeys: ['type', 'title', 'publisher', 'sha256'] },
    );
    const facts = fc.record({ at, textIsKept: fc.boolean() });
    const attempt = fc.record({ command, facts, mode: anyMode });
    fc.assert(
      fc.property(fc.array(attempt, many), (attempts) => {
        const steps = attemptAll(source.decider, attempts);
        const good = attempts.find(
          ({ command: { textSha256 }, facts: { textIsKept } }) => !textSha256 || textIsKept,
        );
        expect(eventsOf(steps)).toEqual(good ? [{ ...good.command, type: 'SourceRegistered' }] : []);
        expect(steps.at(-1)?.after.textSha256).toBe(good?.command.textSha256);
      }),
    );
  });

  it('a refused consequence is noted as often as it is, each time with a finding', () => {
    const command = name.map((code) => ({
      ...{ type: 'RefuseConsequence' as const, process: 'consequences', command: 'AdoptVersion' },
      causedBy: { stream: 'motion-m1', eventId: 'e1', type: 'MotionAdopted' },
      ...{ stream: 'instrument-i1', code, inputs: {} },
    }));
    const attempt = fc.record({ command, facts: fc.record({ at }), mode: anyMode });
    fc.assert(
      fc.property(fc.array(attempt, many), (attempts) => {
        const steps = attemptAll(consequence.decider, attempts);
        expect(eventsOf(steps)).toEqual(
          attempts.map(({ command: one }) => ({ ...one, type: 'ConsequenceRefused' })),
        );
        expect(
          steps.every(({ findings }) => findings.some(({ code }) => code === 'CONSEQUENCE_REFUSED')),
        ).toBe(true);
      }),
    );
  });
});

describe('an actor, under any sequence of commands, in any mode', () => {
  const grant = fc.record(
    { role: fc.constantFrom(...access.accessRoles), bodyId: fc.constantFrom('board', 'site') },
    { requiredKeys: ['role'] },
  );
  const command: fc.Arbitrary<access.Command> = fc.oneof(
    fc
      .option(fc.constantFrom('2026-09-01T05:00:00Z', '2027-01-01T00:00:00Z'), { nil: undefined })
      .map((expiresAt): access.Command => ({
        ...{ type: 'IssueKey', label: 'Secretary', secretSha256: 'ab'.repeat(32) },
        ...(expiresAt !== undefined && { expiresAt }),
      })),
    fc.constant<access.Command>({
      ...{
        type: 'EnrolSubject',
        issuer: 'https://id.example',
        subjectSha256: 'cd'.repeat(32),
        label: 'Secretary',
      },
    }),
    { weight: 3, arbitrary: grant.map((one): access.Command => ({ type: 'GrantRole', ...one })) },
    { weight: 2, arbitrary: grant.map((one): access.Command => ({ type: 'RevokeRole', ...one })) },
    fc.constant<access.Command>({ type: 'RevokeKey' }),
  );
  const attempts = fc.array(fc.record({ command, facts: fc.record({ at }), mode: anyMode }), {
    ...many,
    maxLength: 40,
  });

  it('has what was granted and not revoked, each once, and nothing after its key is revoked; replay equals live', () => {
    let granted = 0;
    let revoked = 0;
    fc.assert(
      fc.property(attempts, (tried) => {
        const steps = attemptAll(access.decider, tried);
        const has = new Set<string>();
        for (const { events, before, after } of steps)
          for (const event of events) {
            if (event.type === 'RoleGranted') {
              expect([before.kind === 'none', before.revokedAt]).toEqual([false, undefined]);
              has.add(`${event.role} ${event.bodyId ?? ''}`);
              granted++;
            }
            if (event.type === 'RoleRevoked') has.delete(`${event.role} ${event.bodyId ?? ''}`);
            if (event.type === 'KeyRevoked') revoked++;
            expect(after.grants.map(({ role, bodyId = '' }) => `${role} ${bodyId}`).sort()).toEqual(
              [...has].sort(),
            );
            if (after.revokedAt) expect(access.isActive(after, '2026-09-01T00:00:00Z')).toBe(false);
          }
        const kinds = eventsOf(steps).filter(({ type }) => ['KeyIssued', 'SubjectEnrolled'].includes(type));
        expect(kinds.length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 300 },
    );
    expect([granted > 100, revoked > 20]).toEqual([true, true]);
  });
});
