import type { Database } from 'better-sqlite3';
import type { access } from '#governance';
import { on } from '../runtime/index.ts';
import type { ReadModel } from '../runtime/index.ts';

function statements(db: Database) {
  return {
    issue: db.prepare(
      `INSERT OR REPLACE INTO actors (actor_id, kind, label, secret_sha256, expires_at, revoked)
       VALUES (?, 'key', ?, ?, ?, 0)`,
    ),
    enrol: db.prepare(
      `INSERT OR REPLACE INTO actors (actor_id, kind, label, issuer, subject_sha256, revoked)
       VALUES (?, 'subject', ?, ?, ?, 0)`,
    ),
    revoke: db.prepare('UPDATE actors SET revoked = 1 WHERE actor_id = ?'),
    grant: db.prepare('INSERT OR IGNORE INTO grants VALUES (?, ?, ?)'),
    withdraw: db.prepare('DELETE FROM grants WHERE actor_id = ? AND role = ? AND body_id = ?'),
  };
}

/** A grant for all bodies stands with an empty body. */
const bodyOf = ({ bodyId }: access.Grant): string => bodyId ?? '';

/** Who may act in the ledger, and as what: keys by their hashes. Never part of the public record. */
export const accessModel: ReadModel = {
  name: 'access',
  version: 1,
  tables: `
    CREATE TABLE actors (
      actor_id TEXT PRIMARY KEY,
      kind TEXT NOT NULL,
      label TEXT NOT NULL,
      secret_sha256 TEXT UNIQUE,
      issuer TEXT,
      subject_sha256 TEXT,
      expires_at TEXT,
      revoked INTEGER NOT NULL,
      UNIQUE (subject_sha256, issuer)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE grants (
      actor_id TEXT NOT NULL,
      role TEXT NOT NULL,
      body_id TEXT NOT NULL,
      PRIMARY KEY (actor_id, role, body_id)
    ) STRICT, WITHOUT ROWID;`,
  project: (db) => {
    const { issue, enrol, revoke, grant, withdraw } = statements(db);
    return on({
      KeyIssued: ({ streamId, event }) => {
        issue.run(streamId, event.label, event.secretSha256, event.expiresAt ?? null);
      },
      SubjectEnrolled: ({ streamId, event }) => {
        enrol.run(streamId, event.label, event.issuer, event.subjectSha256);
      },
      KeyRevoked: ({ streamId }) => {
        revoke.run(streamId);
      },
      RoleGranted: ({ streamId, event }) => {
        grant.run(streamId, event.role, bodyOf(event));
      },
      RoleRevoked: ({ streamId, event }) => {
        withdraw.run(streamId, event.role, bodyOf(event));
      },
    });
  },
};
