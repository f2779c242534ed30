import type { Database } from 'better-sqlite3';
import type { body, Recorded } from '#governance';
import { parsed } from '../json.ts';
import type { KnownBody } from './document.ts';

type Row = Readonly<{ name: string | null; time_zone: string | null; constituencies: string }>;

const bodyOf = ({ name, time_zone: timeZone, constituencies }: Row): KnownBody => ({
  ...(name !== null && { name }),
  ...(timeZone !== null && { timeZone }),
  constituencies: parsed(constituencies),
});

/** What decisions say of their bodies. */
export function knownBodies(db: Database) {
  const select = db.prepare<[string], Row>('SELECT * FROM decision_bodies WHERE body_id = ?');
  const establish = db.prepare(
    `INSERT INTO decision_bodies (body_id, name, time_zone) VALUES (?, ?, ?)
     ON CONFLICT (body_id) DO UPDATE SET name = excluded.name, time_zone = excluded.time_zone`,
  );
  const define = db.prepare(
    `INSERT INTO decision_bodies (body_id, constituencies) VALUES (?, json_object(?, ?))
     ON CONFLICT (body_id) DO UPDATE SET constituencies = json_patch(constituencies, excluded.constituencies)`,
  );
  return {
    read: (bodyId: string | undefined): KnownBody => {
      const row = bodyId === undefined ? undefined : select.get(bodyId);
      return row ? bodyOf(row) : { constituencies: {} };
    },
    established: ({ streamId, event }: Recorded<body.BodyEstablished>): void => {
      establish.run(streamId, event.name, event.timeZone);
    },
    defined: ({ streamId, event }: Recorded<body.ConstituencyDefined>): void => {
      define.run(streamId, event.constituencyId, event.name);
    },
  };
}
