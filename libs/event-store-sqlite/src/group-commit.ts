import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { EventIdTaken, StoreClosed, StoreUnavailable, WrongExpectedRevision } from '#event-store';
import type { Appended, StreamAppend as Append } from '#event-store';
import { UnusableStoreFile } from './errors.ts';
import { answerAt, packAppends, turnIs } from './protocol.ts';
import type { Answer, Batch, FromWriter, Packet, ToWriter, Turn } from './protocol.ts';

type Pending = Readonly<{
  appends: readonly Append[];
  resolve: (appended: Appended) => void;
  reject: (error: Error) => void;
}>;

/**
 * Appends of a packet: a large group begins to be stored while the rest of it is still coming in. The first
 * packets of a turn are small, so that the writer wakes early; each is twice as large as the one before it.
 */
const packetSize = { first: 4, largest: 32 } as const;

function settle({ appends, resolve, reject }: Pending, answer: Answer): void {
  switch (answer.kind) {
    case 'appended':
      return resolve(answer.appended);
    case 'wrongRevision': {
      const { stream = '', expected = 'any' } = appends[answer.part] ?? {};
      return reject(new WrongExpectedRevision(stream, expected, answer.head < 0 ? 'noStream' : answer.head));
    }
    case 'taken':
      return reject(new EventIdTaken(answer.id));
  }
}

/**
 * The calling thread's end of the writer, which starts with the first append: a process that only reads, or that
 * has nothing to write yet, does without the thread. Appends go off in packets; what arrives while the writer waits for the
 * disk makes up its next transaction, so many appends share an fsync and one alone does not wait for company.
 */
export class GroupCommit {
  readonly #file: string;
  readonly #start: (turn: Turn) => Worker;
  readonly #onGroup: ((appends: number) => void) | undefined;
  readonly #turn: Turn = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  /** In the order of their calls, which is the order of the answers. */
  readonly #pending: Pending[] = [];
  #writer: Worker | undefined;
  #packet: { appends: number; batch: Batch } = { appends: 0, batch: [] };
  #packetSize: number = packetSize.first;
  #closing: Promise<void> | undefined;
  #failure: StoreUnavailable | undefined;
  #whenIdle: (() => void) | undefined;

  constructor(file: string, start: (turn: Turn) => Worker, onGroup?: (appends: number) => void) {
    this.#file = file;
    this.#start = start;
    this.#onGroup = onGroup;
  }

  /** Waits until the writer has the file, which it makes where there is none. @throws UnusableStoreFile */
  async start(): Promise<void> {
    this.#writer ??= this.#startWriter();
    const [first] = (await once(this.#writer, 'message')) as [FromWriter];
    if (first.kind === 'unusable') throw new UnusableStoreFile(this.#file, first.problem);
  }

  /** Appends are stored in the order of these calls, those of one call all or none. @throws StoreClosed, StoreUnavailable */
  append(appends: readonly Append[], resolve: Pending['resolve'], reject: Pending['reject']): void {
    if (this.#closing) throw new StoreClosed();
    if (this.#failure) throw this.#failure;
    // Packed at once: what the caller does to its events later is its own.
    packAppends(this.#packet.batch, appends);
    this.#pending.push({ appends, resolve, reject });
    this.#packet.appends++;
    this.#beginTurn();
    if (this.#packet.appends === this.#packetSize) {
      this.#send();
      this.#packetSize = Math.min(2 * this.#packetSize, packetSize.largest);
    }
  }

  /** Stores what was called before, then ends the writer. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    const writer = this.#writer;
    if (this.#failure || !writer) return;
    const ended = new Promise((resolve) => writer.once('exit', resolve));
    if (this.#pending.length > 0) await new Promise<void>((resolve) => (this.#whenIdle = resolve));
    if (!this.#failure) writer.postMessage('close' satisfies ToWriter);
    await ended;
  }

  #startWriter(): Worker {
    const writer = this.#start(this.#turn);
    writer.on('message', (message: FromWriter) => this.#receive(message));
    writer.on('error', (cause) => this.#fail(cause));
    writer.on('exit', () => this.#fail());
    return writer;
  }

  /** What else is appended in this turn of the event loop may share the transaction. */
  #beginTurn(): void {
    if (Atomics.exchange(this.#turn, 0, turnIs.going) === turnIs.going) return;
    setImmediate(() => {
      this.#send();
      this.#packetSize = packetSize.first;
      Atomics.store(this.#turn, 0, turnIs.over);
      Atomics.notify(this.#turn, 0);
    });
  }

  #send(): void {
    if (this.#packet.appends > 0)
      (this.#writer ??= this.#startWriter()).postMessage(this.#packet satisfies Packet);
    this.#packet = { appends: 0, batch: [] };
    Atomics.notify(this.#turn, 0);
  }

  #receive(message: FromWriter): void {
    if (message.kind === 'stored') this.#onGroup?.(message.appends);
    if (message.kind === 'stored')
      this.#answered(message.appends).forEach((pending, i) => settle(pending, answerAt(message.answers, i)));
    if (message.kind === 'unusable') this.#fail(new UnusableStoreFile(this.#file, message.problem));
    if (message.kind === 'failed')
      for (const { reject } of this.#answered(message.appends))
        reject(new StoreUnavailable(`the append failed: ${message.message}`));
    if (this.#pending.length === 0) this.#whenIdle?.();
  }

  #answered(appends: number): readonly Pending[] {
    return this.#pending.splice(0, appends);
  }

  #fail(cause?: unknown): void {
    this.#failure ??= new StoreUnavailable(
      `the writer of ${this.#file} has ended: open the store again and repeat what was not answered`,
      { cause },
    );
    for (const { reject } of this.#answered(this.#pending.length)) reject(this.#failure);
    this.#whenIdle?.();
  }
}
