import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeApiKey } from '#platform';
import { establishCommittee, motionInMeeting, patience, startLedger } from '../testing/index.ts';
import type { Method, TestLedger } from '../testing/index.ts';
import { Declarations } from './declarations.ts';
import type { Route } from './declarations.ts';

const ours = 'our-body';
const theirs = 'their-body';

type Grant = Readonly<{ role: 'auditor' | 'secretary' | 'admin'; bodyId?: string }>;
type Caller = Readonly<{ name: string; key: string; grant?: Grant }>;

let ledger: TestLedger;
let callers: readonly Caller[];
/** Something of every category that belongs to our body: a new category needs one here. */
let ids: Readonly<Record<string, string>>;

const grants: readonly Grant[] = [
  { role: 'auditor' },
  { role: 'secretary' },
  { role: 'admin' },
  { role: 'auditor', bodyId: ours },
  { role: 'secretary', bodyId: ours },
  { role: 'admin', bodyId: ours },
  { role: 'auditor', bodyId: theirs },
  { role: 'secretary', bodyId: theirs },
  { role: 'admin', bodyId: theirs },
];

/** What our body keeps beside its meetings. */
async function recordRegisters(): Promise<void> {
  const record = (path: string, fields: object) => ledger.record(`/v1/${path}`, { bodyId: ours, ...fields });
  await record('instruments/our-instrument/register-instrument', { kind: 'bylaws', title: 'Bylaws' });
  await record('cohorts/our-cohort/define-cohort', {
    programId: 'our-programme',
    label: 'Cohort One',
    schoolYear: '2026-27',
    authorityRef: { kind: 'clause', ref: 'bylaws § 1' },
  });
  await record('schools/our-school/register-school', { name: 'Cedar Elementary School' });
  await record('commitments/our-commitment/make-commitment', {
    kind: 'directive',
    title: 'A report on the schools',
    owner: { kind: 'body', ref: ours },
    authorityRef: { motionId: 'our-motion' },
    recordingMode: 'minutes',
    occurredAt: new Date().toISOString(),
  });
  await record('challenges/our-challenge/receive-cure-demand', {
    by: 'An association',
    description: 'A vote without notice',
    actedAt: '2026-01-20',
    allegedSection: '54954.2',
    openSession: true,
  });
}

beforeAll(async () => {
  ledger = await startLedger();
  await establishCommittee(ledger, ours, 1);
  await motionInMeeting(ledger, {
    bodyId: ours,
    meetingId: 'our-meeting',
    motionId: 'our-motion',
    present: ['district-1', 'union-1'],
  });
  const { position } = (await ledger.record(`/v1/bodies/${ours}/end-role`, { roleId: 'co-chair-union' }))
    .body;
  await recordRegisters();
  ids = {
    body: ours,
    meeting: 'our-meeting',
    motion: 'our-motion',
    decision: 'our-motion:vote-1',
    event: String(position),
    instrument: 'our-instrument',
    cohort: 'our-cohort',
    school: 'our-school',
    application: 'our-cohort:our-school',
    commitment: 'our-commitment',
    challenge: 'our-challenge',
  };
  const revoked = await ledger.keyFor('admin');
  await ledger.get('/v1/bodies', { key: revoked });
  await ledger.revoke(revoked);
  const granted = grants.map(async (grant) => ({
    name: `${grant.role} of ${grant.bodyId ?? 'all bodies'}`,
    key: await ledger.keyFor(grant.role, grant.bodyId),
    grant,
  }));
  callers = [
    { name: 'nobody', key: '' },
    { name: 'a wrong key', key: makeApiKey('admin-1').key },
    { name: 'no key at all', key: 'secret' },
    { name: 'a revoked key', key: revoked },
    ...(await Promise.all(granted)),
  ];
  await ledger.caughtUp();
}, patience);
afterAll(() => ledger.close());

/** A request to the route that is about our body wherever it names one, and that no command accepts. */
function requestTo({ path, access }: Route): Readonly<{ url: string; payload: object }> {
  const of = access?.of;
  const category = typeof of === 'object' && 'param' in of ? of.of : undefined;
  const id = category === undefined ? 'some-id' : ids[category];
  if (id === undefined) throw new Error(`the test has nothing of category ${category}`);
  const query = typeof of === 'object' && 'query' in of ? `?${of.query}=${ours}` : '';
  const stream = typeof of === 'object' && 'stream' in of ? `?${of.stream}=body-${ours}` : '';
  const field = typeof of === 'object' && 'field' in of ? { [of.field]: ours } : {};
  return { url: path.replaceAll(/:\w+/g, id) + query + stream, payload: { 'no such field': true, ...field } };
}

