import type { Database } from 'better-sqlite3';
import type { body, Recorded } from '#governance';
import { parsed } from '../json.ts';
import { on } from '../runtime/index.ts';
import type { ReadModel } from '../runtime/index.ts';
import { noDocument, withEvent } from './document.ts';
import type { RegisterEvent } from './document.ts';
import type { BodyDocument, BodyStatus } from './views.ts';

const tables = `
  CREATE TABLE bodies (
    body_id TEXT PRIMARY KEY,
    name TEXT NOT NULL DEFAULT '',
    classification TEXT,
    time_zone TEXT NOT NULL DEFAULT 'UTC',
    parent_body_id TEXT,
    status TEXT NOT NULL DEFAULT 'established',
    illustration INTEGER NOT NULL DEFAULT 0,
    revision INTEGER NOT NULL,
    -- Lists of a few entries each: rewritten when one of them grows.
    document TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX bodies_by_name ON bodies (name, body_id);
  CREATE INDEX bodies_by_parent ON bodies (parent_body_id) WHERE parent_body_id IS NOT NULL;
  CREATE TABLE body_successors (
    successor_id TEXT NOT NULL,
    body_id TEXT NOT NULL,
    PRIMARY KEY (successor_id, body_id)
  ) STRICT, WITHOUT ROWID;`;

function statements(db: Database) {
  return {
    seen: db.prepare(
      `INSERT INTO bodies (body_id, revision, document) VALUES (?, ?, '${JSON.stringify(noDocument)}')
       ON CONFLICT (body_id) DO UPDATE SET revision = excluded.revision`,
    ),
    document: db.prepare<[string], string>('SELECT document FROM bodies WHERE body_id = ?').pluck(),
    write: db.prepare('UPDATE bodies SET document = ?, status = ? WHERE body_id = ?'),
    establish: db.prepare(
      `UPDATE bodies SET name = ?, classification = ?, time_zone = ?, parent_body_id = ?, illustration = ?
       WHERE body_id = ?`,
    ),
    succeed: db.prepare('INSERT OR IGNORE INTO body_successors VALUES (?, ?)'),
  };
}

type Statements = ReturnType<typeof statements>;

function statusOf({ dissolution, successions }: BodyDocument): BodyStatus {
  if (dissolution) return 'dissolved';
  return successions.length > 0 ? 'succeeded' : 'established';
}

const rewrite =
  ({ document, write }: Statements) =>
  (recorded: Recorded<RegisterEvent>): void => {
    const { streamId } = recorded;
    const stored = document.get(streamId);
    const changed = withEvent(stored === undefined ? noDocument : parsed(stored), recorded);
    write.run(JSON.stringify(changed), statusOf(changed), streamId);
  };

function describe({ establish }: Statements, recorded: Recorded<body.BodyEstablished>): void {
  const { name, classification, timeZone, parentBodyId } = recorded.event;
  const illustration = recorded.envelope.illustration ? 1 : 0;
  establish.run(name, classification, timeZone, parentBodyId ?? null, illustration, recorded.streamId);
}

/** The register of bodies. */
export const bodiesModel: ReadModel = {
  name: 'bodies',
  version: 4,
  tables,
  project: (db) => {
    const to = statements(db);
    const add = rewrite(to);
    const register = on({
      BodyEstablished: (recorded) => {
        describe(to, recorded);
        add(recorded);
      },
      OpenMeetingRegimeDetermined: add,
      RulesOfOrderAdopted: add,
      PublicationPolicyAdopted: add,
      GoverningInstrumentNamed: add,
      GoverningInstrumentReleased: add,
      WitnessAppointed: add,
      WitnessDismissed: add,
      CosignatureMissed: add,
      CosignatureCaughtUp: add,
      ConstituencyDefined: add,
      CompositionRuleAdopted: add,
      SubcommitteeCharged: add,
      BodySucceeded: (recorded) => {
        to.succeed.run(recorded.event.successorId, recorded.streamId);
        add(recorded);
      },
      BodyDissolved: add,
    });
    return (recorded) => {
      if (recorded.category !== 'body') return;
      to.seen.run(recorded.streamId, recorded.revision);
      register(recorded);
    };
  },
};
