/*
 * What a decision is made of is kept as it comes, until the vote is closed: then its document is written, once.
 * Ballots touch nothing here, the roll call comes with the closing.
 */
export const tables = `
  CREATE TABLE decisions (
    decision_id TEXT PRIMARY KEY,
    -- Of the closing event.
    position INTEGER NOT NULL,
    motion_id TEXT NOT NULL,
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
  CREATE UNIQUE INDEX decisions_as_recorded ON decisions (position);
  CREATE INDEX decisions_by_date ON decisions (decided_earliest, position);
  CREATE INDEX decisions_by_body ON decisions (body_id, decided_earliest, position);
  CREATE INDEX decisions_by_motion ON decisions (motion_id);

  -- What the decision says of the body and its constituencies.
  CREATE TABLE decision_bodies (
    body_id TEXT PRIMARY KEY,
    name TEXT,
    time_zone TEXT,
    constituencies TEXT NOT NULL DEFAULT '{}'
  ) STRICT, WITHOUT ROWID;

  -- What it says of the motion.
  CREATE TABLE decision_motions (
    motion_id TEXT PRIMARY KEY,
    body_id TEXT,
    title TEXT,
    text TEXT,
    text_sha256 TEXT,
    moved TEXT,
    seconded TEXT,
    findings TEXT
  ) STRICT, WITHOUT ROWID;

  -- Votes that are open: the opening event, and advisory ballots.
  CREATE TABLE decision_votes (
    decision_id TEXT PRIMARY KEY,
    opened TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE decision_advisory (
    decision_id TEXT NOT NULL,
    seat_id TEXT NOT NULL,
    option TEXT NOT NULL,
    PRIMARY KEY (decision_id, seat_id)
  ) STRICT, WITHOUT ROWID;`;
