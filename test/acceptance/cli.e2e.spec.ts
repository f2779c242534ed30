import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { readAll, readLedger } from '../support/ledger-reads.ts';
import { startProduct, temporaryFolder } from '../support/product.ts';
import type { Product } from '../support/product.ts';
import { shell } from '../support/shell.ts';
import type { Ran } from '../support/shell.ts';

jest.setTimeout(120_000);

describe('minutebook beside a running ledger', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let product: Product;
  const minutebook = (command: string, env: Readonly<Record<string, string>> = {}): Promise<Ran> =>
    shell(`npm run -s minutebook -- ${command}`, { MINUTEBOOK_DATA: product.data, ...env });
  const keyOf = ({ output }: Ran): string => /mbk_\S+/.exec(output)?.[0] ?? '';
  const position = async (): Promise<number> => (await readAll(product, 'events?limit=200')).length;
  const files = {
    reference: 'apps/cli/reference/los-angeles-and-san-diego.json',
    example: 'apps/cli/reference/example-meeting.json',
  };

  beforeAll(async () => {
    folder = await temporaryFolder();
    product = await startProduct(join(folder.path, 'data'), ['--empty']);
  });

  afterAll(async () => {
    await product.interrupt();
    await folder.remove();
  });

  it('imports a history, and the second time records nothing', async () => {
    const key = keyOf(await minutebook('keys create --role secretary --label Import'));
    const run = (): Promise<Ran> =>
      minutebook(`import ${files.reference} --url ${product.ledger}`, { MINUTEBOOK_KEY: key });
    expect((await run()).output).toContain('82 operations recorded; findings: 21 × VOTING_RIGHT_UNKNOWN');
    const before = await position();
    const again = await run();
    expect(again).toMatchObject({ code: 0 });
    expect(again.output).toContain('82 operations recorded, 82 of them before');
    expect(await position()).toBe(before);
  });

  it('stops an import at the entry that is refused, and names it', async () => {
    const file = join(folder.path, 'wrong.json');
    const operations = [
      { operation: 'registerOrganization', target: 'organizations/new', body: { name: 'New' } },
      {
        operation: 'openSeat',
        target: 'bodies/nowhere',
        body: { seatId: 's', label: 'S', nominatorIds: [], votingRight: 'full' },
      },
    ];
    await writeFile(file, JSON.stringify({ history: 'wrong', operations }));
    const key = keyOf(await minutebook('keys create --role secretary'));
    const ran = await minutebook(`import ${file} --url ${product.ledger} --key ${key}`);
    expect(ran.code).toBe(1);
    expect(ran.output).toMatch(/entry 2 of 2 \(\/v1\/bodies\/nowhere\/open-seat\): BODY_UNKNOWN/);
  });

  it.each([
    ['import no-such-file.json --key k', 'cannot read no-such-file.json'],
    ['import apps/cli/reference/sources.json --key k', 'needs "history"'],
    [`import ${files.example} --key k --url http://127.0.0.1:1`, 'is it running?'],
    [`import ${files.example}`, 'give an API key'],
    ['keys revoke nobody', 'there is no key nobody'],
    ['keys list --data no-such-folder', 'there is no ledger in no-such-folder'],
    ['keys create --role king', 'Allowed choices are secretary, auditor, admin'],
    ['keys create --role auditor --expires soon', 'is no instant'],
    ['start --ledger-port lots', 'whole number'],
  ])('%s: says what is wrong', async (command, message) => {
    const ran = await minutebook(command, { MINUTEBOOK_KEY: '' });
    expect(ran.code).toBe(1);
    expect(ran.output).toContain(message);
    expect(ran.output).not.toContain('    at ');
  });

  it('gives a key that is good at once and worthless once it is revoked', async () => {
    const created = await minutebook('keys create --role auditor --label "Audit 2026"');
    const key = keyOf(created);
    const id = key.split('_')[1] ?? '';
    expect(await readLedger(product, 'bodies', key)).toHaveProperty('items');
    expect((await minutebook('keys list')).output).toContain(`${id}\tgood\tauditor\tAudit 2026`);

    expect((await minutebook(`keys revoke ${id} --reason "end of term"`)).code).toBe(0);
    await expect(readLedger(product, 'bodies', key)).rejects.toThrow('HTTP 401');
    expect((await minutebook('keys list')).output).toContain(`${id}\trevoked\tauditor\tAudit 2026`);
  });

  it('gives a key for one body that is good for no other', async () => {
    const key = keyOf(await minutebook('keys create --role secretary --body sd-sc'));
    const post = (body: string): Promise<Response> =>
      fetch(`${product.ledger}/v1/bodies/${body}/define-constituency`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        body: JSON.stringify({ constituencyId: 'parents', name: 'Parents' }),
      });
    expect((await post('sd-sc')).status).toBe(201);
    expect((await post('cssc')).status).toBe(403);
  });

  it('makes the read models anew while they are read', async () => {
    const before = await readLedger(product, 'bodies/cssc/composition?asOf=2020');
    const rebuilt = await minutebook('rebuild');
    expect(rebuilt).toMatchObject({ code: 0 });
    expect(rebuilt.output).toContain(`everything up to position ${await position()}.`);
    expect(await readLedger(product, 'bodies/cssc/composition?asOf=2020')).toEqual(before);
  });
});
