import type { Database } from 'better-sqlite3';
import { eventData } from '#governance';
import type { DomainEvent, Envelope, Finding, Recorded, RecordedBy, RecordingMode } from '#governance';
import { packWhen, unpackWhen } from './packed-when.ts';
import type { Provenance } from './provenance.ts';
import type { Reads } from './runtime/index.ts';

/*
 * What happened to one thing, event by event: one row each, and nothing else written for most events, so that
 * a rebuild keeps up with reading. What is asked of a motion or a meeting is folded from its rows when asked.
 */

export const entriesTable = (table: string): string => `
  CREATE TABLE ${table} (
    id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    position INTEGER NOT NULL,
    event_id TEXT NOT NULL,
    type TEXT NOT NULL,
    occurred TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    mode TEXT NOT NULL,
    recorded_by TEXT NOT NULL,
    -- What most events lack: findings, sources, visibility, illustration.
    remarks TEXT,
    data TEXT NOT NULL,
    PRIMARY KEY (id, revision)
  ) STRICT, WITHOUT ROWID;`;

type Typed = Readonly<{ type: DomainEvent['type'] }>;

/** An event with what stands beside it wherever it is shown. */
export type Entry<E extends Typed = DomainEvent> = Readonly<{
  event: E;
  position: number;
  recordedBy: RecordedBy;
  findings: readonly Finding[];
  provenance: Provenance;
}>;

type Remarks = Pick<Envelope, 'findings' | 'illustration' | 'sources'> & Pick<Provenance, 'visibility'>;

function remarksOf({ findings, illustration, sources, visibility }: Envelope): string | null {
  const isPlain = !findings && !illustration && !sources && visibility === 'public';
  if (isPlain) return null;
  return JSON.stringify({
    findings,
    illustration,
    sources,
    ...(visibility !== 'public' && { visibility }),
  });
}

/** Adds a row: `data` is the payload that is kept, all of it by default. */
export function entryWriter(db: Database, table: string) {
  const insert = db.prepare(`INSERT OR REPLACE INTO ${table} VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  return (id: string, recorded: Recorded, data: object = eventData(recorded.event)): void => {
    const { envelope, event, eventId, position, recordedAt, revision } = recorded;
    insert.run(
      id,
      revision,
      position,
      eventId,
      event.type,
      packWhen(envelope.occurredAt),
      recordedAt,
      envelope.recordingMode,
      JSON.stringify(envelope.recordedBy),
      remarksOf(envelope),
      JSON.stringify(data),
    );
  };
}

type Row = Readonly<{
  revision: number;
  position: number;
  event_id: string;
  type: string;
  occurred: string;
  recorded_at: string;
  mode: string;
  recorded_by: string;
  remarks: string | null;
  data: string;
}>;

function entryOf<E extends Typed>(row: Row): Entry<E> {
  const { findings, ...remarks } = (row.remarks === null ? {} : JSON.parse(row.remarks)) as Remarks;
  return {
    event: { type: row.type, ...(JSON.parse(row.data) as object) } as E,
    position: row.position,
    recordedBy: JSON.parse(row.recorded_by) as RecordedBy,
    findings: findings ?? [],
    provenance: {
      eventId: row.event_id,
      revision: row.revision,
      occurredAt: unpackWhen(row.occurred),
      recordedAt: row.recorded_at,
      recordingMode: row.mode as RecordingMode,
      ...remarks,
    },
  };
}

/** In the order of the stream. */
export const entriesOf = <E extends Typed>(reads: Reads, table: string, id: string): readonly Entry<E>[] =>
  reads.all<Row>(`SELECT * FROM ${table} WHERE id = ? ORDER BY revision`, id).map((row) => entryOf<E>(row));
