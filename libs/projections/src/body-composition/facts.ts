import type { Database } from 'better-sqlite3';
import { certainlyBefore, certainlyNotAfter } from '#governance';
import type { Recorded, Term, When } from '#governance';
import { parsed } from '../json.ts';
import { packWhen, unpackWhen } from '../packed-when.ts';
import { provenanceOf } from '../provenance.ts';
import type { Provenance } from '../provenance.ts';
import type { Reads } from '../runtime/index.ts';

/*
 * Facts about a body in two times: a fact holds for a term (valid time), and each version of it was what the
 * record knew from one event to the next (record time). A later event never changes a version, it supersedes
 * it; so what was known at any time can be read off the rows.
 */

export type FactKind =
  'existence' | 'constituency' | 'rule' | 'seat' | 'voting_right' | 'seating' | 'alternate' | 'role';

export type Fact<D = unknown> = Readonly<{
  kind: FactKind;
  factId: string;
  /** The seat that it is about, if it is about one. */
  seatId?: string;
  term: Term;
  data: D;
  /** Of the event that stated it first. */
  provenance: Provenance;
}>;

/** Later than every instant: nothing has superseded the version. */
const forever = '~';

export const factsTable = `
  CREATE TABLE composition_facts (
    body_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    fact_id TEXT NOT NULL,
    -- Of the event that made this version.
    revision INTEGER NOT NULL,
    known_from TEXT NOT NULL,
    -- Until what instant it was the latest version; '~' while it is.
    known_until TEXT NOT NULL,
    seat_id TEXT,
    valid_from TEXT NOT NULL,
    -- Absent until further notice.
    valid_until TEXT,
    data TEXT NOT NULL,
    provenance TEXT NOT NULL,
    PRIMARY KEY (body_id, kind, fact_id, revision)
  ) STRICT, WITHOUT ROWID;`;

type Row = Readonly<{
  kind: FactKind;
  fact_id: string;
  revision: number;
  seat_id: string | null;
  valid_from: string;
  valid_until: string | null;
  data: string;
  provenance: string;
}>;

const factOf = (row: Row): Fact => ({
  kind: row.kind,
  factId: row.fact_id,
  ...(row.seat_id !== null && { seatId: row.seat_id }),
  term: {
    start: unpackWhen(row.valid_from),
    ...(row.valid_until !== null && { end: unpackWhen(row.valid_until) }),
  },
  data: parsed(row.data),
  provenance: parsed(row.provenance),
});

/** What was known of a body at an instant, in the order in which it was first stated. */
export function factsKnownAt(reads: Reads, bodyId: string, knownAt: string): readonly Fact[] {
  const sql = `SELECT * FROM composition_facts WHERE body_id = ? AND known_from <= ? AND known_until > ?`;
  const facts = reads.all<Row>(sql, bodyId, knownAt, knownAt).map(factOf);
  return facts.sort((a, b) => a.provenance.revision - b.provenance.revision);
}

/** What was known of a body after an event of its stream: several may be recorded at one instant. */
export function factsAtRevision(reads: Reads, bodyId: string, revision: number): readonly Fact[] {
  const latest = `SELECT max(revision) FROM composition_facts AS other
    WHERE other.body_id = fact.body_id AND other.kind = fact.kind AND other.fact_id = fact.fact_id
      AND other.revision <= ?`;
  const sql = `SELECT * FROM composition_facts AS fact WHERE body_id = ? AND revision = (${latest})`;
  const facts = reads.all<Row>(sql, bodyId, revision).map(factOf);
  return facts.sort((a, b) => a.provenance.revision - b.provenance.revision);
}

function statements(db: Database) {
  const current = `body_id = ? AND kind = ? AND known_until = '${forever}'`;
  return {
    insert: db.prepare(
      `INSERT OR REPLACE INTO composition_facts VALUES (?, ?, ?, ?, ?, '${forever}', ?, ?, ?, ?, ?)`,
    ),
    supersede: db.prepare(
      `UPDATE composition_facts SET known_until = ?
       WHERE body_id = ? AND kind = ? AND fact_id = ? AND revision < ? AND known_until = '${forever}'`,
    ),
    current: db.prepare<string[], Row>(`SELECT * FROM composition_facts WHERE ${current}`),
  };
}

/** What an event states: a fact that holds from its time on, unless it says otherwise. */
export type Statement = Readonly<{
  kind: FactKind;
  factId: string;
  seatId?: string;
  term?: Term;
  data?: object;
}>;

/** What an event changes: the current versions of some facts. */
export type Change = Readonly<{
  kind: FactKind;
  concerns: (fact: Fact) => boolean;
  to: (term: Term) => Term;
}>;

/** Writes versions of facts. */
export function factWriter(db: Database) {
  const { insert, supersede, current } = statements(db);

  const write = ({ streamId, revision, recordedAt }: Recorded, fact: Fact): void => {
    const { kind, factId, seatId, term, data, provenance } = fact;
    supersede.run(recordedAt, streamId, kind, factId, revision);
    insert.run(
      streamId,
      kind,
      factId,
      revision,
      recordedAt,
      seatId ?? null,
      packWhen(term.start),
      term.end ? packWhen(term.end) : null,
      JSON.stringify(data),
      JSON.stringify(provenance),
    );
  };

  return {
    state: (recorded: Recorded, { term, data, ...statement }: Statement): void => {
      const start = recorded.envelope.occurredAt;
      const provenance = provenanceOf(recorded);
      write(recorded, { ...statement, term: term ?? { start }, data: data ?? {}, provenance });
    },
    change: (recorded: Recorded, { kind, concerns, to }: Change): void => {
      const facts = current.all(recorded.streamId, kind).map(factOf).filter(concerns);
      for (const fact of facts) write(recorded, { ...fact, term: to(fact.term) });
    },
  };
}

export type FactWriter = ReturnType<typeof factWriter>;

/** A term that ends at a time, unless it certainly ended before or begins after. */
export const endingAt =
  (at: When) =>
  (term: Term): Term =>
    certainlyBefore(at, term.start) || (term.end && certainlyNotAfter(term.end, at))
      ? term
      : { ...term, end: at };
