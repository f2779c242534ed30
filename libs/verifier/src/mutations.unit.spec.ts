import { describe, expect, it } from '@jest/globals';
import { memorySource, trustKeys, Verification } from './index.ts';
import type { Report } from './index.ts';
import {
  longRecord,
  namesCause,
  Random,
  recordFor,
  recordOf,
  serveLog,
  tamperings,
  testSigner,
  usualRecord,
} from './testing/index.ts';
import type { Tampered } from './testing/index.ts';

/**
 * Mutations of each kind, some 2 400 in all. `MINUTEBOOK_MUTATIONS=500 npm run -s jest -- libs/verifier/src/mutations`
 * makes ten times as many, and `MINUTEBOOK_MUTATION_SEED` others.
 */
const each = Number(process.env.MINUTEBOOK_MUTATIONS ?? 50);
const seed = Number(process.env.MINUTEBOOK_MUTATION_SEED ?? 20260901);

const trust = trustKeys([testSigner.verifier.vkey]);

async function verified({ resources, seen }: Tampered): Promise<Report> {
  const verification = new Verification();
  const note = Buffer.from(resources.get('checkpoint') ?? '').toString();
  const report = await verification.extend(memorySource(resources), note, trust, seen ? { seen } : {});
  verification.close();
  return report;
}

/** What the verifier did not see, or did not give the right cause of. */
async function missed(kind: string): Promise<readonly unknown[]> {
  const missing: unknown[] = [];
  const entries = recordFor(kind);
  for (let n = 0; n < each; n++) {
    const tampered = tamperings[kind]?.(entries, new Random(seed + n));
    const report = tampered && (await verified(tampered));
    if (report?.verdict === 'not_verified' && namesCause(report, tampered!)) continue;
    const { checks, at } = tampered ?? {};
    const failures = report?.failures.slice(0, 3);
    missing.push({ n, verdict: report?.verdict, expected: { checks, at }, failures });
  }
  return missing;
}

describe('tampering', () => {
  it.each(Object.keys(tamperings))(
    'is seen, and its cause named: %s',
    async (kind) => {
      expect(await missed(kind)).toEqual([]);
    },
    10_000 + 200 * each,
  );

  it.each([
    ['the usual one', usualRecord],
    ['one of several bundles', longRecord],
    ['one of commitments', () => recordOf('commitments')],
    ['one of a programme', () => recordOf('programme')],
  ])('is what the records show none of: %s', async (_what, record) => {
    const { resources } = serveLog(record());
    expect(await verified({ resources, checks: [] })).toMatchObject({ verdict: 'verified', failures: [] });
  });
});
