import type { Database } from 'better-sqlite3';
import type { ReadModel, Reads } from '#projections';

/** Where an event stands in the public record: the index that its proof will be asked for by. */
export type PublishedEvent = Readonly<{ index: number; type: string; recordedAt: string }>;

const tables = `
  CREATE TABLE published (
    entry INTEGER PRIMARY KEY,
    stream TEXT NOT NULL,
    event_id TEXT NOT NULL,
    type TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    lang TEXT
  ) STRICT;
  CREATE INDEX published_of_stream ON published (stream, entry);`;

/** Which entries of the public record concern which stream. */
export const published: ReadModel = {
  name: 'published',
  version: 1,
  tables,
  project: (db: Database) => {
    const insert = db.prepare('INSERT OR REPLACE INTO published VALUES (?, ?, ?, ?, ?, ?)');
    return ({ position, stream, eventId, event, recordedAt, envelope }) =>
      insert.run(position - 1, stream, eventId, event.type, recordedAt, envelope.lang ?? null);
  },
};

/** The entries of a stream, in order. */
export const publishedOf = (reads: Reads, stream: string): readonly PublishedEvent[] =>
  reads.all<PublishedEvent>(
    'SELECT entry AS "index", type, recorded_at AS recordedAt FROM published WHERE stream = ? ORDER BY entry',
    stream,
  );

/** The last entry of a stream that was appended together with one of these events. */
export const lastAppendedWith = (
  reads: Reads,
  stream: string,
  eventIds: readonly string[],
): number | undefined =>
  reads.get<{ entry: number | null }>(
    `SELECT max(other.entry) AS entry FROM published one
     JOIN published other ON other.stream = one.stream AND other.recorded_at = one.recorded_at
     WHERE one.stream = ? AND one.event_id IN (${eventIds.map(() => '?').join(', ')})`,
    stream,
    ...eventIds,
  )?.entry ?? undefined;

/** When something public was recorded last in any of these streams. */
export const lastRecordedIn = (reads: Reads, streams: readonly string[]): string | undefined =>
  reads.get<{ at: string | null }>(
    `SELECT max(recorded_at) AS at FROM published WHERE stream IN (${streams.map(() => '?').join(', ')})`,
    ...streams,
  )?.at ?? undefined;

/** The language in which a stream's texts are, as far as its events say: BCP 47. */
export const languageOf = (reads: Reads, stream: string): string | undefined =>
  reads.get<{ lang: string }>(
    'SELECT lang FROM published WHERE stream = ? AND lang IS NOT NULL ORDER BY entry LIMIT 1',
    stream,
  )?.lang;

/** The last event that the rows know of. */
export const lastPublished = (
  reads: Reads,
): Readonly<{ index: number; eventId: string; recordedAt: string }> | undefined =>
  reads.get(
    'SELECT entry AS "index", event_id AS eventId, recorded_at AS recordedAt FROM published ORDER BY entry DESC LIMIT 1',
  );
