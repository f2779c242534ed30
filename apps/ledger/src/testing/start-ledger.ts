import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { embedded, removeStreams, storeOf } from '#engines/testing';
import { access } from '#governance';
import { apiKeyHash, makeApiKey } from '#platform';
import type { Environment } from '#platform';
import { testConfig, testLogger } from '#platform/testing';
import { commandIdFor, occurredAt, StreamWriter } from '#recording';
import type { WriteContext } from '#recording';
import { createLedgerApp } from '../app.ts';
import { compose } from '../composition.ts';
import type { Ports } from '../ports.ts';
import { Processes } from '../processes/processes.ts';
import { keepRecord } from './keep-record.ts';

export type Answered = Readonly<{
  status: number;
  headers: Readonly<Record<string, string | undefined>>;
  /** Empty where there is none. */
  body: Readonly<Record<string, unknown>>;
}>;

export type Method = 'GET' | 'POST' | 'PUT';

export type RequestOptions = Readonly<{ key?: string; headers?: Readonly<Record<string, string>> }>;

/** A ledger in this process, on a data folder of its own, without a port. */
export type TestLedger = Readonly<{
  app: NestFastifyApplication;
  ports: Ports;
  folder: string;
  /** An admin's key: what requests are sent with by default. */
  adminKey: string;
  /** Makes a key with a role in a body, or in all. */
  keyFor: (role: access.AccessRole, bodyId?: string) => Promise<string>;
  revoke: (key: string) => Promise<void>;
  post: (path: string, body?: unknown, options?: RequestOptions) => Promise<Answered>;
  /** Posts, and fails where the answer is not 201. */
  record: (path: string, body?: unknown, options?: RequestOptions) => Promise<Answered>;
  get: (path: string, options?: RequestOptions) => Promise<Answered>;
  /** Any request; the payload of a GET is not sent. */
  send: (method: Method, path: string, payload: unknown, options?: RequestOptions) => Promise<Answered>;
  /** How many events are recorded: in a database, positions do not tell. */
  recorded: () => Promise<number>;
  /** Resolves when the read models have reached the end of the record. */
  caughtUp: () => Promise<void>;
  /** Resolves when all that follows by itself from what is recorded is recorded, and in the read models. */
  settled: () => Promise<void>;
  close: () => Promise<void>;
}>;

const catchUpTimeout = embedded ? 30_000 : 120_000;

/** Milliseconds that a test may take which starts a ledger, or asks it a lot, on a busy machine, or over a network. */
export const patience = embedded ? 60_000 : 180_000;

const operator = (commandId: string): WriteContext => ({
  recordedBy: { actorId: 'operator', role: 'admin' },
  mode: 'live',
  commandId,
  correlationId: 'test',
  visibility: 'sealed',
});

/** Writes access straight into the store, as the operator's command line does. */
function accessRecorder(writer: StreamWriter) {
  return async (actorId: string, command: access.Command): Promise<void> => {
    const context = operator(commandIdFor('operator', undefined));
    await writer.write(access.decider, { streamId: actorId, command, context }, () =>
      Promise.resolve({ at: occurredAt(context, 'UTC') }),
    );
  };
}

function requests(app: NestFastifyApplication, defaultKey: string) {
  const send = async (
    method: Method,
    url: string,
    payload: unknown,
    { key = defaultKey, headers }: RequestOptions = {},
  ): Promise<Answered> => {
    const answer = await app.inject({
      method,
      url,
      headers: { ...(key !== '' && { authorization: `Bearer ${key}` }), ...headers },
      ...(payload !== undefined && method !== 'GET' && { payload: payload as object }),
    });
    const body = (answer.body === '' ? {} : JSON.parse(answer.body)) as Answered['body'];
    return { status: answer.statusCode, headers: answer.headers as Answered['headers'], body };
  };
  const post: TestLedger['post'] = (path, body, options) => send('POST', path, body, options);
  return {
    send,
    post,
    get: ((path, options) => send('GET', path, undefined, options)) satisfies TestLedger['get'],
    record: (async (path, body, options) => {
      const answer = await post(path, body, options);
      if (answer.status !== 201) throw new Error(`POST ${path}: ${JSON.stringify(answer.body)}`);
      return answer;
    }) satisfies TestLedger['record'],
  };
}

/** Who watches a ledger. */
export type Watching = Partial<Pick<Ports, 'logger' | 'metrics' | 'tracing'>>;

/** Starts a ledger on a new data folder and waits until it can be read; `env` goes before the settings for tests. */
export async function startLedger(env: Environment = {}, watching: Watching = {}): Promise<TestLedger> {
  const folder = mkdtempSync(join(tmpdir(), 'minutebook-ledger-'));
  const config = testConfig({ MINUTEBOOK_DATA: folder, ...storeOf(folder), ...env });
  const {
    ports,
    project,
    close: closePorts,
  } = await compose(config, watching.logger ?? testLogger(config.logLevel), watching);
  // What keeps it from running is told to whoever waits for a position.
  project().catch(() => undefined);
  const recordAccess = accessRecorder(new StreamWriter(ports.store));
  let keys = 0;
  const keyFor: TestLedger['keyFor'] = async (role, bodyId) => {
    const { actorId, key } = makeApiKey(`${role}-${++keys}`);
    await recordAccess(actorId, { type: 'IssueKey', secretSha256: apiKeyHash(key), label: role });
    await recordAccess(actorId, { type: 'GrantRole', role, ...(bodyId !== undefined && { bodyId }) });
    return key;
  };
  const adminKey = await keyFor('admin');
  const app = await createLedgerApp(ports);
  await app.init();
  const caughtUp = async () =>
    ports.progress.whenReached(await ports.store.head(), { timeoutMs: catchUpTimeout });
  await caughtUp();
  const settled = async (): Promise<void> => {
    for (let head = -1; head !== (await ports.store.head());) {
      head = await ports.store.head();
      await app.get(Processes).whenReached(head, { timeoutMs: catchUpTimeout });
    }
    await caughtUp();
  };
  return {
    app,
    ports,
    folder,
    adminKey,
    keyFor,
    revoke: (key) => recordAccess(key.split('_')[1] ?? '', { type: 'RevokeKey' }),
    ...requests(app, adminKey),
    recorded: async () => (await ports.store.readAll({ limit: 1_000_000 })).length,
    caughtUp,
    settled,
    close: async () => {
      await keepRecord(ports.store);
      await app.close();
      await closePorts();
      await removeStreams(folder);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
