import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MemoryEventStore } from '#event-store';
import { parseNote, parsePolicy, signatureTypes, signerOf, verifyNote } from '#tlog';
import { SignedTrees, Witness } from '#witness';
import type { WitnessAnswer } from '#witness';
import { checkpointsFrom } from './log-reader.ts';
import { openLogRecords } from './log-state.ts';
import { checkpointRecords, logSigner, newFolder, origin, publish, sealAll, texts } from './testing/index.ts';
import { openCheckpoints } from './checkpoints.ts';
import { Sealer } from './sealer.ts';
import { TwoViews } from './witness-client.ts';
import { Witnessing } from './witnessing.ts';
import type { WitnessingOptions } from './witnessing.ts';

type Place = Readonly<{
  name: string;
  url: string;
  vkey: string;
  requests: string[];
  /** Answers instead of the witness. */
  instead: (answer: (() => WitnessAnswer | 'nothing') | undefined) => void;
}>;

let folder: string;
let servers: Server[];
let trees: SignedTrees[];
beforeEach(() => {
  folder = newFolder();
  servers = [];
  trees = [];
});
afterEach(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  for (const one of trees) one.close();
  rmSync(folder, { recursive: true });
});

/** A witness on a port of its own, which may be told to misbehave. */
async function startWitness(name: string, seed: number): Promise<Place> {
  const signer = signerOf(name, signatureTypes.cosignature, Buffer.alloc(32, seed));
  const signed = new SignedTrees(join(folder, `${seed}.sqlite`));
  trees.push(signed);
  const accept = () => Promise.resolve({ verdict: 'accepted' } as const);
  const witness = new Witness({
    signer,
    origin,
    logKeys: () => [logSigner().verifier],
    trees: signed,
    accept,
  });
  const requests: string[] = [];
  let instead: (() => WitnessAnswer | 'nothing') | undefined;
  const server = createServer((request, response) => {
    void (async () => {
      const body = Buffer.concat((await request.toArray()) as Buffer[]).toString();
      requests.push(body);
      const answer = instead ? instead() : await witness.addCheckpoint(body);
      if (answer !== 'nothing')
        response.writeHead(answer.status, { 'content-type': answer.contentType }).end(answer.body);
    })();
  });
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const change = (answer: typeof instead) => (instead = answer);
  return { name, url: `http://127.0.0.1:${port}`, vkey: signer.verifier.vkey, requests, instead: change };
}

const policyOf = (witnesses: readonly Place[]) =>
  [
    ...witnesses.map(({ name, vkey, url }) => `witness ${name} ${vkey} ${url}`),
    `group all all ${witnesses.map(({ name }) => name).join(' ')}`,
    'quorum all',
    '',
  ].join('\n');

const witnessing = (witnesses: readonly Place[], more: Partial<WitnessingOptions> = {}) =>
  new Witnessing({ policy: policyOf(witnesses), patience: 20_000, ...more });

const appointed = (bodyId: string, witnessId: string, vkey: string, url = 'https://witness.example.org') =>
  JSON.stringify({
    v: 1,
    kind: 'event',
    stream: `body-${bodyId}`,
    type: 'WitnessAppointed',
    data: { witnessId, vkey, url },
  });

const cosigners = async (store: MemoryEventStore, places: readonly Place[]) => {
  const { published } = (await openCheckpoints(store)).state;
  const { witnesses } = parsePolicy(policyOf(places));
  const known = witnesses.map(({ verifier }) => verifier);
  return verifyNote(parseNote(published?.note ?? ''), known).map(({ verifier }) => verifier.name);
};

async function grown(store: MemoryEventStore, from: number, count: number): Promise<number> {
  await publish(store, from, texts(from, count));
  return from + count;
}

