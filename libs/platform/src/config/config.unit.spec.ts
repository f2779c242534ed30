import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ConfigError, loadConfig } from './config.ts';
import { settings, settingsTable } from './settings.ts';

const problemsOf = (env: Record<string, string>): readonly string[] => {
  try {
    loadConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
};

describe('configuration', () => {
  it('needs nothing to be set', () => {
    expect(loadConfig({})).toMatchObject({
      data: resolve('data'),
      ledgerHost: '127.0.0.1',
      ledgerPort: 3000,
      feedPort: 3001,
      logLevel: 'info',
      trustProxy: false,
      oidcIssuer: undefined,
      oidcRoles: [],
    });
  });

  it('reads what is set and takes an empty variable as not set', () => {
    const config = loadConfig({
      MINUTEBOOK_LEDGER_PORT: '0',
      MINUTEBOOK_PUBLIC_URL: 'https://minutes.example/',
      MINUTEBOOK_LOG_LEVEL: '',
      MINUTEBOOK_TRUST_PROXY: '10.0.0.0/8, ::1',
    });
    expect(config).toMatchObject({
      ledgerPort: 0,
      publicUrl: 'https://minutes.example',
      logLevel: 'info',
      trustProxy: ['10.0.0.0/8', '::1'],
    });
  });

  it.each([
    ['MINUTEBOOK_LEDGER_PORT', '99999', 'whole number from 0 to 65535'],
    ['MINUTEBOOK_FEED_PORT', 'three', 'whole number'],
    ['MINUTEBOOK_LOG_LEVEL', 'loud', 'one of fatal, error'],
    ['MINUTEBOOK_PUBLIC_URL', 'minutes.example', 'https://'],
    ['MINUTEBOOK_TRUST_PROXY', 'everyone', 'number of hops'],
    ['MINUTEBOOK_OIDC_ROLES', 'desk=clerk', 'secretary:cssc'],
    ['MINUTEBOOK_LEDGER_HOST', 'not a host', 'host name'],
  ])('refuses %s=%s and says what is accepted', (name, value, accepted) => {
    const [problem] = problemsOf({ [name]: value });
    expect(problem).toContain(`${name} is "${value}"`);
    expect(problem).toContain(accepted);
  });

  it('names every wrong setting at once', () => {
    expect(problemsOf({ MINUTEBOOK_LEDGER_PORT: 'x', MINUTEBOOK_FEED_PORT: 'y' })).toHaveLength(2);
  });

  it('refuses settings that make sense only together', () => {
    expect(problemsOf({ MINUTEBOOK_OIDC_ISSUER: 'https://id.example' })).toEqual([
      expect.stringContaining('MINUTEBOOK_OIDC_AUDIENCE is not'),
    ]);
    expect(problemsOf({ MINUTEBOOK_OIDC_ROLES: 'desk=secretary:cssc' })).toEqual([
      expect.stringContaining('MINUTEBOOK_OIDC_ROLE_CLAIM is not'),
    ]);
  });

  it('maps values of a claim to roles', () => {
    const { oidcRoles } = loadConfig({
      MINUTEBOOK_OIDC_ROLE_CLAIM: 'groups',
      MINUTEBOOK_OIDC_ROLES: 'desk=secretary:cssc, root=admin',
    });
    expect(oidcRoles).toEqual([
      { claim: 'desk', role: 'secretary', bodyId: 'cssc' },
      { claim: 'root', role: 'admin' },
    ]);
  });

  it('has a table in which every setting stands once with its meaning', () => {
    expect(settingsTable).toHaveLength(Object.keys(settings).length);
    expect(new Set(settingsTable.map(({ name }) => name)).size).toBe(settingsTable.length);
    for (const { name, meaning } of settingsTable) {
      expect(name).toMatch(/^MINUTEBOOK_[A-Z_]+$/);
      expect(meaning).toMatch(/\.$/);
    }
  });

  it('refuses two listeners on one port', () => {
    expect(problemsOf({ MINUTEBOOK_FEED_METRICS_PORT: '3001' })).toEqual([
      'MINUTEBOOK_FEED_METRICS_PORT and MINUTEBOOK_FEED_PORT are both 3001: give each a port of its own.',
    ]);
    expect(problemsOf({ MINUTEBOOK_LEDGER_PORT: '0', MINUTEBOOK_LEDGER_METRICS_PORT: '0' })).toEqual([]);
  });
});
