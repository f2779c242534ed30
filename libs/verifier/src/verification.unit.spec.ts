import { describe, expect, it } from '@jest/globals';
import { cosignNote, formatNote, parseNote, signatureTypes, signerOf } from '#tlog';
import { memorySource, trustKeys, trustPolicy, Unreachable, Verification } from './index.ts';
import type { LogSource, Report } from './index.ts';
import { rulesId } from '#recording';
import { draftOf, entryText, recordOf, serveLog, testSigner } from './testing/index.ts';

const trust = trustKeys([testSigner.verifier.vkey]);
const record = recordOf('deciding');

const noteOf = (resources: ReadonlyMap<string, Uint8Array>): string =>
  Buffer.from(resources.get('checkpoint') ?? '').toString();

async function verify(entries: readonly string[], verification = new Verification()): Promise<Report> {
  const { resources } = serveLog(entries);
  return verification.extend(memorySource(resources), noteOf(resources), trust);
}

const codes = ({ failures }: Report) => failures.map(({ check, code }) => `${check} ${code}`);

describe('a verification', () => {
  it('finds nothing in a record that a ledger made, and says which checks it made', async () => {
    const report = await verify(record);
    expect(report).toMatchObject({ verdict: 'verified', failures: [], cannotTell: [], size: record.length });
    const made = report.checks.filter((check) => check.made > 0).map(({ id }) => id);
    expect(made).toEqual(expect.arrayContaining(['A1', 'A2', 'C1', 'C5', 'I1', 'I3', 'M2', 'M3', 'M10']));
  });

  it('goes on from where it was, to the same end as from the beginning, also through its bytes', async () => {
    for (const size of [1, 7, 60, record.length - 1]) {
      const first = new Verification();
      expect(await verify(record.slice(0, size), first)).toMatchObject({ verdict: 'verified', size });
      const second = new Verification(first.snapshot());
      expect(second.size).toBe(size);
      expect(await verify(record, second)).toEqual({
        ...(await verify(record)),
        checks: expect.arrayContaining([expect.objectContaining({ id: 'K1', outcome: 'passed' })]),
      });
    }
  });

  it('stays where it was when the log does not go on as it began', async () => {
    const verification = new Verification();
    await verify(record.slice(0, 60), verification);
    const other = record.map((entry, i) => {
      const draft = draftOf(entry);
      if (i === 3) draft.data.name = 'Another name';
      return entryText(draft);
    });
    expect(codes(await verify(other, verification))).toContain('C5 ROOT_DIFFERS');
    expect(verification.size).toBe(60);
    expect(await verify(record, verification)).toMatchObject({ verdict: 'verified' });
    expect(codes(await verify(record.slice(0, 50), verification))).toEqual(['K1 ROLLED_BACK']);
  });

  it('tells who was judged by other rules, and by none that are named', async () => {
    const named = (rules: string, change: (draft: ReturnType<typeof draftOf>) => void = () => undefined) =>
      record.map((entry) => {
        const draft = draftOf(entry);
        if (draft.type !== 'SeatFilled') return entry;
        change(draft);
        return entryText({ ...draft, rules });
      });
    const own = await verify(named(rulesId));
    expect(own).toMatchObject({
      verdict: 'verified',
      cannotTell: [],
      rules: { verifier: rulesId, others: {} },
    });
    expect(own.rules.unnamed).toBe((await verify(record)).rules.unnamed - 4);
    const other = await verify(named('0-abc'));
    expect(other).toMatchObject({ verdict: 'cannot_tell', failures: [], rules: { others: { '0-abc': 4 } } });
    expect(other.cannotTell).toHaveLength(4);
    expect(other.cannotTell[0]).toMatchObject({ check: 'M17', code: 'OTHER_RULES', field: '/rules' });
    const differing = await verify(
      named('0-abc', (draft) => {
        draft.findings = [{ code: 'AUTHORITY_MISSING', severity: 'irregular', inputs: {} }];
      }),
    );
    expect(differing.failures).toEqual([]);
    expect(differing.cannotTell.map(({ check }) => check)).toContain('M10');
  });

  it('counts what is hidden and does not hold it against the record', async () => {
    const index = record.findIndex((entry) => entry.includes('"type":"ConsensusPositionChanged"'));
    const { position, recordedAt } = draftOf(record[index] ?? '');
    const hidden = {
      ...{ v: 1, kind: 'commitment', position, recordedAt },
      ...{ streamClass: 'motion', typeClass: 'proceedings', commitment: 'a'.repeat(64) },
    };
    const report = await verify(record.with(index, entryText(hidden)));
    expect(report).toMatchObject({ verdict: 'verified', failures: [] });
    expect(report.cannotTell[0]).toMatchObject({ check: 'I3', code: 'HIDDEN', field: '/revision' });
    const wrongClass = record.with(index, entryText({ ...hidden, streamClass: 'access' }));
    expect(codes(await verify(wrongClass))).toContain('I3 REVISION_MISSING');
  });

  it('cannot tell what an entry or an event of a later version means', async () => {
    const last = draftOf(record.at(-1) ?? '');
    for (const change of [{ v: 2 }, { schemaVersion: 7 }, { type: 'MotionSung' }]) {
      const report = await verify(record.with(-1, entryText({ ...last, ...change })));
      expect(report).toMatchObject({ verdict: 'cannot_tell', failures: [] });
    }
  });

  it('refuses the key of another log', async () => {
    const { resources } = serveLog(record);
    const other = signerOf('somebody.example/else', signatureTypes.ed25519, Buffer.alloc(32, 9));
    const report = await new Verification().extend(
      memorySource(resources),
      noteOf(resources),
      trustKeys([other.verifier.vkey]),
    );
    expect(codes(report)).toEqual(['A1 OTHER_LOG', 'A2 NOT_SIGNED_BY_LOG']);
  });

  it('asks for the witnesses whom the policy asks for', async () => {
    const witness = signerOf('witness.example', signatureTypes.cosignature, Buffer.alloc(32, 3));
    const policy = `log ${testSigner.verifier.vkey}\nwitness union ${witness.verifier.vkey}\nquorum union\n`;
    const { resources } = serveLog(record);
    const note = parseNote(noteOf(resources));
    const cosigned = formatNote({
      ...note,
      signatures: [...note.signatures, cosignNote(witness, note.text, 1_790_000_000)],
    });
    const extend = (text: string) =>
      new Verification().extend(memorySource(resources), text, trustPolicy(policy));
    expect(codes(await extend(noteOf(resources)))).toEqual(['A3 WITNESSES_MISSING']);
    expect(await extend(cosigned)).toMatchObject({
      verdict: 'verified',
      cosignatures: [{ witness: 'union', at: new Date(1_790_000_000_000).toISOString() }],
    });
    const [witnessLine = ''] = cosigned.split('\n').slice(-2);
    const forged = cosigned.replace(witnessLine, witnessLine.replace(/.{8}$/, 'AAAAAAA='));
    expect(codes(await extend(forged))).toContain('A3 SIGNATURE_WRONG');
  });

  it('goes on after a kill from what it had made durable, and throws where the log cannot be read', async () => {
    const { recordedAt } = draftOf(record[0] ?? '');
    const commitments = Array.from({ length: 85 * 256 }, (_, i) => {
      const commitment = i.toString(16).padStart(64, '0');
      return entryText({
        ...{ v: 1, kind: 'commitment', position: i + 1, recordedAt },
        ...{ streamClass: 'access', typeClass: 'administration', commitment },
      });
    });
    const { resources } = serveLog(commitments);
    const source = memorySource(resources);
    const broken: LogSource = {
      name: 'broken',
      read: (path) =>
        path === 'tile/entries/084' ? Promise.reject(new Unreachable('the line was cut')) : source.read(path),
    };
    const verification = new Verification();
    const options = { resumable: true };
    await expect(verification.extend(broken, noteOf(resources), trust, options)).rejects.toThrow(Unreachable);
    expect(verification.size).toBe(80 * 256);
    expect(await verification.extend(source, noteOf(resources), trust, options)).toMatchObject({
      verdict: 'verified',
      size: commitments.length,
    });
  });
});
