import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { patience, startLedger } from '../testing/index.ts';
import type { TestLedger } from '../testing/index.ts';

let ledger: TestLedger;
beforeAll(async () => {
  ledger = await startLedger();
}, patience);
afterAll(() => ledger.close());

const register = (id: string, body: object) =>
  ledger.post(`/v1/organizations/${id}/register-organization`, body);

describe('registerOrganization', () => {
  it('answers with a receipt, the revision and the position', async () => {
    const { status, headers, body } = await register('utla', {
      name: 'United Teachers',
      otherNames: ['UTLA'],
    });
    expect(status).toBe(201);
    expect(body).toEqual({
      stream: 'organization-utla',
      streamRevision: 0,
      position: expect.stringMatching(/^\d+$/) as unknown,
      events: [{ eventId: expect.any(String) as unknown, type: 'OrganizationRegistered', revision: 0 }],
      findings: [],
    });
    expect(headers).toMatchObject({
      etag: '"0"',
      'minutebook-position': body.position,
    });
  });

  it('registers an organization once', async () => {
    await register('sdea', { name: 'San Diego Education Association' });
    const { status, body } = await register('sdea', { name: 'SDEA' });
    expect(status).toBe(409);
    expect(body).toMatchObject({
      code: 'ORGANIZATION_EXISTS',
      inputs: { name: 'San Diego Education Association' },
    });
  });

  it('is in the read models after its position', async () => {
    await register('lausd', { name: 'LAUSD' });
    await ledger.caughtUp();
    expect((await ledger.get('/health/ready')).status).toBe(200);
  });
});
