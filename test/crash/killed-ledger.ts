import { join } from 'node:path';
import { openLedgerStore } from '#engines';
import { engineOf, removeStreams, storeOf } from '#engines/testing';
import { readEverything } from '#event-store/testing';
import { decode } from '#governance';
import type { Recorded } from '#governance';
import { startLedgerProcess } from '../support/ledger-process.ts';
import { temporaryFolder } from '../support/product.ts';
import { shell } from '../support/shell.ts';

export type Body = Readonly<Record<string, unknown>>;

/** A ledger that is killed and started again on the same data folder, and what is asked of it. */
export class KilledLedger {
  readonly #folder: Awaited<ReturnType<typeof temporaryFolder>>;
  readonly #data: string;
  readonly #key: string;

  private constructor(folder: Awaited<ReturnType<typeof temporaryFolder>>, data: string, key: string) {
    this.#folder = folder;
    this.#data = data;
    this.#key = key;
  }

  static async make(): Promise<KilledLedger> {
    const folder = await temporaryFolder();
    const data = join(folder.path, 'data');
    await (await startLedgerProcess(data)).stop();
    const create = 'npm run -s minutebook -- keys create --role admin';
    const { output } = await shell(create, { MINUTEBOOK_DATA: data, ...storeOf(data) });
    return new KilledLedger(folder, data, /mbk_\S+/.exec(output)?.[0] ?? '');
  }

  async remove(): Promise<void> {
    await removeStreams(this.#data);
    await this.#folder.remove();
  }

  send(url: string, path: string, body: Body, headers: Readonly<Record<string, string>> = {}) {
    return fetch(`${url}/v1/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.#key}`, 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  }

  /** Records what happened long before. @throws Error when it is refused */
  async record(url: string, path: string, body: Body): Promise<void> {
    const answer = await this.send(url, path, { occurredAt: '2026-01', recordingMode: 'minutes', ...body });
    if (answer.status !== 201) throw new Error(`${path}: ${await answer.text()}`);
  }

  async running<T>(work: (url: string) => Promise<T>): Promise<T> {
    const ledger = await startLedgerProcess(this.#data);
    try {
      return await work(ledger.url);
    } finally {
      await ledger.stop();
    }
  }

  /** Starts it, gives it something to do, and kills it when that is done, or at some moment before. @param longest milliseconds */
  async killedWhile(longest: number, work: (url: string) => Promise<unknown>): Promise<void> {
    const ledger = await startLedgerProcess(this.#data);
    const working = work(ledger.url).catch(() => undefined);
    const moment = new Promise((resolve) => setTimeout(resolve, Math.random() * longest));
    await Promise.race([working, moment]);
    await ledger.kill();
  }

  async events(): Promise<readonly Recorded[]> {
    const file = join(this.#data, 'ledger', 'events.sqlite');
    const store = await openLedgerStore({ ...engineOf(this.#data), file, readOnly: true });
    const events = await readEverything(store, 0);
    await store.close();
    return events.map(decode);
  }
}

/** The types of each stream whose name begins so, in order. */
export function streamsOf(
  events: readonly Recorded[],
  prefix: string,
): ReadonlyMap<string, readonly string[]> {
  const streams = new Map<string, string[]>();
  for (const { stream, event } of events)
    if (stream.startsWith(prefix)) streams.set(stream, [...(streams.get(stream) ?? []), event.type]);
  return streams;
}
