import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { readEverything } from '#event-store/testing';
import { decode } from '#governance';
import { publicRecordStream } from '#public-record';
import { Fleet } from './fleet.ts';
import type { Name } from './fleet.ts';

jest.setTimeout(300_000);

const { MINUTEBOOK_STORE: store = 'sqlite' } = process.env;
if (store === 'sqlite') {
  process.stderr.write(
    'SKIPPED: several ledgers and feeds on one store: set MINUTEBOOK_STORE to a KurrentDB, as `npm run test:kurrentdb` does.\n',
  );
  describe('several ledgers and feeds on one store', () => it.todo('need a database that they share'));
} else severalOnOneStore();

type Ledger = Extract<Name, `ledger-${string}`>;
type Acknowledged = Readonly<{ id: string; position: string; by: Ledger }>;

const other = (name: Ledger): Ledger => (name === 'ledger-1' ? 'ledger-2' : 'ledger-1');

/** Records one thing after another, each until one of the ledgers has acknowledged it. */
class Writer {
  readonly acknowledged: Acknowledged[] = [];
  readonly #fleet: Fleet;
  readonly #name: string;
  #ledger: Ledger;

  constructor(fleet: Fleet, name: string, ledger: Ledger) {
    this.#fleet = fleet;
    this.#name = name;
    this.#ledger = ledger;
  }

  async run(signal: AbortSignal): Promise<void> {
    for (let n = 0; !signal.aborted; n++) await this.#record(`${this.#name}-${n}`);
  }

  async #record(id: string): Promise<void> {
    for (;;) {
      const by = this.#ledger;
      const position = await this.#attempt(by, id).catch(() => undefined);
      if (position !== undefined) return void this.acknowledged.push({ id, position, by });
      // The same key again: whatever became of the first attempt, it is recorded once.
      this.#ledger = other(by);
      await setTimeout(50);
    }
  }

  async #attempt(ledger: Ledger, id: string): Promise<string | undefined> {
    const answer = await this.#fleet.post(
      ledger,
      `/v1/organizations/${id}/register-organization`,
      { name: id },
      { 'idempotency-key': id },
    );
    if (answer.status < 500 && answer.status !== 201) throw new Error(await answer.text());
    return answer.status === 201 ? ((await answer.json()) as { position: string }).position : undefined;
  }
}

function severalOnOneStore(): void {
  let fleet: Fleet;
  let writers: readonly Writer[];
  const acknowledged = () => writers.flatMap((one) => one.acknowledged);

  /** Resolves when so many more are acknowledged. */
  async function more(count: number): Promise<void> {
    const wanted = acknowledged().length + count;
    while (acknowledged().length < wanted) await setTimeout(20);
  }

  beforeAll(async () => {
    fleet = await Fleet.start();
    writers = (['a', 'b', 'c', 'd'] as const).map(
      (name, i) => new Writer(fleet, name, i % 2 === 0 ? 'ledger-1' : 'ledger-2'),
    );
  });
  afterAll(() => (fleet as Fleet | undefined)?.end());

  describe('two ledgers and two feeds on one store', () => {
    it('lose nothing and record nothing twice, whichever of them is killed under load', async () => {
      const stop = new AbortController();
      const writing = writers.map((one) => one.run(stop.signal));
      await more(40);
      for (const name of ['ledger-1', 'feed-1', 'ledger-2', 'feed-2'] as const) {
        await fleet.kill(name);
        await more(40);
        await fleet.start(name);
        await more(40);
      }
      stop.abort();
      await Promise.all(writing);
      const events = (await fleet.reading((ledger) => readEverything(ledger, 0))).map(decode);
      const recorded = events
        .filter(({ category }) => category === 'organization')
        .map((one) => one.streamId);
      expect(new Set(recorded).size).toBe(recorded.length);
      expect(new Set(recorded)).toEqual(new Set(acknowledged().map(({ id }) => id)));
      expect(new Set(acknowledged().map(({ by }) => by)).size).toBe(2);
    });

    it('let what was recorded by the one be read from the other, from its position on', async () => {
      for (const { id, position, by } of writers.flatMap((one) => one.acknowledged.slice(-3))) {
        const answer = await fleet.ask(other(by), `/v1/organizations/${id}?minPosition=${position}`);
        expect([answer.status, await answer.json()]).toMatchObject([200, { name: id }]);
      }
    });

    it('say when they are behind a position, and when to ask again', async () => {
      const last = Math.max(...acknowledged().map(({ position }) => Number(position)));
      const answer = await fleet.ask('ledger-1', `/v1/organizations?minPosition=${last + 512_000_000}`);
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1']);
    });

    it('publish and sign one record, which verifies from either feed', async () => {
      const counts = () =>
        fleet.reading(async (ledger, published) => {
          const [events, entries] = [await readEverything(ledger, 0), await readEverything(published, 0)];
          return [events.length, entries.filter(({ stream }) => stream === publicRecordStream).length];
        });
      const until = Date.now() + 60_000;
      let [events, entries] = await counts();
      while (events !== entries && Date.now() < until) [events, entries] = await counts();
      expect(entries).toBe(events);
      for (const feed of ['feed-1', 'feed-2'] as const) {
        const size = async () => (await (await fleet.ask(feed, '/log/checkpoint')).text()).split('\n')[1];
        while ((await size()) !== String(entries) && Date.now() < until) await setTimeout(100);
        expect(await size()).toBe(String(entries));
        expect(await fleet.verify(feed)).toMatchObject({ code: 0 });
      }
    });
  });
}
