import { describe, expect, it } from '@jest/globals';
import { expectGolden, given, play, stateAfter, stepTime } from '../testing/index.ts';
import { decider, eventTypes, isActive } from './index.ts';
import type { AccessEvent, Command, Grant } from './index.ts';

const facts = { at: stepTime(0) };
const sha256 = 'a'.repeat(64);

const issued: AccessEvent = { type: 'KeyIssued', secretSha256: sha256, label: 'secretary of the committee' };
const enrolled: AccessEvent = {
  type: 'SubjectEnrolled',
  issuer: 'https://id.example',
  subjectSha256: sha256,
  label: 'auditor',
};
const grant: Grant = { role: 'secretary', bodyId: 'cssc' };
const granted: AccessEvent = { type: 'RoleGranted', ...grant };
const revoked: AccessEvent = { type: 'KeyRevoked', reason: 'lost' };

const issueKey: Command = { ...issued, type: 'IssueKey' };
const enrolSubject: Command = { ...enrolled, type: 'EnrolSubject' };

describe('IssueKey', () => {
  it('issues a key', () => {
    given(decider)().when(issueKey, facts).live.records(issued);
  });
  it.each([issued, enrolled])('KEY_EXISTS: one key per actor', (before) => {
    given(decider)(before).when(issueKey, facts).live.rejectedWith('KEY_EXISTS');
  });
  it('KEY_EXPIRED: not one that is dead at birth', () => {
    const expiresAt = facts.at.latest;
    given(decider)()
      .when({ ...issueKey, expiresAt }, facts)
      .live.rejectedWith('KEY_EXPIRED', { expiresAt });
  });
});

describe('EnrolSubject', () => {
  it('enrols a subject', () => {
    given(decider)().when(enrolSubject, facts).live.records(enrolled);
  });
  it('SUBJECT_EXISTS: once', () => {
    given(decider)(enrolled).when(enrolSubject, facts).live.rejectedWith('SUBJECT_EXISTS');
  });
});

describe('GrantRole', () => {
  const grantRole: Command = { type: 'GrantRole', ...grant };

  it.each([issued, enrolled])('grants a role', (before) => {
    given(decider)(before).when(grantRole, facts).live.records(granted);
  });
  it('grants the same role in another body, and in all', () => {
    const history = given(decider)(issued, granted);
    history.when({ ...grantRole, bodyId: 'sd-sc' }, facts).live.records('RoleGranted');
    history.when({ type: 'GrantRole', role: 'secretary' }, facts).live.records('RoleGranted');
  });
  it('ACTOR_UNKNOWN', () => {
    given(decider)().when(grantRole, facts).live.rejectedWith('ACTOR_UNKNOWN');
  });
  it('KEY_REVOKED', () => {
    given(decider)(issued, revoked).when(grantRole, facts).live.rejectedWith('KEY_REVOKED');
  });
  it('GRANT_EXISTS', () => {
    given(decider)(issued, granted).when(grantRole, facts).live.rejectedWith('GRANT_EXISTS', grant);
  });
});

describe('RevokeRole', () => {
  const revokeRole: Command = { type: 'RevokeRole', ...grant };

  it('takes back the grant and no other', () => {
    const elsewhere: Grant = { ...grant, bodyId: 'sd-sc' };
    const history: AccessEvent[] = [issued, granted, { type: 'RoleGranted', ...elsewhere }];
    given(decider)(...history)
      .when(revokeRole, facts)
      .live.records({ type: 'RoleRevoked', ...grant });
    expect(stateAfter(decider, [...history, { type: 'RoleRevoked', ...grant }]).grants).toEqual([elsewhere]);
  });
  it('ACTOR_UNKNOWN', () => {
    given(decider)().when(revokeRole, facts).live.rejectedWith('ACTOR_UNKNOWN');
  });
  it('GRANT_UNKNOWN', () => {
    given(decider)(issued, { type: 'RoleGranted', role: 'secretary' })
      .when(revokeRole, facts)
      .live.rejectedWith('GRANT_UNKNOWN', grant);
  });
});

describe('RevokeKey', () => {
  const revokeKey: Command = { type: 'RevokeKey', reason: 'lost' };

  it('revokes the key', () => {
    given(decider)(issued).when(revokeKey, facts).live.records(revoked);
  });
  it.each([
    ['ACTOR_UNKNOWN', []],
    ['KEY_UNKNOWN', [enrolled]],
    ['KEY_REVOKED', [issued, revoked]],
  ])('%s', (code, history) => {
    given(decider)(...history)
      .when(revokeKey, facts)
      .live.rejectedWith(code);
  });
});

describe('isActive', () => {
  const expiring: AccessEvent = { ...issued, expiresAt: '2026-12-31T23:59:59-08:00' };

  it.each([
    ['nobody', [], false],
    ['a key', [issued], true],
    ['a subject', [enrolled], true],
    ['a revoked key', [issued, revoked], false],
    ['a key that has not expired', [expiring], true],
  ])('%s', (_what, history, active) => {
    expect(isActive(stateAfter(decider, history), '2027-01-01T07:00:00Z')).toBe(active);
  });
  it('a key that has expired', () => {
    expect(isActive(stateAfter(decider, [expiring]), '2027-01-01T08:00:00Z')).toBe(false);
  });
});

it('keeps the stored shape of its events', () => {
  const steps = (commands: readonly Command[]) => commands.map((command) => ({ command, facts }));
  const events = [
    ...play(
      decider,
      steps([
        { ...issueKey, expiresAt: '2027-08-01T00:00:00Z' },
        { type: 'GrantRole', ...grant },
        { type: 'RevokeRole', ...grant },
        { type: 'RevokeKey', reason: 'lost' },
      ]),
    ),
    ...play(decider, steps([enrolSubject])),
  ];
  expectGolden('access', eventTypes, events);
});
