import type { Database } from 'better-sqlite3';
import type { Recorded } from '#governance';
import { packWhen } from '../packed-when.ts';
import type { ReadModel } from '../runtime/index.ts';

/** The body that the first event of a stream names. */
const namedBody = ({ event, revision }: Recorded): string | undefined =>
  revision === 0 && 'bodyId' in event ? event.bodyId : undefined;

/** Which body a stream's findings concern, where the event itself says so. */
function bodyOf(recorded: Recorded): string | undefined {
  if (recorded.category === 'body') return recorded.streamId;
  return recorded.event.type === 'ConsequenceRefused' ? recorded.event.bodyId : namedBody(recorded);
}

function statements(db: Database) {
  return {
    remember: db.prepare('INSERT OR REPLACE INTO finding_streams VALUES (?, ?)'),
    bodyOfStream: db
      .prepare<[string], string>('SELECT body_id FROM finding_streams WHERE stream = ?')
      .pluck(),
    insert: db.prepare('INSERT OR REPLACE INTO findings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'),
  };
}

type Statements = ReturnType<typeof statements>;

function record({ bodyOfStream, insert }: Statements, recorded: Recorded): void {
  const { envelope, event, eventId, position, recordedAt, stream } = recorded;
  const bodyId = bodyOf(recorded) ?? bodyOfStream.get(stream) ?? null;
  envelope.findings?.forEach(({ code, severity, ruleId, inputs }, index) =>
    insert.run(
      position,
      index,
      code,
      severity,
      ruleId ?? null,
      JSON.stringify(inputs),
      stream,
      bodyId,
      eventId,
      event.type,
      packWhen(envelope.occurredAt),
      recordedAt,
      envelope.recordingMode,
      envelope.illustration ? 1 : 0,
    ),
  );
}

/** What was recorded although a rule stood against it, or called for a remark. */
export const findingsModel: ReadModel = {
  name: 'findings',
  version: 2,
  tables: `
    CREATE TABLE findings (
      position INTEGER NOT NULL,
      number INTEGER NOT NULL,
      code TEXT NOT NULL,
      severity TEXT NOT NULL,
      rule_id TEXT,
      inputs TEXT NOT NULL,
      stream TEXT NOT NULL,
      body_id TEXT,
      event_id TEXT NOT NULL,
      event_type TEXT NOT NULL,
      occurred TEXT NOT NULL,
      recorded_at TEXT NOT NULL,
      mode TEXT NOT NULL,
      illustration INTEGER NOT NULL,
      PRIMARY KEY (position, number)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX findings_by_body ON findings (body_id, position, number);
    CREATE INDEX findings_by_rule ON findings (rule_id, position, number) WHERE rule_id IS NOT NULL;
    CREATE INDEX findings_by_code ON findings (code, position, number);
    -- The body of a meeting, a motion, a commitment, …: only its first event names it.
    CREATE TABLE finding_streams (stream TEXT PRIMARY KEY, body_id TEXT NOT NULL) STRICT, WITHOUT ROWID;`,
  project: (db) => {
    const to = statements(db);
    return (recorded) => {
      const bodyId = recorded.category === 'body' ? undefined : namedBody(recorded);
      if (bodyId !== undefined) to.remember.run(recorded.stream, bodyId);
      if (recorded.envelope.findings) record(to, recorded);
    };
  },
};
