import type { Database, Transaction } from 'better-sqlite3';
import { isAsExpected } from '#event-store';
import type { NewEvent, StreamAppend as Append } from '#event-store';
import { HeadCache } from './head-cache.ts';
import type { Head } from './head-cache.ts';
import { packAnswer, unpackAppends } from './protocol.ts';
import type { Answer, Batch } from './protocol.ts';

type EventRow = Readonly<{
  id: string;
  stream: number;
  revision: number;
  position: number;
  appendSize: number;
}>;
type Last = Readonly<{ position: number; recordedAt: string }>;

/** Takes back what was stored of appends that belong together. */
class Undone extends Error {
  readonly answer: Answer;

  constructor(answer: Answer) {
    super(`one of several appends is ${answer.kind}`);
    this.answer = answer;
  }
}

const eventColumns = 'id, stream, revision, position, append_size AS appendSize';

const prepare = (db: Database) => ({
  last: db.prepare<[], Last>(
    'SELECT position, recorded_at AS recordedAt FROM events ORDER BY position DESC LIMIT 1',
  ),
  newStream: db.prepare<[string]>('INSERT INTO streams (name) VALUES (?)'),
  event: db.prepare<[string], EventRow>(`SELECT ${eventColumns} FROM events WHERE id = ?`),
  run: db.prepare<[number, number, number], EventRow>(
    `SELECT ${eventColumns} FROM events WHERE stream = ? AND revision >= ? ORDER BY revision LIMIT ?`,
  ),
  insert: db.prepare<[number, number, number, number, string, string, string, string, string]>(
    `INSERT INTO events (position, stream, revision, append_size, id, type, recorded_at, data, metadata)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
  ),
});

const appended = (
  firstRevision: number,
  lastRevision: number,
  position: number,
  repeated: boolean,
): Answer => ({
  kind: 'appended',
  appended: { firstRevision, lastRevision, position, repeated },
});

/**
 * Stores groups of appends: each group in one transaction with one fsync, its appends in order. An append that is
 * refused leaves its neighbours alone. Positions are given out while the transaction holds the write lock, so they
 * are dense and in the order of commits, whoever else writes to the file.
 */
class GroupAppender {
  readonly #sql: ReturnType<typeof prepare>;
  readonly #heads: HeadCache;
  readonly #transaction: Transaction<(group: Iterable<Batch>) => Batch>;
  readonly #allOrNone: Transaction<(appends: readonly Append[]) => Answer>;
  #position = 0;
  #recordedAt = '';

  constructor(db: Database) {
    this.#sql = prepare(db);
    this.#heads = new HeadCache(db);
    this.#transaction = db.transaction((group: Iterable<Batch>) => this.#storeAll(group));
    // Within the other, so that it can be taken back alone.
    this.#allOrNone = db.transaction((appends: readonly Append[]) => this.#appendAll(appends));
  }

  store(group: Iterable<Batch>): Batch {
    try {
      return this.#transaction.immediate(group);
    } catch (error) {
      this.#heads.clear();
      throw error;
    }
  }

  #storeAll(group: Iterable<Batch>): Batch {
    this.#heads.refresh();
    const last = this.#sql.last.get();
    const now = new Date().toISOString();
    this.#position = last?.position ?? 0;
    this.#recordedAt = last && last.recordedAt > now ? last.recordedAt : now;
    const answers: Batch = [];
    for (const batch of group)
      for (const one of unpackAppends(batch))
        packAnswer(answers, 'stream' in one ? this.#append(one) : this.#together(one));
    return answers;
  }

  #together(appends: readonly Append[]): Answer {
    const before = this.#position;
    try {
      return this.#allOrNone(appends);
    } catch (error) {
      if (!(error instanceof Undone)) throw error;
      this.#position = before;
      this.#heads.clear();
      return error.answer;
    }
  }

  /** @throws Undone */
  #appendAll(appends: readonly Append[]): Answer {
    const [first, ...others] = appends.map((one, part) => {
      const answer = this.#append(one);
      if (answer.kind === 'appended') return answer;
      throw new Undone(answer.kind === 'wrongRevision' ? { ...answer, part } : answer);
    });
    if (!first) throw new Error('nothing belongs together');
    const { repeated } = first.appended;
    const other = others.findIndex(({ appended: one }) => one.repeated !== repeated) + 1;
    if (other > 0)
      throw new Undone({ kind: 'taken', id: appends[repeated ? 0 : other]?.events[0]?.id ?? '' });
    return others.at(-1) ?? first;
  }

  #append({ stream, expected, events }: Append): Answer {
    const head = this.#heads.of(stream);
    const revision = head?.revision ?? -1;
    const fits = isAsExpected(expected, revision);
    const [only] = events;
    // The usual append is one event to a stream that is there: its insert tells whether the id is taken.
    if (fits && head && events.length === 1 && only && this.#insert(head, only, 1))
      return appended(head.revision, head.revision, this.#position, false);
    const first = this.#firstOutcome(head, events);
    if (first) return first;
    if (!fits) return { kind: 'wrongRevision', head: revision, part: 0 };
    return this.#insertAll(head ?? this.#newHead(stream), events);
  }

  #newHead(stream: string): Head {
    return this.#heads.add(stream, Number(this.#sql.newStream.run(stream).lastInsertRowid));
  }

  /** The first outcome of these events, if any of them is stored. */
  #firstOutcome(head: Head | undefined, events: readonly NewEvent[]): Answer | undefined {
    const known = events.map(({ id }) => this.#sql.event.get(id)).find((row) => row !== undefined);
    if (known === undefined) return undefined;
    const taken: Answer = { kind: 'taken', id: known.id };
    if (known.stream !== head?.stream || known.appendSize !== events.length) return taken;
    const rows = this.#sql.run.all(known.stream, known.revision, events.length);
    const last = rows.at(-1);
    if (last === undefined || !events.every(({ id }, i) => rows[i]?.id === id)) return taken;
    return appended(known.revision, last.revision, last.position, true);
  }

  /** None of the ids is stored. */
  #insertAll(head: Head, events: readonly NewEvent[]): Answer {
    const firstRevision = head.revision + 1;
    for (const [i, event] of events.entries())
      if (!this.#insert(head, event, i === 0 ? events.length : 0))
        throw new Error(`event ${event.id} is there twice`);
    return appended(firstRevision, head.revision, this.#position, false);
  }

  /** False when the id is taken. */
  #insert(head: Head, event: NewEvent, appendSize: number): boolean {
    const { stream, revision } = head;
    const { id, type, data, metadata } = event;
    const recordedAt = event.recordedAt ?? this.#recordedAt;
    const at = [this.#position + 1, stream, revision + 1, appendSize] as const;
    const { changes } = this.#sql.insert.run(...at, id, type, recordedAt, data, metadata);
    if (changes === 0) return false;
    this.#position++;
    head.revision++;
    return true;
  }
}

/** What stores groups of appends in a database, and answers each append in their order. */
export function groupAppender(db: Database): (group: Iterable<Batch>) => Batch {
  const appender = new GroupAppender(db);
  return (group) => appender.store(group);
}
