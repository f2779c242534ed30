import type { Database } from 'better-sqlite3';
import type { DomainEvent, Envelope, Finding, Recorded, RecordedBy, RecordingMode } from '#governance';
import { parsed } from './json.ts';
import { packWhen, unpackWhen } from './packed-when.ts';
import type { Provenance } from './provenance.ts';
import type { BeforeCommit, Reads } from './runtime/index.ts';

/*
 * What happened to one thing, event by event; what is asked of a motion or a meeting is folded from it when
 * asked. A row holds the events of one batch, so that a rebuild writes a few rows for each thing instead of one
 * for each ballot.
 */

export const entriesTable = (table: string): string => `
  CREATE TABLE ${table} (
    id TEXT NOT NULL,
    -- Of the first entry.
    revision INTEGER NOT NULL,
    -- A JSON list of packed entries.
    entries TEXT NOT NULL,
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

/** What most events lack. */
type Remarks = Pick<Envelope, 'findings' | 'illustration' | 'sources'> & Pick<Provenance, 'visibility'>;

/** An entry as it is stored: by place, because names would be most of it. */
type Packed = readonly [
  revision: number,
  position: number,
  eventId: string,
  event: Typed,
  occurred: string,
  recordedAt: string,
  mode: RecordingMode,
  /** 0: the same as of the entry before. */
  recordedBy: RecordedBy | 0,
  remarks?: Remarks,
];

function remarksOf({ findings, illustration, sources, visibility }: Envelope): [] | [Remarks] {
  const isPlain = !findings && !illustration && !sources && visibility === 'public';
  if (isPlain) return [];
  const remarks = {
    ...(findings && { findings }),
    ...(illustration && { illustration }),
    ...(sources && { sources }),
    ...(visibility !== 'public' && { visibility }),
  };
  return [remarks];
}

/** Of an actor who acts by an authority, or for somebody, every entry tells the whole. */
const isSame = (a: RecordedBy, b: RecordedBy | undefined): boolean =>
  a.actorId === b?.actorId &&
  a.role === b.role &&
  !(a.authority ?? b.authority ?? a.onBehalfOf ?? b.onBehalfOf);

const pack = (
  { envelope, eventId, position, recordedAt, revision }: Recorded,
  event: Typed,
  before: RecordedBy | undefined,
): Packed => [
  revision,
  position,
  eventId,
  event,
  packWhen(envelope.occurredAt),
  recordedAt,
  envelope.recordingMode,
  isSame(envelope.recordedBy, before) ? 0 : envelope.recordedBy,
  ...remarksOf(envelope),
];

function unpack<E extends Typed>(packed: Packed, recordedBy: RecordedBy): Entry<E> {
  const [revision, position, eventId, event, occurred, recordedAt, recordingMode] = packed;
  const { findings = [], ...remarks }: Remarks = packed[8] ?? {};
  const occurredAt = unpackWhen(occurred);
  const provenance = { eventId, revision, occurredAt, recordedAt, recordingMode, ...remarks };
  return { event: event as E, position, recordedBy, findings, provenance };
}

/** Adds an entry: `event` is what is kept of it, all by default. */
export type AddEntry = (id: string, recorded: Recorded, event?: Typed) => void;

/** The entries of one thing in a batch, as JSON texts, and who recorded the last. */
type Held = Readonly<{ revision: number; json: string; recordedBy: RecordedBy }>;

export function entryWriter(db: Database, beforeCommit: BeforeCommit, table: string): AddEntry {
  const insert = db.prepare(`INSERT OR REPLACE INTO ${table} VALUES (?, ?, ?)`);
  const held = new Map<string, Held>();
  beforeCommit(() => {
    for (const [id, { revision, json }] of held) insert.run(id, revision, `[${json}]`);
    held.clear();
  });
  return (id, recorded, event = recorded.event) => {
    const { recordedBy } = recorded.envelope;
    const of = held.get(id);
    const json = JSON.stringify(pack(recorded, event, of?.recordedBy));
    if (!of) held.set(id, { revision: recorded.revision, json, recordedBy });
    else held.set(id, { revision: of.revision, json: `${of.json},${json}`, recordedBy });
  };
}

function unpackAll<E extends Typed>(text: string): readonly Entry<E>[] {
  let recordedBy: RecordedBy = { actorId: '', role: '' };
  return parsed<Packed[]>(text).map((packed) => {
    recordedBy = packed[7] === 0 ? recordedBy : packed[7];
    return unpack<E>(packed, recordedBy);
  });
}

/** In the order of the stream. */
export const entriesOf = <E extends Typed>(reads: Reads, table: string, id: string): readonly Entry<E>[] =>
  reads
    .all<{ entries: string }>(`SELECT entries FROM ${table} WHERE id = ? ORDER BY revision`, id)
    .flatMap(({ entries }) => unpackAll<E>(entries));
