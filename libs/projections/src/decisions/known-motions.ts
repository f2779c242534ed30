import type { Database } from 'better-sqlite3';
import type { motion, Recorded } from '#governance';
import { parsed } from '../json.ts';
import type { KnownMotion } from './document.ts';
import type { ActOfSeat, DecisionFinding } from './views.ts';

type Row = Readonly<{
  body_id: string | null;
  title: string | null;
  text: string | null;
  text_sha256: string | null;
  moved: string | null;
  seconded: string | null;
  findings: string | null;
}>;

const motionOf = (row: Row): KnownMotion => ({
  ...(row.body_id !== null && { bodyId: row.body_id }),
  ...(row.title !== null && { title: row.title }),
  ...(row.text !== null && { text: row.text }),
  ...(row.text_sha256 !== null && { textSha256: row.text_sha256 }),
  ...(row.moved !== null && { moved: parsed<ActOfSeat>(row.moved) }),
  ...(row.seconded !== null && { seconded: parsed<ActOfSeat>(row.seconded) }),
  findings: row.findings === null ? [] : parsed(row.findings),
});

type Column = keyof Row;

/** Sets columns of a motion's row, and makes the row where an earlier event is not in the record. */
function upsert(db: Database, ...names: readonly Column[]) {
  const set = names.map((name) => `${name} = excluded.${name}`).join(', ');
  return db.prepare(
    `INSERT INTO decision_motions (motion_id, ${names.join(', ')}) VALUES (?${', ?'.repeat(names.length)})
     ON CONFLICT (motion_id) DO UPDATE SET ${set}`,
  );
}

function actOf({ event }: Recorded<motion.MotionMoved | motion.MotionSeconded>): ActOfSeat {
  const { seatId, constituencyId } = event;
  const exemption = event.type === 'MotionSeconded' ? event.exemption : undefined;
  return {
    ...(seatId !== undefined && { seatId }),
    ...(constituencyId !== undefined && { constituencyId }),
    ...(exemption !== undefined && { exemption }),
  };
}

const findingsOf = ({ envelope, event, eventId }: Recorded): readonly DecisionFinding[] =>
  (envelope.findings ?? []).map((finding) => ({ ...finding, eventId, eventType: event.type }));

/** What decisions say of their motions, kept until the vote is closed and after. */
export function knownMotions(db: Database) {
  const select = db.prepare<[string], Row>('SELECT * FROM decision_motions WHERE motion_id = ?');
  const draft = upsert(db, 'body_id', 'title', 'text', 'text_sha256');
  const revise = upsert(db, 'text', 'text_sha256');
  const [move, second, find] = [upsert(db, 'moved'), upsert(db, 'seconded'), upsert(db, 'findings')];
  const read = (motionId: string): KnownMotion => {
    const row = select.get(motionId);
    return row ? motionOf(row) : { findings: [] };
  };
  return {
    read,
    drafted: ({ streamId, event }: Recorded<motion.MotionDrafted>): void => {
      draft.run(streamId, event.bodyId, event.title, event.text, event.textSha256);
    },
    revised: ({ streamId, event }: Recorded<motion.MotionTextRevised>): void => {
      revise.run(streamId, event.text, event.textSha256);
    },
    moved: (recorded: Recorded<motion.MotionMoved>): void => {
      move.run(recorded.streamId, JSON.stringify(actOf(recorded)));
    },
    seconded: (recorded: Recorded<motion.MotionSeconded>): void => {
      second.run(recorded.streamId, JSON.stringify(actOf(recorded)));
    },
    /** Answers with all findings of the motion. */
    found: (recorded: Recorded): readonly DecisionFinding[] => {
      const findings = [...read(recorded.streamId).findings, ...findingsOf(recorded)];
      find.run(recorded.streamId, JSON.stringify(findings));
      return findings;
    },
  };
}
