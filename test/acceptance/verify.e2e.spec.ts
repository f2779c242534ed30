import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cosignNote, formatNote, parseNote, signatureTypes, signerOf } from '#tlog';
import { temporaryFolder } from '../support/product.ts';
import { shell } from '../support/shell.ts';

const samples = join(import.meta.dirname, '../verifier-samples');

describe('minutebook verify', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let key: string;
  const verify = (place: string, ...options: string[]) =>
    shell(
      `npm run -s minutebook -- verify '${place}' --state '${folder.path}/state' ${options.map((one) => `'${one}'`).join(' ')}`,
    );

  beforeAll(async () => {
    folder = await temporaryFolder();
    key = (await readFile(join(samples, 'key'), 'utf8')).trim();
  });
  afterAll(() => folder.remove());

  it('says yes with 0, no with 1, and with 2 that it could not tell', async () => {
    const yes = await verify(join(samples, 'pass/decisions-of-every-manner'), '--key', key);
    expect(yes).toMatchObject({
      code: 0,
      output: expect.stringContaining('Verified: the record is complete'),
    });
    const no = await verify(join(samples, 'fail/two-ballots-swapped-and-signed'), '--key', key);
    expect(no.code).toBe(1);
    expect(no.output).toContain('M5 DIFFERS at entry 38, motion-coordinators revision 10, VoteClosed');
    expect(no.output).toContain('/rollCall/0/option: expected');
    expect((await verify(join(samples, 'nothing-here'), '--key', key)).code).toBe(2);
    expect((await verify('http://127.0.0.1:9/', '--key', key)).code).toBe(2);
    expect((await verify(samples, '--key', 'no key')).code).toBe(2);
    expect((await verify(samples, '--no-such-option')).code).toBe(2);
  });

  it('writes every check and every failure with its place, and prints JSON', async () => {
    const report = join(folder.path, 'report.json');
    const place = join(samples, 'fail/the-tally-changed-and-signed');
    const state = ['--state', join(folder.path, 'another-auditor')];
    const { code, output } = await verify(place, '--key', key, '--json', '--report', report, ...state);
    const written = JSON.parse(await readFile(report, 'utf8')) as { checks: object[]; failures: object[] };
    expect(code).toBe(1);
    expect(output).toContain(JSON.stringify(written, undefined, 2));
    expect(written.checks).toContainEqual(expect.objectContaining({ id: 'M6', outcome: 'failed' }));
    expect(written.failures[0]).toMatchObject({ check: 'M6', place: { type: 'VoteClosed' } });
  });

  it('remembers what it saw: the key at first use, and the last tree', async () => {
    const state = ['--state', join(folder.path, 'first-use')];
    const first = await verify(join(samples, 'pass/one-vote'), ...state);
    expect(first).toMatchObject({ code: 0, output: expect.stringContaining('for the first time') });
    const again = await verify(join(samples, 'pass/one-vote'), ...state);
    expect(again).toMatchObject({ code: 0, output: expect.stringContaining('when you first saw this log') });
    const older = await verify(join(samples, 'pass/empty'), ...state);
    expect(older).toMatchObject({ code: 1, output: expect.stringContaining('K1 ROLLED_BACK') });
    const other = await verify(join(samples, 'fail/another-log-under-the-same-key'), ...state);
    expect(other).toMatchObject({ code: 1, output: expect.stringContaining('K2 HISTORY_REWRITTEN') });
  });

  it('asks for the witnesses of a policy that the auditor names', async () => {
    const copy = join(folder.path, 'copy');
    await cp(join(samples, 'pass/one-vote'), copy, { recursive: true });
    const policy = join(folder.path, 'policy');
    const state = ['--state', join(folder.path, 'with-policy')];
    const witness = signerOf('witness.example', signatureTypes.cosignature, Buffer.alloc(32, 3));
    await writeFile(policy, `log ${key}\nwitness union ${witness.verifier.vkey}\nquorum union\n`);
    const missing = await verify(copy, '--policy', policy, ...state);
    expect(missing.code).toBe(1);
    expect(missing.output).toContain('A3 WITNESSES_MISSING');
    expect(missing.output).toContain('give its policy with --policy');
    const file = join(copy, 'log/checkpoint');
    const note = parseNote(await readFile(file, 'utf8'));
    const signatures = [...note.signatures, cosignNote(witness, note.text, 1_790_000_000)];
    await writeFile(file, formatNote({ ...note, signatures }));
    const cosigned = await verify(copy, '--policy', policy, ...state);
    expect(cosigned.code).toBe(0);
    expect(cosigned.output).toContain(`Cosigned by union at ${new Date(1_790_000_000_000).toISOString()}.`);
  });

  it('tells whether one copy extends another', async () => {
    const diff = (older: string, newer: string) =>
      shell(
        `npm run -s minutebook -- verify-diff '${join(samples, older, 'log')}' '${join(samples, newer, 'log')}'`,
      );
    const extended = await diff('pass/one-vote', 'pass/several-bundles');
    expect(extended).toMatchObject({ code: 0, output: expect.stringContaining('extends the old one') });
    const behind = await diff('pass/several-bundles', 'pass/one-vote');
    expect(behind).toMatchObject({ code: 1, output: expect.stringContaining('has only the first 51 of') });
    const parted = await diff('pass/one-vote', 'fail/the-tally-changed-and-signed');
    expect(parted.code).toBe(1);
    expect(parted.output).toMatch(/part at entry 38: .*\n {2}\/data\/tally\/counts\/0\/value: 3 became \d/);
    expect((await diff('pass/one-vote', 'pass/nothing-here')).code).toBe(2);
  });

  it('says what it cannot do with 2 in the other commands, and what it did not find', async () => {
    const log = join(samples, 'pass/one-vote');
    const run = (command: string) => shell(`npm run -s minutebook -- ${command}`);
    const nobody = await run(`replay '${log}' --body nobody`);
    expect(nobody).toMatchObject({ code: 0, output: expect.stringContaining('There is no public event') });
    const upTo = await run(`replay '${log}' --to 6 --json`);
    const steps = upTo.output.trim().split('\n');
    expect(steps.map((step) => (JSON.parse(step) as { index: number }).index)).toEqual([2, 3, 4, 5, 6]);
    const learned = await run(`diff '${log}' --known-at 2020-01-01 --known-at 2027-01-01`);
    expect(learned).toMatchObject({ code: 0, output: expect.stringContaining('49 events were recorded') });
    expect((await run(`diff '${log}' --known-at 2020-01-01`)).code).toBe(2);
    const proof = join(folder.path, 'proof.json');
    await writeFile(proof, '{}');
    const untrusted = await run(`verify-notice '${proof}'`);
    expect(untrusted).toMatchObject({ code: 2, output: expect.stringContaining('say whom you trust') });
  });
});
