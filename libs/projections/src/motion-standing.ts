import type { Database } from 'better-sqlite3';
import { endOfTime } from '#governance';
import type { Recorded, When } from '#governance';
import { packWhen, unpackWhen } from './packed-when.ts';
import type { Reads } from './runtime/index.ts';

/*
 * Whether a motion still stands: what depends on it is flagged while it is being reconsidered, and when it was
 * rescinded or voided (meeting rule RR-08). Any read model may keep it under a table name of its own.
 */

/** What became of an adopted motion; `adopted` while it stands. */
export type MotionStanding = 'adopted' | 'rejected' | 'being_reconsidered' | 'rescinded' | 'amended' | 'void';

/** By the names of events, some of which other parts of the record bring. */
type Recordable = MotionStanding | 'as_before' | 'restored';

const standings: ReadonlyMap<string, Recordable> = new Map<string, Recordable>([
  ['MotionAdopted', 'adopted'],
  ['MotionRejected', 'rejected'],
  ['ReconsiderationMoved', 'being_reconsidered'],
  ['MotionReconsidered', 'being_reconsidered'],
  ['ReconsiderationEnded', 'as_before'],
  ['MotionRescinded', 'rescinded'],
  ['AdoptedMotionAmended', 'amended'],
  ['MotionVoided', 'void'],
]);

export const standingsTable = (table: string): string => `
  CREATE TABLE ${table} (
    motion_id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    standing TEXT NOT NULL,
    since TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    PRIMARY KEY (motion_id, revision)
  ) STRICT, WITHOUT ROWID;`;

export function standingWriter(db: Database, table: string): (recorded: Recorded) => void {
  const insert = db.prepare(`INSERT OR REPLACE INTO ${table} VALUES (?, ?, ?, ?, ?)`);
  return ({ category, streamId, revision, event, envelope, recordedAt }) => {
    // A correction of the vote gives back what an earlier one took away.
    const isRestored = event.type === 'MotionAdopted' && event.restated === true;
    const standing =
      category === 'motion' ? (isRestored ? 'restored' : standings.get(event.type)) : undefined;
    if (standing === undefined) return;
    insert.run(streamId, revision, standing, packWhen(envelope.occurredAt), recordedAt);
  };
}

export type Standing = Readonly<{ standing: MotionStanding; since: When }>;

/** What it needs to carry what depends on it. */
export const stands = (standing: Standing | undefined): boolean =>
  standing === undefined || standing.standing === 'adopted' || standing.standing === 'amended';

type Row = Readonly<{ standing: Recordable; since: string }>;

const isDecision = ({ standing }: Row): boolean =>
  standing !== 'as_before' && standing !== 'being_reconsidered';

/** As it was before a correction rejected it: amended since, if it was. */
const restoredAs = (older: readonly Row[]): MotionStanding =>
  older.find(({ standing }) => isStanding(standing) && standing !== 'rejected')?.standing === 'amended'
    ? 'amended'
    : 'adopted';

const isStanding = (standing: Recordable): boolean => standing !== 'as_before' && standing !== 'restored';

/** How a motion stood by what was known at an instant; undefined where that was not known. */
export function standingOf(
  reads: Reads,
  table: string,
  motionId: string,
  knownAt: string = endOfTime,
): Standing | undefined {
  const sql = `SELECT standing, since FROM ${table} WHERE motion_id = ? AND recorded_at <= ? ORDER BY revision DESC`;
  const rows = reads.all<Row>(sql, motionId, knownAt);
  // A reconsideration that came to nothing leaves the decision before it.
  const row = rows[0]?.standing === 'as_before' ? rows.find(isDecision) : rows[0];
  if (!row) return undefined;
  const standing = row.standing === 'restored' ? restoredAs(rows.slice(rows.indexOf(row) + 1)) : row.standing;
  return { standing: standing as MotionStanding, since: unpackWhen(row.since) };
}
