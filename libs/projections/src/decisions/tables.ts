import { documentTable } from '../batched.ts';

/**
 * What decisions say of bodies, of motions without a decision, and of open votes with their advisory ballots. What
 * stands in a decision is taken from there.
 */
export const knownTables = {
  bodies: 'decision_bodies',
  motions: 'decision_motions',
  votes: 'decision_votes',
} as const;

/*
 * What a decision is made of is kept as it comes, until the vote is closed: then its document is written, once.
 * Ballots touch nothing here, the roll call comes with the closing.
 */
export const tables = `
  CREATE TABLE decisions (
    -- Of the closing event.
    position INTEGER PRIMARY KEY,
    -- Begins with that of the motion.
    decision_id TEXT NOT NULL UNIQUE,
    body_id TEXT,
    outcome TEXT NOT NULL,
    decided_earliest TEXT NOT NULL,
    decided_latest TEXT NOT NULL,
    illustration INTEGER NOT NULL,
    -- JSON texts, ready to send.
    summary TEXT NOT NULL,
    document TEXT NOT NULL,
    sha256 TEXT NOT NULL
  ) STRICT;
  CREATE INDEX decisions_by_date ON decisions (decided_earliest, position);
  CREATE INDEX decisions_by_body ON decisions (body_id, decided_earliest, position);

  ${documentTable(knownTables.bodies)}
  ${documentTable(knownTables.motions)}
  ${documentTable(knownTables.votes)}`;
