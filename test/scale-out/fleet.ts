import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openLedgerStore, openPublicStore } from '#engines';
import { engineOf, removeStreams, storeOf } from '#engines/testing';
import type { EventStore } from '#event-store';
import { startService } from '../support/ledger-process.ts';
import type { LedgerProcess } from '../support/ledger-process.ts';
import { temporaryFolder } from '../support/product.ts';
import { shell } from '../support/shell.ts';

export type Name = 'ledger-1' | 'ledger-2' | 'feed-1' | 'feed-2';

/** Two ledgers and two feeds on one database: each with a data folder of its own, and one that they share. */
export class Fleet {
  readonly #folder: Awaited<ReturnType<typeof temporaryFolder>>;
  readonly #running = new Map<Name, LedgerProcess>();
  #key = '';

  private constructor(folder: Awaited<ReturnType<typeof temporaryFolder>>) {
    this.#folder = folder;
  }

  static async start(): Promise<Fleet> {
    const fleet = new Fleet(await temporaryFolder());
    try {
      await fleet.#begin();
      return fleet;
    } catch (error) {
      await fleet.end();
      throw error;
    }
  }

  async #begin(): Promise<void> {
    // At once, as nothing is there yet: one of them makes what all share.
    await Promise.all(
      (['ledger-1', 'ledger-2', 'feed-1', 'feed-2'] as const).map((name) => this.start(name)),
    );
    const create = 'npm run -s minutebook -- keys create --role admin';
    const { output } = await shell(create, { ...this.#env, MINUTEBOOK_DATA: this.#data('ledger-1') });
    this.#key = /mbk_\S+/.exec(output)?.[0] ?? '';
    if (this.#key === '') throw new Error(output);
  }

  async start(name: Name): Promise<void> {
    const service = name.startsWith('ledger') ? 'ledger' : 'feed';
    this.#running.set(name, await startService(service, this.#data(name), this.#env));
  }

  async kill(name: Name): Promise<void> {
    await this.#running.get(name)?.kill();
    this.#running.delete(name);
  }

  /** @throws Error where it does not run */
  url(name: Name): string {
    const { url } = this.#running.get(name) ?? {};
    if (url === undefined) throw new Error(`${name} does not run`);
    return url;
  }

  ask(name: Name, path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { authorization: `Bearer ${this.#key}`, ...(init.headers as Record<string, string>) };
    return fetch(`${this.url(name)}${path}`, { ...init, headers, signal: AbortSignal.timeout(10_000) });
  }

  post(name: Name, path: string, body: object, headers: Readonly<Record<string, string>>): Promise<Response> {
    const sent = { 'content-type': 'application/json', ...headers };
    return this.ask(name, path, { method: 'POST', body: JSON.stringify(body), headers: sent });
  }

  /** What the auditor's command says of a feed. */
  verify(name: Name) {
    const home = join(this.#folder.path, `auditor-${name}`);
    mkdirSync(home, { recursive: true });
    return shell(`npm run -s minutebook -- verify ${this.url(name)}`, { XDG_STATE_HOME: home, HOME: home });
  }

  async reading<T>(read: (ledger: EventStore, published: EventStore) => Promise<T>): Promise<T> {
    const options = { ...engineOf(this.#folder.path), file: '', readOnly: true };
    const [ledger, published] = [await openLedgerStore(options), await openPublicStore(options)];
    try {
      return await read(ledger, published);
    } finally {
      await ledger.close();
      await published.close();
    }
  }

  async end(): Promise<void> {
    await Promise.all([...this.#running.values()].map((one) => one.stop()));
    await removeStreams(this.#folder.path);
    await this.#folder.remove();
  }

  #data(name: Name): string {
    return join(this.#folder.path, name);
  }

  get #env(): Readonly<Record<string, string>> {
    const { path } = this.#folder;
    return {
      ...storeOf(path),
      MINUTEBOOK_SHARED_DATA: join(path, 'shared'),
      MINUTEBOOK_MIN_POSITION_TIMEOUT: '2000',
      MINUTEBOOK_RATE_LIMIT: '0',
    };
  }
}
