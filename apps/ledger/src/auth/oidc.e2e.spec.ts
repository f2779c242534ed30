import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { patience, startIdentityProvider, startLedger } from '../testing/index.ts';
import type { IdentityProvider, TestLedger } from '../testing/index.ts';

let provider: IdentityProvider;
let ledger: TestLedger;

const enrol = async (actorId: string, subject: string): Promise<void> => {
  const body = { issuer: provider.issuer, subject, label: 'Desk' };
  await ledger.record(`/v1/actors/${actorId}/enrol-subject`, body);
  await ledger.caughtUp();
};

beforeAll(async () => {
  provider = await startIdentityProvider();
  ledger = await startLedger({
    MINUTEBOOK_OIDC_ISSUER: provider.issuer,
    MINUTEBOOK_OIDC_AUDIENCE: 'minutebook',
    MINUTEBOOK_OIDC_ROLE_CLAIM: 'groups',
    MINUTEBOOK_OIDC_ROLES: 'desk=secretary:cssc, auditors=auditor',
  });
  await enrol('ana', 'subject-ana');
  await ledger.record('/v1/actors/ana/grant-role', { role: 'auditor' });
}, patience);
afterAll(async () => {
  await ledger.close();
  await provider.close();
});

const bodies = (key: string) => ledger.get('/v1/bodies', { key });

describe('an access token', () => {
  it('acts as the actor who was enrolled for its subject', async () => {
    const key = await provider.token({ sub: 'subject-ana', groups: ['desk'] });
    expect((await bodies(key)).status).toBe(200);
    const body = { name: 'CSSC', classification: 'committee', timeZone: 'America/Los_Angeles' };
    const { body: receipt } = await ledger.record('/v1/bodies/cssc/establish-body', body, { key });
    const { body: event } = await ledger.get(`/v1/events/${String(receipt.position)}`);
    expect(event).toMatchObject({ metadata: { recordedBy: { actorId: 'ana', role: 'secretary' } } });
  });

  it('brings the roles that its claim stands for, and no more', async () => {
    await enrol('ben', 'subject-ben');
    expect((await bodies(await provider.token({ sub: 'subject-ben' }))).status).toBe(403);
    expect((await bodies(await provider.token({ sub: 'subject-ben', groups: 'auditors' }))).status).toBe(200);
    expect((await bodies(await provider.token({ sub: 'subject-ben', groups: ['admin'] }))).status).toBe(403);
  });

  it('of somebody who is not enrolled is refused', async () => {
    const { status, body } = await bodies(await provider.token({ sub: 'subject-eve', groups: ['auditors'] }));
    expect(status).toBe(403);
    expect(body).toMatchObject({ code: 'ACTOR_NOT_ENROLLED' });
  });

  const now = Math.floor(Date.now() / 1000);
  it.each([
    ['for another audience', { aud: 'other' }],
    ['of another issuer', { iss: 'http://127.0.0.1:1' }],
    ['that has expired', { exp: now - 120 }],
    ['that is not valid yet', { nbf: now + 3600 }],
    ['without a subject', { sub: undefined }],
    ['without an end', { exp: undefined }],
  ])('%s is refused', async (_what, claims) => {
    const { status, headers, body } = await bodies(await provider.token({ sub: 'subject-ana', ...claims }));
    expect([status, body.code]).toEqual([401, 'TOKEN_NOT_ACCEPTED']);
    expect(headers['www-authenticate']).toContain('invalid_token');
  });

  it('may be as late as clocks may differ', async () => {
    expect((await bodies(await provider.token({ sub: 'subject-ana', exp: now - 5 }))).status).toBe(200);
  });

  it('that somebody else signed is refused, and one that nobody signed', async () => {
    expect((await bodies(await provider.forgedToken({ sub: 'subject-ana' }))).status).toBe(401);
    const [, payload = ''] = (await provider.token({ sub: 'subject-ana' })).split('.');
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`;
    expect((await bodies(unsigned)).status).toBe(401);
  });

  it('is worth nothing once the roles are revoked', async () => {
    await enrol('cora', 'subject-cora');
    await ledger.record('/v1/actors/cora/grant-role', { role: 'auditor' });
    const key = await provider.token({ sub: 'subject-cora' });
    expect((await bodies(key)).status).toBe(200);
    await ledger.record('/v1/actors/cora/revoke-role', { role: 'auditor' });
    expect((await bodies(key)).status).toBe(403);
  });
});

describe('a person', () => {
  it('is one actor', async () => {
    const body = { issuer: provider.issuer, subject: 'subject-ana', label: 'Again' };
    const { status, body: problem } = await ledger.post('/v1/actors/ana-2/enrol-subject', body);
    expect(status).toBe(409);
    expect(problem).toMatchObject({ code: 'SUBJECT_EXISTS', inputs: { actorId: 'ana' } });
  });

  it('is kept as a hash', async () => {
    const events = await ledger.ports.store.readStream('access-ana');
    expect(JSON.stringify(events)).not.toContain('subject-ana');
  });
});

describe('without an identity provider', () => {
  it(
    'a token cannot be checked now: that is not its fault',
    async () => {
      const other = await startIdentityProvider();
      const cut = await startLedger({
        MINUTEBOOK_OIDC_ISSUER: other.issuer,
        MINUTEBOOK_OIDC_AUDIENCE: 'minutebook',
      });
      const key = await other.token({ sub: 'subject-ana' });
      other.setBroken(true);
      expect((await cut.get('/v1/bodies', { key })).body).toMatchObject({
        status: 503,
        code: 'ISSUER_UNAVAILABLE',
      });
      other.setBroken(false);
      expect((await cut.get('/v1/bodies', { key })).body).toMatchObject({ code: 'ACTOR_NOT_ENROLLED' });
      await cut.close();
      await other.close();
    },
    patience,
  );

  it(
    'no token is accepted',
    async () => {
      const plain = await startLedger();
      const key = await provider.token({ sub: 'subject-ana' });
      expect((await plain.get('/v1/bodies', { key })).body).toMatchObject({ code: 'TOKEN_NOT_ACCEPTED' });
      await plain.close();
    },
    patience,
  );
});

describe('guessing', () => {
  it(
    'is slowed down, without locking out who is known already',
    async () => {
      const slow = await startLedger({ MINUTEBOOK_AUTH_FAILURE_LIMIT: '3' });
      await slow.get('/v1/bodies');
      const statuses: number[] = [];
      for (let i = 0; i < 5; i++) statuses.push((await slow.get('/v1/bodies', { key: `guess-${i}` })).status);
      expect(statuses).toEqual([401, 401, 401, 429, 429]);
      expect((await slow.get('/v1/bodies')).status).toBe(200);
      await slow.close();
    },
    patience,
  );
});
