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
const columns = `
    body_id TEXT,
    outcome TEXT NOT NULL,
    decided_earliest TEXT NOT NULL,
    decided_latest TEXT NOT NULL,
    illustration INTEGER NOT NULL,
    -- JSON texts, ready to send.
    summary TEXT NOT NULL,
    document TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    -- When the event that made it what it is was recorded: ISO 8601 UTC with milliseconds.
    known_from TEXT NOT NULL`;

/*
 * A correction or a late finding takes the place of a decision, which is kept as it stood: what the record knew at
 * any time is one row of `decisions_known`.
 */
export const tables = `
  CREATE TABLE decisions (
    -- Of the closing event.
    position INTEGER PRIMARY KEY,
    -- Begins with that of the motion.
    decision_id TEXT NOT NULL UNIQUE,
    ${columns}
  ) STRICT;
  CREATE INDEX decisions_by_date ON decisions (decided_earliest, position);
  CREATE INDEX decisions_by_body ON decisions (body_id, decided_earliest, position);

  CREATE TABLE superseded_decisions (
    position INTEGER NOT NULL,
    decision_id TEXT NOT NULL,
    ${columns},
    known_until TEXT NOT NULL,
    PRIMARY KEY (decision_id, known_from)
  ) STRICT;
  CREATE VIEW decisions_known AS
    SELECT *, '~' AS known_until FROM decisions UNION ALL SELECT * FROM superseded_decisions;

  ${documentTable(knownTables.bodies)}
  ${documentTable(knownTables.motions)}
  ${documentTable(knownTables.votes)}`;
