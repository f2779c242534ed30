import type { Remark, Report } from '../report/report.ts';
import { trustKeys } from '../log/trust.ts';
import { memorySource } from '../log/source.ts';
import { Verification } from '../verification.ts';
import { Random } from './random.ts';
import { indicesOf, longRecord, recordOf } from './records.ts';
import { checkpointOf, serveLog, testSigner } from './served-log.ts';
import { recordFor, tamperings, usualRecord } from './tampering.ts';
import type { Tampered } from './tampering.ts';

/** A sample for whoever writes a verifier: files by path, among them `expected.json`. */
export type Sample = Readonly<{ name: string; files: ReadonlyMap<string, Uint8Array> }>;

/** What another verifier must come to, too: everything but the words. */
export type Expected = Readonly<{
  verdict: Report['verdict'];
  failures: readonly Pick<Remark, 'check' | 'code' | 'place' | 'field'>[];
  cannotTell: readonly Pick<Remark, 'check' | 'code' | 'place' | 'field'>[];
}>;

const told = ({ check, code, place, field }: Remark) => ({
  ...{ check, code, place },
  ...(field !== undefined && { field }),
});

export const expectedOf = ({ verdict, failures, cannotTell }: Report): Expected => ({
  verdict,
  failures: failures.map(told),
  cannotTell: cannotTell.map(told),
});

export const sampleTrust = trustKeys([testSigner.verifier.vkey]);

async function sample(name: string, { resources, seen }: Omit<Tampered, 'checks'>): Promise<Sample> {
  const verification = new Verification();
  const note = Buffer.from(resources.get('checkpoint') ?? '').toString();
  const options = seen ? { seen } : {};
  const report = await verification.extend(memorySource(resources), note, sampleTrust, options);
  verification.close();
  const files = new Map([...resources].map(([path, bytes]) => [`log/${path}`, bytes]));
  if (seen) files.set('seen-before', Buffer.from(checkpointOf(testSigner, seen.size, seen.root)));
  files.set('expected.json', Buffer.from(`${JSON.stringify(expectedOf(report), undefined, 2)}\n`));
  return { name, files };
}

/** The record of one committee up to its first vote. */
function untilFirstVote(): readonly string[] {
  const record = recordOf('corrected');
  return record.slice(0, (indicesOf(record, 'MotionAdopted')[0] ?? 0) + 1);
}

const folderOf = (kind: string): string =>
  kind
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');

/** As little as will do; minutes are approved after the vote. */
function fitFor(kind: string, record: readonly string[]): readonly string[] {
  const whole = recordFor(kind);
  return whole.length === usualRecord().length && !/minutes|cited/.test(kind) ? record : whole;
}

const seed = 1;

/** All samples: a record that must pass, whole, of several bundles, and hidden in part; and one for every kind of tampering. */
export async function* samples(): AsyncGenerator<Sample> {
  const record = untilFirstVote();
  yield sample('pass/one-vote', serveLog(record));
  yield sample('pass/empty', serveLog([]));
  yield sample('pass/several-bundles', serveLog(longRecord()));
  yield sample('pass/decisions-of-every-manner', serveLog(recordOf('deciding')));
  yield sample('pass/hidden-in-part', serveLog(recordOf('hidden')));
  yield sample('pass/cohorts-and-schools', serveLog(recordOf('programme')));
  yield sample('pass/commitments', serveLog(recordOf('commitments')));
  for (const [kind, tamper] of Object.entries(tamperings))
    yield sample(`fail/${folderOf(kind)}`, tamper(fitFor(kind, record), new Random(seed)));
}
