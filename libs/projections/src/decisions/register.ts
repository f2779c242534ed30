import { hash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { parsed } from '../json.ts';
import type { Decision } from './document.ts';
import type { DecisionDocument, DecisionFinding } from './views.ts';

const sha256 = (text: string): string => hash('sha256', text, 'hex');

/** The rows of closed votes. */
export function register(db: Database) {
  const insert = db.prepare(
    `INSERT OR REPLACE INTO decisions (decision_id, position, motion_id, body_id, outcome, decided_earliest,
       decided_latest, illustration, summary, document, sha256)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const ofMotion = db.prepare<[string], { decision_id: string; document: string }>(
    'SELECT decision_id, document FROM decisions WHERE motion_id = ?',
  );
  const rewrite = db.prepare('UPDATE decisions SET document = ?, sha256 = ? WHERE decision_id = ?');
  return {
    add: ({ summary, document }: Decision): void => {
      const { decisionId, position, motionId, bodyId, outcome, decidedAt, illustration } = summary;
      const { earliest, latest } = decidedAt;
      const json = JSON.stringify(document);
      const [row, isIllustration] = [JSON.stringify(summary), illustration ? 1 : 0];
      const when = [earliest, latest, isIllustration] as const;
      insert.run(decisionId, position, motionId, bodyId ?? null, outcome, ...when, row, json, sha256(json));
    },
    /** Findings that came after a vote was closed belong to its decision, too. */
    setFindings: (motionId: string, findings: readonly DecisionFinding[]): void => {
      for (const { decision_id: decisionId, document } of ofMotion.all(motionId)) {
        const json = JSON.stringify({ ...parsed<DecisionDocument>(document), findings });
        rewrite.run(json, sha256(json), decisionId);
      }
    },
  };
}
