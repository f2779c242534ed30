import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MemoryEventStore } from '#event-store';
import { atInstant } from '#governance';
import type { DomainEvent, Recorded, When } from '#governance';
import { canonicalJson, decodePublicEntry, readEntries, recordedOf } from '#public-record';
import type { EventEntry } from '#public-record';
import {
  cosignNote,
  formatCheckpoint,
  formatNote,
  leafHash,
  signatureTypes,
  signerOf,
  signNote,
  subtreesFromTiles,
} from '#tlog';
import {
  checkpointsStream,
  encodeRecord,
  HashFiles,
  logStream,
  openCoverage,
  openLogRecords,
  proveEntry,
  tilesIn,
} from '#transparency-log';
import type { CheckpointRecord, LogRecord } from '#transparency-log';
import { logSigner, newFolder, origin, publish, rootOf } from '#transparency-log/testing';
import { checkNoticeProof, trustPolicy } from '#verifier';
import { noticeProof } from './index.ts';
import type { NoticeProofView } from './index.ts';

/** The meeting begins then; hours are counted from it. */
const start = Date.parse('2026-09-08T23:00:00Z');
const at = (hours: number): number => start + hours * 3_600_000;
const when = (hours: number): When => atInstant(new Date(at(hours)).toISOString());
const union = signerOf('union.example.org', signatureTypes.cosignature, Buffer.alloc(32, 1));
const witnesses = `witness union ${union.verifier.vkey}\nquorum union\n`;
const policy = `log ${logSigner().verifier.vkey}\n${witnesses}`;

let folder: string;
let store: MemoryEventStore;
let files: HashFiles;
let lengths: Record<string, number>;
beforeAll(async () => {
  folder = newFolder();
  store = new MemoryEventStore();
  files = await HashFiles.open(folder);
  lengths = {};
  await write();
});
afterAll(() => {
  files.close();
  rmSync(folder, { recursive: true });
});

const revisionAfter = (stream: string): number => (lengths[stream] = (lengths[stream] ?? -1) + 1);

function entryOf(stream: string, hours: number, { type, ...data }: DomainEvent): string {
  const entry: EventEntry = {
    v: 1,
    kind: 'event',
    position: files.size + 1,
    eventId: `${stream}-${type}-${files.size}`,
    stream,
    revision: revisionAfter(stream),
    type,
    schemaVersion: 1,
    occurredAt: when(hours),
    recordedAt: when(hours).earliest,
    recordedBy: { actorId: 'secretary', role: 'secretary' },
    recordingMode: 'live',
    visibility: 'public',
    data,
    commandId: 'c',
    correlationId: 'c',
  };
  return canonicalJson(entry);
}

async function record(stream: string, hours: number, event: DomainEvent): Promise<void> {
  const text = entryOf(stream, hours, event);
  await publish(store, files.size, [text]);
  files.append([leafHash(Buffer.from(text))]);
}

async function append(stream: string, one: CheckpointRecord | LogRecord): Promise<void> {
  const after = revisionAfter(stream) - 1;
  await store.append(stream, after < 0 ? 'noStream' : after, [encodeRecord(one, after)]);
}

/** A checkpoint of all that is recorded, cosigned at a time. */
async function cosigned(hours: number): Promise<void> {
  const { size } = files;
  const root = await rootOf(store, size);
  const text = formatCheckpoint({ origin, size, root: Buffer.from(root, 'base64') });
  const signatures = [signNote(logSigner(), text), cosignNote(union, text, at(hours) / 1000)];
  const note = formatNote({ text, signatures });
  await append(checkpointsStream, { type: 'CheckpointPublished', size, root, note });
}

const zone = 'America/Los_Angeles';
const scheduledFor = (bodyId: string): DomainEvent => ({
  type: 'MeetingScheduled',
  bodyId,
  meetingType: 'regular',
  startsAt: when(0),
  timeZone: zone,
  places: [],
});

const posting = (postingId: string, itemIds: readonly string[]): DomainEvent => ({
  type: 'AgendaPosted',
  postingId,
  places: [
    { kind: 'physical', description: 'the door' },
    { kind: 'web', description: 'the site' },
  ],
  itemIds,
});

