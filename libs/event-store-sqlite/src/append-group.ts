import type { Database } from 'better-sqlite3';
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
export function groupAppender(db: Database): (group: Iterable<Batch>) => Batch {
  const sql = prepare(db);
  const heads = new HeadCache(db);
  let position = 0;
  let recordedAt = '';

  /** The first outcome of these events, if any of them is stored. */
  function firstOutcome(head: Head | undefined, events: readonly NewEvent[]): Answer | undefined {
    const known = events.map(({ id }) => sql.event.get(id)).find((row) => row !== undefined);
    if (known === undefined) return undefined;
    const taken: Answer = { kind: 'taken', id: known.id };
    if (known.stream !== head?.stream || known.appendSize !== events.length) return taken;
    const rows = sql.run.all(known.stream, known.revision, events.length);
    const last = rows.at(-1);
    if (last === undefined || !events.every(({ id }, i) => rows[i]?.id === id)) return taken;
    return appended(known.revision, last.revision, last.position, true);
  }

  /** False when the id is taken. */
  function insert(head: Head, event: NewEvent, appendSize: number): boolean {
    const { stream, revision } = head;
    const { id, type, data, metadata } = event;
    const { changes } = sql.insert.run(
      position + 1,
      stream,
      revision + 1,
      appendSize,
      id,
      type,
      event.recordedAt ?? recordedAt,
      data,
      metadata,
    );
    if (changes === 0) return false;
    position++;
    head.revision++;
    return true;
  }

  /** None of the ids is stored. */
  function insertAll(head: Head, events: readonly NewEvent[]): Answer {
    const firstRevision = head.revision + 1;
    for (const [i, event] of events.entries())
      if (!insert(head, event, i === 0 ? events.length : 0))
        throw new Error(`event ${event.id} is there twice`);
    return appended(firstRevision, head.revision, position, false);
  }

  function append({ stream, expected, events }: Append): Answer {
    const head = heads.of(stream);
    const revision = head?.revision ?? -1;
    const fits = isAsExpected(expected, revision);
    const [only] = events;
    // The usual append is one event to a stream that is there: its insert tells whether the id is taken.
    if (fits && head && events.length === 1 && only && insert(head, only, 1))
      return appended(head.revision, head.revision, position, false);
    const first = firstOutcome(head, events);
    if (first) return first;
    if (!fits) return { kind: 'wrongRevision', head: revision, part: 0 };
    return insertAll(head ?? heads.add(stream, Number(sql.newStream.run(stream).lastInsertRowid)), events);
  }

  /** Within the transaction, so in one of its own that can be taken back. @throws Undone */
  const allOrNone = db.transaction((appends: readonly Append[]): Answer => {
    const [first, ...others] = appends.map((one, part) => {
      const answer = append(one);
      if (answer.kind === 'appended') return answer;
      throw new Undone(answer.kind === 'wrongRevision' ? { ...answer, part } : answer);
    });
    if (!first) throw new Error('nothing belongs together');
    const { repeated } = first.appended;
    const other = others.findIndex(({ appended: one }) => one.repeated !== repeated) + 1;
    if (other > 0)
      throw new Undone({ kind: 'taken', id: appends[repeated ? 0 : other]?.events[0]?.id ?? '' });
    return others.at(-1) ?? first;
  });

  function together(appends: readonly Append[]): Answer {
    const before = position;
    try {
      return allOrNone(appends);
    } catch (error) {
      if (!(error instanceof Undone)) throw error;
      position = before;
      heads.clear();
      return error.answer;
    }
  }

  const transaction = db.transaction((group: Iterable<Batch>): Batch => {
    heads.refresh();
    const last = sql.last.get();
    const now = new Date().toISOString();
    position = last?.position ?? 0;
    recordedAt = last && last.recordedAt > now ? last.recordedAt : now;
    const answers: Batch = [];
    for (const batch of group)
      for (const one of unpackAppends(batch))
        packAnswer(answers, 'stream' in one ? append(one) : together(one));
    return answers;
  });

  return (group) => {
    try {
      return transaction.immediate(group);
    } catch (error) {
      heads.clear();
      throw error;
    }
  };
}
