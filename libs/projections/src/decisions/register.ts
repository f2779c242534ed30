import { hash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { Recorded } from '#governance';
import { parsed } from '../json.ts';
import { decisionsOf } from './decision-id.ts';
import type { Decision } from './document.ts';
import type { DecisionDocument, DecisionFinding } from './views.ts';

const sha256 = (text: string): string => hash('sha256', text, 'hex');

type Change = Pick<Recorded, 'recordedAt'>;

/** Writes the row of one decision, in the place of what stood there. */
function writer(db: Database): (decision: Decision, change: Change) => void {
  const insert = db.prepare(
    `INSERT OR REPLACE INTO decisions (position, decision_id, body_id, outcome, decided_earliest, decided_latest,
       illustration, summary, document, sha256, known_from)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  return ({ summary, document }, { recordedAt }) => {
    const { decisionId, position, bodyId = null, outcome, decidedAt, illustration = false } = summary;
    const { earliest, latest } = decidedAt;
    const json = JSON.stringify(document);
    const key = [Number(position), decisionId, bodyId, outcome, earliest, latest] as const;
    insert.run(...key, Number(illustration), JSON.stringify(summary), json, sha256(json), recordedAt);
  };
}

/** Keeps a decision as it stood until a change. What was recorded together never stood by itself. */
function keeper(db: Database): (decisionId: string, change: Change) => void {
  const keep = db.prepare(
    'INSERT INTO superseded_decisions SELECT *, ? FROM decisions WHERE decision_id = ? AND known_from < ?',
  );
  return (decisionId, { recordedAt }) => keep.run(recordedAt, decisionId, recordedAt);
}

/** What was decided about one motion. */
function ofOneMotion(db: Database) {
  const all = db.prepare<[string, string], { decision_id: string; document: string }>(
    'SELECT decision_id, document FROM decisions WHERE decision_id > ? AND decision_id < ?',
  );
  const last = db
    .prepare<[string, string], string>(
      `SELECT document FROM decisions WHERE decision_id > ? AND decision_id < ? ORDER BY position DESC LIMIT 1`,
    )
    .pluck();
  const lastOf = (motionId: string): DecisionDocument | undefined => {
    const document = last.get(...decisionsOf(motionId));
    return document === undefined ? undefined : parsed(document);
  };
  return { rowsOf: (motionId: string) => all.all(...decisionsOf(motionId)), lastOf };
}

/** The rows of closed votes. */
export function register(db: Database) {
  const one = db.prepare<[string], { summary: string; document: string }>(
    'SELECT summary, document FROM decisions WHERE decision_id = ?',
  );
  const rewrite = db.prepare(
    'UPDATE decisions SET document = ?, sha256 = ?, known_from = ? WHERE decision_id = ?',
  );
  const { rowsOf, lastOf } = ofOneMotion(db);
  const add = writer(db);
  const keep = keeper(db);
  return {
    add,
    /** What was corrected since the vote was closed; a decision that is not in the record stays away. */
    change: (decisionId: string, change: Change, by: (decision: Decision) => Decision): void => {
      const found = one.get(decisionId);
      if (!found) return;
      keep(decisionId, change);
      add(by({ summary: parsed(found.summary), document: parsed(found.document) }), change);
    },
    /** The last decision by which the motion was adopted. */
    lastAdopted: (motionId: string): string | undefined =>
      rowsOf(motionId)
        .map(({ document }) => parsed<DecisionDocument>(document))
        .filter(({ outcome }) => outcome === 'adopted')
        .sort((a, b) => Number(a.position) - Number(b.position))
        .at(-1)?.decisionId,
    lastOf,
    /** Findings that came after a vote was closed belong to its decision, too. */
    setFindings: (motionId: string, change: Change, findings: readonly DecisionFinding[]): void => {
      for (const { decision_id: decisionId, document } of rowsOf(motionId)) {
        const json = JSON.stringify({ ...parsed<DecisionDocument>(document), findings });
        keep(decisionId, change);
        rewrite.run(json, sha256(json), change.recordedAt, decisionId);
      }
    },
  };
}
