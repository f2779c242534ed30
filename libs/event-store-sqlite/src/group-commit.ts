import type { Worker } from 'node:worker_threads';
import { EventIdTaken, StoreClosed, StoreUnavailable, WrongExpectedRevision } from '#event-store';
import type { Appended, ExpectedRevision } from '#event-store';
import { answerAt, packAppend } from './protocol.ts';
import type { Answer, Append, Batch, FromWriter, ToWriter } from './protocol.ts';

type Pending = Readonly<{
  stream: string;
  expected: ExpectedRevision;
  resolve: (appended: Appended) => void;
  reject: (error: Error) => void;
}>;

/** Appends that share a transaction. They are packed as they come: what the caller does to its events later is its own. */
type Group = Readonly<{ batch: Batch; pending: Pending[] }>;

/** Appends of one group: bounds how long the first of a long queue waits for its neighbours. */
const groupLimit = 512;

function settle({ stream, expected, resolve, reject }: Pending, answer: Answer): void {
  switch (answer.kind) {
    case 'appended':
      return resolve(answer.appended);
    case 'wrongRevision':
      return reject(new WrongExpectedRevision(stream, expected, answer.head < 0 ? 'noStream' : answer.head));
    case 'taken':
      return reject(new EventIdTaken(answer.id));
  }
}

/**
 * The calling thread's end of the writer. While the writer stores one group, the appends that come in make up the
 * next one: many share an fsync, and one alone does not wait for company.
 */
export class GroupCommit {
  readonly #writer: Worker;
  readonly #waiting: Group[] = [];
  #underWay: Group | undefined;
  #scheduled = false;
  #closing: Promise<void> | undefined;
  #failure: StoreUnavailable | undefined;
  #whenIdle: (() => void) | undefined;

  constructor(writer: Worker, file: string) {
    this.#writer = writer;
    writer.on('message', (message: FromWriter) => this.#receive(message));
    writer.on('error', (cause) => this.#fail(file, cause));
    writer.on('exit', () => this.#fail(file));
  }

  /** Appends are stored in the order of these calls. @throws StoreClosed, StoreUnavailable */
  append(append: Append, resolve: Pending['resolve'], reject: Pending['reject']): void {
    if (this.#closing) throw new StoreClosed();
    if (this.#failure) throw this.#failure;
    const { batch, pending } = this.#openGroup();
    packAppend(batch, append);
    pending.push({ stream: append.stream, expected: append.expected, resolve, reject });
    this.#schedule();
  }

  /** Stores what waits, then ends the writer. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    if (this.#failure) return;
    const ended = new Promise((resolve) => this.#writer.once('exit', resolve));
    if (this.#underWay ?? this.#waiting.length > 0)
      await new Promise<void>((resolve) => (this.#whenIdle = resolve));
    if (!this.#failure) this.#writer.postMessage('close' satisfies ToWriter);
    await ended;
  }

  #openGroup(): Group {
    const last = this.#waiting.at(-1);
    if (last && last.pending.length < groupLimit) return last;
    const group: Group = { batch: [], pending: [] };
    this.#waiting.push(group);
    return group;
  }

  /** The next group leaves when this turn of the event loop is over: whoever is answered now may still join it. */
  #schedule(): void {
    if (this.#scheduled || this.#underWay) return;
    this.#scheduled = true;
    setImmediate(() => this.#send());
  }

  #send(): void {
    this.#scheduled = false;
    this.#underWay = this.#waiting.shift();
    if (this.#underWay) this.#writer.postMessage(this.#underWay.batch satisfies ToWriter);
  }

  #receive(message: FromWriter): void {
    const answered = this.#underWay?.pending ?? [];
    this.#underWay = undefined;
    if (message.kind === 'stored')
      answered.forEach((pending, index) => settle(pending, answerAt(message.answers, index)));
    if (message.kind === 'failed')
      for (const { reject } of answered)
        reject(new StoreUnavailable(`the append failed: ${message.message}`));
    if (this.#waiting.length > 0) this.#schedule();
    else this.#whenIdle?.();
  }

  #fail(file: string, cause?: unknown): void {
    this.#failure ??= new StoreUnavailable(
      `the writer of ${file} has ended: open the store again and repeat what was not answered`,
      { cause },
    );
    const groups = this.#underWay ? [this.#underWay, ...this.#waiting] : this.#waiting;
    for (const { reject } of groups.flatMap(({ pending }) => pending)) reject(this.#failure);
    this.#underWay = undefined;
    this.#waiting.length = 0;
    this.#whenIdle?.();
  }
}