const clause = { clauseId: 'c', number: '4.1', text: 'The agenda is posted five days before a meeting.' };
const terms = { kind: 'notice', notice: { of: 'agenda', days: 5 } } as const;
const bylaws: readonly DomainEvent[] = [
  { type: 'InstrumentRegistered', bodyId: 'club', kind: 'bylaws', timeZone: zone, title: 'Bylaws' },
  {
    type: 'InstrumentVersionProposed',
    versionId: 'v',
    operations: [{ kind: 'insertion', clause }],
    fullTextSha256: '0'.repeat(64),
  },
  {
    type: 'InstrumentVersionAdopted',
    versionId: 'v',
    requiredParties: [],
    external: { decidedBy: 'the founders', counts: 'unknown' },
  },
  { type: 'InstrumentEnteredIntoForce', versionId: 'v', from: when(-1900) },
  { type: 'RuleBound', clauseId: 'c', versionId: 'v', ruleId: 'r', effectiveFrom: when(-1900), terms },
];

/** A body under no law, whose bylaws ask for five days, of which a witness saw four. */
async function writeClub(): Promise<void> {
  for (const event of bylaws) await record('instrument-bylaws', -1900, event);
  await record('body-club', -1800, {
    type: 'OpenMeetingRegimeDetermined',
    regime: 'BYLAWS_ONLY',
    basis: 'bylaws',
    effectiveFrom: when(-2000),
  });
  await record('body-club', -1800, {
    type: 'GoverningInstrumentNamed',
    instrumentId: 'bylaws',
    instrumentRevision: 4,
  });
  await record('meeting-w', -200, scheduledFor('club'));
  await record('meeting-w', -100, posting('first', ['a']));
}

/** A regular meeting of a body under the Brown Act: an agenda in time, and an item that came late. */
async function write(): Promise<void> {
  await append(logStream, { type: 'WitnessesDeclared', policy: witnesses, size: 0 } as LogRecord);
  await record('body-council', -2000, {
    type: 'OpenMeetingRegimeDetermined',
    regime: 'BROWN_ACT',
    basis: 'statute',
    effectiveFrom: when(-2000),
  });
  await record('meeting-m', -200, scheduledFor('council'));
  await cosigned(-199);
  await record('meeting-m', -100, posting('first', ['a']));
  await cosigned(-99);
  await record('meeting-other', -98, posting('first', ['x']));
  await record('meeting-m', -20, posting('second', ['a', 'b']));
  await cosigned(-19);
  await writeClub();
  await cosigned(-18);
  // The witness is dismissed: what it cosigned stays good.
  await append(logStream, { type: 'WitnessesDeclared', policy: 'quorum none\n', size: 0 } as LogRecord);
}

async function eventsOf(category: string, streamId: string): Promise<readonly Recorded[]> {
  const entries = await readEntries(store, 0, 100);
  return entries
    .map(({ text, index }) => recordedOf(decodePublicEntry(text) as EventEntry, index + 1))
    .filter(({ stream }) => stream === `${category}-${streamId}`);
}

async function proofOf(meetingId: string): Promise<NoticeProofView | undefined> {
  const log = {
    store,
    coverage: (await openCoverage(store)).state,
    state: (await openLogRecords(store)).state,
    subtrees: (size: number) => subtreesFromTiles(size, tilesIn(folder)),
  };
  return noticeProof({ meetingId, eventsOf, prove: ({ position }) => proveEntry(log, position - 1) });
}

const check = (document: object, trusted = policy) =>
  checkNoticeProof(JSON.stringify(document), trustPolicy(trusted));

