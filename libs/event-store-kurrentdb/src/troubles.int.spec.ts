import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer as createSecureServer } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StoreClosed, StoreUnavailable } from '#event-store';
import { KurrentEventStore, UnusableDatabase } from './index.ts';
import { cert, key } from './testing/certificate.ts';
import { told, troublesOf } from './troubles.ts';

const sockets = new Set<Socket>();
const folder = mkdtempSync(join(tmpdir(), 'troubles-'));
const caFile = join(folder, 'ca.crt');
let secure: Server;
let plain: Server;

async function listening(server: Server): Promise<Server> {
  server.on('connection', (socket) => sockets.add(socket.on('error', () => undefined)));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return server;
}
const portOf = (server: Server): number => (server.address() as AddressInfo).port;

beforeAll(async () => {
  writeFileSync(caFile, cert);
  secure = await listening(createSecureServer({ key, cert }));
  // As whatever is no database: it answers to the first bytes with some of its own.
  plain = await listening(
    createServer((socket) => socket.on('data', () => socket.write('HTTP/1.1 400 Bad Request\r\n\r\n'))),
  );
});
afterAll(() => {
  for (const socket of sockets) socket.destroy();
  secure.close();
  plain.close();
  rmSync(folder, { recursive: true });
});

const stringFor = (server: Server, query = '', host = 'localhost'): string =>
  `kurrentdb://ledger:secret@${host}:${portOf(server)}?${query}`;

describe('what keeps nodes from being reached', () => {
  it.each([
    ['a certificate that nobody here knows', () => stringFor(secure), /not trusted: .* tlsCaFile=FILE/],
    ['another name', () => stringFor(secure, `tlsCaFile=${caFile}`, '127.0.0.1'), /for other names/],
    ['a node without TLS', () => stringFor(plain, 'tls=true'), /does not speak TLS.*tls=false/],
  ])('%s lasts: no store waits for it to go', async (_, connectionString, why) => {
    const [trouble] = await troublesOf(connectionString());
    expect(trouble).toMatchObject({ lasting: true, what: expect.stringMatching(why) as unknown });
    const opening = KurrentEventStore.open({ connectionString: connectionString() });
    await expect(opening).rejects.toThrow(UnusableDatabase);
    await expect(opening).rejects.toThrow(why);
    await expect(opening).rejects.not.toThrow(/secret/);
  });

  it('none, where the certificate is of the authority that is given', async () => {
    for (const query of [`tlsCaFile=${caFile}`, 'tlsVerifyCert=false'])
      expect(await troublesOf(stringFor(secure, query))).toEqual([undefined]);
    expect(told([undefined])).toMatch(/look at their logs/);
  });

  it('is told of each node', async () => {
    const server = await listening(createServer());
    const port = portOf(server);
    server.close();
    const troubles = await troublesOf(
      `kurrentdb+discover://no-such-host.invalid,localhost:${port}?tls=false`,
    );
    expect(told(troubles)).toMatch(
      /^no-such-host\.invalid:2113: no host of this name is known; localhost:\d+: nothing listens there$/,
    );
    expect(troubles.map((trouble) => trouble?.lasting)).toEqual([false, false]);
  });
});

describe('a store whose database is not there', () => {
  const nowhere = 'kurrentdb://127.0.0.1:1?tls=false';

  it('says where it has looked', async () => {
    const opening = KurrentEventStore.open({ connectionString: nowhere, patience: 100 });
    await expect(opening).rejects.toThrow(StoreUnavailable);
    await expect(opening).rejects.toThrow(/127\.0\.0\.1:1: nothing listens there/);
  });

  it('is waited for no longer than somebody wants it', async () => {
    const stop = new AbortController();
    const opening = KurrentEventStore.open({ connectionString: nowhere, signal: stop.signal });
    stop.abort();
    await expect(opening).rejects.toThrow(StoreClosed);
  });
});
