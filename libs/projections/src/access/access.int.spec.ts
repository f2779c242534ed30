import { describe, expect, it } from '@jest/globals';
import { access, atInstant } from '#governance';
import { decidedStream, projected, TestRecord } from '../testing/index.ts';
import { accessModel } from './model.ts';
import { actorById, actorByKeyHash, actorBySubject, listActors } from './index.ts';

const at = atInstant('2026-09-01T17:00:00Z');
const secretSha256 = 'a'.repeat(64);
const subjectSha256 = 'b'.repeat(64);

function actors() {
  const record = new TestRecord();
  const of = (actorId: string) => {
    const stream = decidedStream(record, access.decider, actorId);
    return (...commands: readonly access.Command[]) =>
      commands.forEach((command) => stream.execute(command, { at }, { visibility: 'sealed' }));
  };
  const [key, person] = [of('key-1'), of('person-1')];
  key({ type: 'IssueKey', label: 'desk', secretSha256, expiresAt: '2027-01-01T00:00:00.000Z' });
  person({ type: 'EnrolSubject', label: 'auditor', issuer: 'https://id.example', subjectSha256 });
  return { record, key, person, reads: () => projected([accessModel], record.events) };
}

describe('who may act', () => {
  it('is found by the hash of a key, and nothing is granted with it', () => {
    const { reads } = actors();
    const desk = {
      actorId: 'key-1',
      label: 'desk',
      kind: 'key',
      expiresAt: '2027-01-01T00:00:00.000Z',
      revoked: false,
      grants: [],
    };
    expect(actorByKeyHash(reads(), secretSha256)).toEqual(desk);
    expect(actorById(reads(), 'key-1')).toEqual(desk);
    expect(actorByKeyHash(reads(), subjectSha256)).toBeUndefined();
  });

  it('is found by issuer and subject together', () => {
    const { reads } = actors();
    const found = actorBySubject(reads(), 'https://id.example', subjectSha256);
    expect(found).toEqual({
      actorId: 'person-1',
      label: 'auditor',
      kind: 'subject',
      revoked: false,
      grants: [],
    });
    expect(actorBySubject(reads(), 'https://other.example', subjectSha256)).toBeUndefined();
    expect(actorBySubject(reads(), 'https://id.example', secretSha256)).toBeUndefined();
  });

  it('has roles in bodies, or in all, until they are revoked one by one', () => {
    const { reads, key } = actors();
    key(
      { type: 'GrantRole', role: 'secretary', bodyId: 'cssc' },
      { type: 'GrantRole', role: 'secretary', bodyId: 'other' },
      { type: 'GrantRole', role: 'auditor' },
    );
    const grants = () => actorById(reads(), 'key-1')?.grants;
    expect(grants()).toEqual([
      { role: 'auditor' },
      { role: 'secretary', bodyId: 'cssc' },
      { role: 'secretary', bodyId: 'other' },
    ]);
    key({ type: 'RevokeRole', role: 'secretary', bodyId: 'other' });
    expect(grants()).toEqual([{ role: 'auditor' }, { role: 'secretary', bodyId: 'cssc' }]);
    key({ type: 'RevokeRole', role: 'auditor' });
    expect(grants()).toEqual([{ role: 'secretary', bodyId: 'cssc' }]);
    expect(actorById(reads(), 'person-1')?.grants).toEqual([]);
    key({ type: 'GrantRole', role: 'auditor' });
    expect(grants()).toHaveLength(2);
  });

  it('is still found, as revoked, when the key is', () => {
    const { reads, key } = actors();
    key({ type: 'GrantRole', role: 'admin' }, { type: 'RevokeKey', reason: 'lost' });
    expect(actorByKeyHash(reads(), secretSha256)).toMatchObject({ revoked: true });
    expect(listActors(reads()).map(({ actorId, revoked }) => [actorId, revoked])).toEqual([
      ['key-1', true],
      ['person-1', false],
    ]);
  });

  it('is nobody where the key was not issued, whatever was granted', () => {
    const { record, key } = actors();
    key({ type: 'GrantRole', role: 'admin' });
    const reads = projected(
      [accessModel],
      record.events.filter(({ event }) => event.type !== 'KeyIssued'),
    );
    expect(actorById(reads, 'key-1')).toBeUndefined();
    expect(actorByKeyHash(reads, secretSha256)).toBeUndefined();
  });
});