const enough: Readonly<Record<string, readonly string[]>> = {
  auditor: ['auditor', 'secretary', 'admin'],
  secretary: ['secretary', 'admin'],
  admin: ['admin'],
};

/** The status of a refusal, or undefined where the route lets pass. */
function refusalOf({ access }: Route, { grant }: Caller): number | undefined {
  if (!access) throw new Error('a route declares nothing');
  if (access.needs === 'anyone') return undefined;
  if (!grant) return 401;
  const { role, bodyId } = grant;
  const inScope =
    bodyId === undefined || access.of === 'anywhere' || (access.of !== 'everywhere' && bodyId === ours);
  return inScope && enough[access.needs]?.includes(role) ? undefined : 403;
}

const routes = (): readonly Route[] => ledger.app.get(Declarations).routes();

describe('access', () => {
  it('is declared by every route', () => {
    expect(routes().length).toBeGreaterThan(80);
    expect(routes().filter(({ access }) => !access)).toEqual([]);
    expect(
      routes()
        .filter(({ access }) => access?.needs === 'anyone')
        .map(({ path }) => path),
    ).toEqual(['/health', '/health/live', '/health/ready']);
  });

  it(
    'is what every route declares, for everybody',
    async () => {
      const wrong: unknown[] = [];
      for (const route of routes()) {
        for (const caller of callers) {
          const { url, payload } = requestTo(route);
          const answer = await ledger.send(route.method as Method, url, payload, caller);
          const refusal = [401, 403].find((status) => status === answer.status);
          if (refusal !== refusalOf(route, caller) || answer.status >= 500)
            wrong.push([route.method, url, caller.name, answer.status, answer.body.code]);
        }
      }
      expect(wrong).toEqual([]);
    },
    patience,
  );

  it('tells who has shown nothing how to authenticate, and who has shown too little what is needed', async () => {
    const nobody = await ledger.get('/v1/bodies', { key: '' });
    expect(nobody.headers['www-authenticate']).toBe('Bearer realm="minutebook"');
    expect(nobody.body).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
    const wrong = await ledger.get('/v1/bodies', { key: 'mbk_x' });
    expect(wrong.headers['www-authenticate']).toContain('error="invalid_token"');
    expect(wrong.body).toMatchObject({ code: 'KEY_NOT_ACCEPTED' });
    const key = await ledger.keyFor('secretary', theirs);
    const forbidden = await ledger.post(`/v1/bodies/${ours}/open-seat`, {}, { key });
    expect(forbidden.body).toMatchObject({
      status: 403,
      code: 'FORBIDDEN',
      inputs: { needs: 'secretary', bodyId: ours },
    });
  });

  it('does not say of what is not there whose it would be', async () => {
    const key = await ledger.keyFor('secretary', theirs);
    expect((await ledger.post('/v1/motions/no-such/second-motion', {}, { key })).status).toBe(404);
    expect((await ledger.get('/v1/motions/no-such', { key })).status).toBe(404);
  });

  it('needs a role in all bodies where the request names none', async () => {
    const key = await ledger.keyFor('auditor', ours);
    expect((await ledger.get(`/v1/motions?bodyId=${ours}`, { key })).status).toBe(200);
    expect((await ledger.get('/v1/motions', { key })).status).toBe(403);
    expect((await ledger.get('/v1/motions')).status).toBe(200);
  });
});

describe('a revocation', () => {
  it('holds from the next request on, whoever revokes', async () => {
    const key = await ledger.keyFor('auditor');
    expect((await ledger.get('/v1/bodies', { key })).status).toBe(200);
    await ledger.record(`/v1/actors/${key.split('_')[1]}/revoke-key`, { reason: 'lost' });
    expect((await ledger.get('/v1/bodies', { key })).status).toBe(401);
  });

  it('made beside the ledger holds from the next request on too', async () => {
    const key = await ledger.keyFor('auditor');
    expect((await ledger.get('/v1/bodies', { key })).status).toBe(200);
    await ledger.revoke(key);
    expect((await ledger.get('/v1/bodies', { key })).status).toBe(401);
  });

  it('of a role leaves the others', async () => {
    const key = await ledger.keyFor('secretary', ours);
    const actor = `/v1/actors/${key.split('_')[1]}`;
    await ledger.record(`${actor}/grant-role`, { role: 'auditor', bodyId: ours });
    await ledger.record(`${actor}/revoke-role`, { role: 'secretary', bodyId: ours });
    expect((await ledger.post(`/v1/bodies/${ours}/open-seat`, {}, { key })).status).toBe(403);
    expect((await ledger.get(`/v1/bodies/${ours}`, { key })).status).toBe(200);
  });
});