describe('witnesses', () => {
  it('cosign every checkpoint, which has their signatures when it is published', async () => {
    const both = [await startWitness('union', 11), await startWitness('district', 12)];
    const store = new MemoryEventStore();
    const one = witnessing(both);
    let size = 0;
    for (const count of [3, 300, 1]) {
      size = await grown(store, size, count);
      await sealAll(store, join(folder, 'tree'), size, { witnessing: count === 3 ? witnessing(both) : one });
      expect((await cosigners(store, both)).sort()).toEqual(['district', 'union']);
    }
    expect((await checkpointRecords(store)).map(({ type }) => type)).not.toContain('CheckpointCosigned');
    for (const request of both.flatMap(({ requests }) => requests)) {
      expect(Buffer.byteLength(request)).toBeLessThan(10_240);
      expect(parseNote(request.slice(request.indexOf('\n\n') + 2)).signatures).toHaveLength(1);
    }
    expect((await openLogRecords(store)).state.witnesses).toContain('quorum all');
  });

  it('that are away stop nothing; what they sign later is added', async () => {
    const [here, away] = [await startWitness('here', 21), await startWitness('away', 22)];
    away.instead(() => 'nothing');
    const store = new MemoryEventStore();
    const size = await grown(store, 0, 2);
    const stop = new AbortController();
    const sealer = new Sealer({
      store,
      folder: join(folder, 'tree'),
      signers: () => [logSigner()],
      witnessing: witnessing([here, away], { patience: 300 }),
      onPublished: () => {
        away.instead(undefined);
        // The request that is under way is lost with its connection.
        servers[1]?.closeAllConnections();
      },
    });
    const running = sealer.run(stop.signal);
    for await (const _ of store.subscribe({ after: 0, signal: stop.signal }))
      if ((await checkpointRecords(store)).some(({ type }) => type === 'CheckpointCosigned')) break;
    stop.abort();
    await running;
    expect((await cosigners(store, [here, away])).sort()).toEqual(['away', 'here']);
    for await (const { note } of checkpointsFrom(store, size))
      expect(parseNote(note).signatures).toHaveLength(3);
  });

  it('that are away stop the publication where it is to wait for them, also when it is stopped meanwhile', async () => {
    const away = await startWitness('away', 31);
    away.instead(() => ({ status: 503, contentType: 'text/plain', body: 'later\n' }));
    const store = new MemoryEventStore();
    const size = await grown(store, 0, 2);
    const options = { folder: join(folder, 'tree'), signers: () => [logSigner()] };
    const stop = new AbortController();
    const waiting = witnessing([away], { waits: true, patience: 1, onTrouble: () => stop.abort() });
    await new Sealer({ store, ...options, witnessing: waiting }).run(stop.signal);
    expect((await checkpointRecords(store)).map(({ type }) => type)).toEqual(['CheckpointReserved']);
    away.instead(undefined);
    const further = await grown(store, size, 1);
    await sealAll(store, options.folder, further, { witnessing: witnessing([away], { waits: true }) });
    expect((await checkpointRecords(store)).map(({ type, size }) => [type, size])).toEqual([
      ['CheckpointReserved', 2],
      ['CheckpointPublished', 2],
      ['CheckpointReserved', 3],
      ['CheckpointPublished', 3],
    ]);
    expect(await cosigners(store, [away])).toEqual(['away']);
  });

  it.each([
    ['409 without a size', { status: 409, contentType: 'text/plain', body: 'no\n' }, 'TwoViews'],
    ['409 with another type', { status: 409, contentType: 'text/plain', body: '2\n' }, 'TwoViews'],
    ['a size beyond ours', { status: 409, contentType: 'text/x.tlog.size', body: '9\n' }, 'NotCosigned'],
    [
      'a size that is not enough, always',
      { status: 409, contentType: 'text/x.tlog.size', body: '1\n' },
      'NotCosigned',
    ],
    ['a refusal', { status: 422, contentType: 'text/plain', body: 'no\n' }, 'NotCosigned'],
    ['no signature', { status: 200, contentType: 'text/plain', body: 'thanks\n' }, 'NotCosigned'],
    [
      'an endless answer',
      { status: 200, contentType: 'text/plain', body: 'x'.repeat(70_000) },
      'NotCosigned',
    ],
  ] as const)('that answer with %s are told, and no part of the checkpoint', async (_what, answer, error) => {
    const strange = await startWitness('strange', 41);
    strange.instead(() => answer);
    const store = new MemoryEventStore();
    const size = await grown(store, 0, 2);
    const told: unknown[] = [];
    const asked = witnessing([strange], {
      onTrouble: (_witness, _submission, trouble) => told.push(trouble),
    });
    await sealAll(store, join(folder, 'tree'), size, { witnessing: asked });
    expect(told.map((trouble) => (trouble as Error).name)).toEqual([error]);
    if (error === 'TwoViews') expect(strange.requests).toHaveLength(1);
    expect(told[0] instanceof TwoViews).toBe(error === 'TwoViews');
    expect(await cosigners(store, [strange])).toEqual([]);
  });
});

describe('the witnesses that bodies appoint', () => {
  const keyOf = (seed: number) =>
    signerOf(`w${seed}`, signatureTypes.cosignature, Buffer.alloc(32, seed)).verifier.vkey;

  it('are asked as the record names them, and demanded all, beside the quorum of the operator', async () => {
    const union = await startWitness('union.example.org/witness', 51);
    const store = new MemoryEventStore();
    await publish(store, 0, [...texts(0, 2), appointed('council', 'union', union.vkey, union.url)]);
    await sealAll(store, join(folder, 'tree'), 3, {
      witnessing: new Witnessing({ demandsParties: true, patience: 20_000 }),
    });
    expect(await cosigners(store, [union])).toEqual([union.name]);
    const { witnesses, quorum } = parsePolicy((await openLogRecords(store)).state.witnesses);
    expect(witnesses).toMatchObject([{ name: 'council/union', url: union.url }]);
    expect(quorum).toBe('parties');
  });

  it('are each asked once, though several bodies name them, until all have dismissed them', () => {
    const one = new Witnessing({
      policy: `witness w1 ${keyOf(1)} https://a.example\nquorum w1\n`,
      demandsParties: true,
    });
    const entries = [
      appointed('a', 'w', keyOf(1)),
      appointed('a', 'x', keyOf(2)),
      appointed('b', 'y', keyOf(2)),
      appointed('b', 'z', 'no key'),
      appointed('a', 'x', keyOf(2)).replace('WitnessAppointed', 'WitnessDismissed'),
    ];
    one.take(entries.map((text, index) => ({ index, text, ledgerPosition: index + 1 })));
    expect(one.policy).toMatchObject({
      witnesses: [{ name: 'w1' }, { name: 'b/y' }],
      groups: [
        { name: 'parties', members: ['b/y'] },
        { name: 'operator-and-parties', threshold: 2, members: ['w1', 'parties'] },
      ],
      quorum: 'operator-and-parties',
    });
    expect(parsePolicy(one.policyText)).toMatchObject({ quorum: 'operator-and-parties' });
  });
});