describe('the proof of notice', () => {
  it('tells by whom and when each posting was seen first, and the margin', async () => {
    const proof = await proofOf('m');
    expect(proof).toMatchObject({
      bodyId: 'council',
      regime: 'BROWN_ACT',
      demands: [{ ruleId: 'BA-01', requiredHours: 72, deadline: when(-72).earliest }],
      findings: [
        { code: 'NOTICE_PROVEN', inputs: { itemIds: ['a'], provenHours: 99, marginHours: 27 } },
        {
          code: 'NOTICE_TOO_LATE_PROVEN',
          inputs: {
            itemIds: ['b'],
            provenHours: 19,
            marginHours: -53,
            held: { witness: 'union', at: when(-19).earliest },
            missing: { witness: 'union', at: when(-99).earliest },
          },
        },
      ],
    });
    expect(proof?.records.map(({ type, index }) => [type, index])).toEqual([
      ['OpenMeetingRegimeDetermined', 0],
      ['MeetingScheduled', 1],
      ['AgendaPosted', 2],
      ['AgendaPosted', 4],
    ]);
    expect(proof?.records[2]).toMatchObject({ size: 3, held: { vkey: union.verifier.vkey, size: 3 } });
  });

  it('holds what a clause of the instruments that govern the body asks for, with their records', async () => {
    const proof = await proofOf('w');
    expect(proof?.demands).toMatchObject([{ ruleId: 'SP-18', of: 'agenda', requiredDays: 5 }]);
    const clauseRef = { instrument: 'bylaws', version: 'v', clause: '4.1' };
    expect(proof?.findings).toMatchObject([
      { code: 'NOTICE_TOO_LATE_PROVEN', severity: 'warning', inputs: { clauseRef, claimedHours: 100 } },
    ]);
    expect(proof?.records.filter(({ stream }) => stream === 'instrument-bylaws')).toHaveLength(5);
    expect(check({ records: proof?.records })).toMatchObject({
      verdict: 'verified',
      findings: proof?.findings,
    });
    const foreign = proof?.records.filter(({ type }) => type !== 'GoverningInstrumentNamed');
    expect(check({ records: foreign }).problems).toMatchObject([{ code: 'FOREIGN_RECORD' }]);
  });

  it('is not there for a meeting that was not scheduled', async () => {
    expect(await proofOf('other')).toBeUndefined();
  });
});

describe('who checks it', () => {
  const document = async (change: (records: NoticeProofView['records']) => object) => {
    const proof = await proofOf('m');
    return { ...proof, records: change(proof?.records ?? []) };
  };

  it('finds the same from entries, proofs and cosignatures alone', async () => {
    const proof = await proofOf('m');
    const { verdict, findings, meetingId } = check({ records: proof?.records });
    expect([verdict, meetingId]).toEqual(['verified', 'm']);
    expect(findings).toEqual(proof?.findings);
  });

  it('finds nothing proven by witnesses whom the reader does not trust', async () => {
    const nobody = `log ${logSigner().verifier.vkey}\nquorum none\n`;
    const { verdict, findings } = check((await proofOf('m')) ?? {}, nobody);
    expect(verdict).toBe('verified');
    expect(findings.map(({ code }) => code)).toEqual(['NOTICE_CLAIMED_ONLY']);
  });

  it('refuses another log', async () => {
    const other = policy.replace(logSigner().verifier.vkey, logSigner(9).verifier.vkey);
    expect(check((await proofOf('m')) ?? {}, other)).toMatchObject({
      verdict: 'not_verified',
      problems: [{ code: 'PROOF_WRONG' }, {}, {}, {}],
    });
  });

  it.each([
    ['an entry that says another time', 2, 'entry', '"a"', '"b"', 'PROOF_WRONG'],
    ['another place in the log', 2, 'proof', 'index 2', 'index 1', 'PROOF_WRONG'],
    ['a larger tree', 3, 'proof', '\n5\n', '\n6\n', 'PROOF_WRONG'],
    ['a checkpoint that may hold the entry', 3, 'missingCheckpoint', '\n3\n', '\n9\n', 'PROOF_WRONG'],
  ] as const)('refuses %s', async (_what, n, field, from, to, code) => {
    const changed = await document((records) =>
      records.map((one, i) => (i === n ? { ...one, [field]: String(one[field]).replace(from, to) } : one)),
    );
    expect(JSON.stringify(changed)).not.toBe(JSON.stringify(await proofOf('m')));
    expect(check(changed)).toMatchObject({ verdict: 'not_verified', problems: [{ code }] });
  });

  it('refuses a meeting without its scheduling, and what is no proof', async () => {
    const without = await document((records) => records.filter(({ type }) => type !== 'MeetingScheduled'));
    expect(check(without)).toMatchObject({
      verdict: 'not_verified',
      problems: [{ code: 'SCHEDULE_MISSING' }],
    });
    for (const text of ['[]', 'x', 'null', '{"records":[null]}'])
      expect(checkNoticeProof(text, trustPolicy(policy)).problems).toMatchObject([{ code: 'NOT_A_PROOF' }]);
  });

  it('cannot tell what is not signed yet', async () => {
    const unsigned = await document((records) => records.map(({ proof: _proof, ...one }) => one));
    expect(check(unsigned)).toMatchObject({
      verdict: 'cannot_tell',
      problems: [{ code: 'NOT_SIGNED_YET' }, {}, {}, {}],
    });
  });
});
