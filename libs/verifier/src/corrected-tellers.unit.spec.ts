import { describe, expect, it } from '@jest/globals';
import { rulesId } from '#recording';
import { memorySource, trustKeys, Verification } from './index.ts';
import type { Report } from './index.ts';
import {
  draftOf,
  entryText,
  indicesOf,
  recordOf,
  serveLog,
  testSigner,
  withChanged,
} from './testing/index.ts';
import type { Draft } from './testing/index.ts';

/** The rules have other versions for what they say of other acts: this record is judged by those of today. */
const record = recordOf('secret').map((entry) => {
  const draft = draftOf(entry);
  return 'rules' in draft ? entryText({ ...draft, rules: rulesId }) : entry;
});

async function verify(entries: readonly string[]): Promise<Report> {
  const { resources } = serveLog(entries);
  const note = Buffer.from(resources.get('checkpoint') ?? '').toString();
  return new Verification().extend(memorySource(resources), note, trustKeys([testSigner.verifier.vkey]));
}

async function checksFailing(type: string, change: (draft: Draft) => void): Promise<readonly string[]> {
  const [index = -1] = indicesOf(record, type);
  return (await verify(withChanged(record, index, change))).failures.map(({ check }) => check);
}

const other = [
  { option: 'yes', value: 2, constituencyId: 'district' },
  { option: 'no', value: 2, constituencyId: 'union' },
];

describe('a corrected report of tellers', () => {
  it('is decided again, and found right as a ledger recorded it', async () => {
    expect(await verify(record)).toMatchObject({ verdict: 'verified', failures: [], cannotTell: [] });
  });

  it.each<[string, string, (draft: Draft) => void]>([
    ['says other totals than it restates', 'VoteTellersReportCorrected', ({ data }) => (data.to = other)],
    ['corrects another report', 'VoteTellersReportCorrected', ({ data }) => (data.from = other)],
    [
      'counts more ballots than voters',
      'VoteTellersReportCorrected',
      ({ data }) => (data.to = [{ option: 'yes', value: 9, constituencyId: 'union' }]),
    ],
    [
      'claims an authority that there is not',
      'VoteTellersReportCorrected',
      ({ data }) => (data.authority = { kind: 'motion', motionId: 'budget', motionRevision: 1 }),
    ],
    ['hides that the outcome changed', 'TallyRestated', ({ data }) => (data.changesOutcome = true)],
  ])('is found wrong where it %s', async (_what, type, change) => {
    expect(await checksFailing(type, change)).not.toEqual([]);
  });
});
