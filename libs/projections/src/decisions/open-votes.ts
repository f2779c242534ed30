import type { Database } from 'better-sqlite3';
import { eventData } from '#governance';
import type { motion, Recorded, tally } from '#governance';
import { parsed } from '../json.ts';
import { decisionIdOf } from './decision-id.ts';
import type { KnownOfVote, OpenedVote } from './document.ts';

type VoteEvent = Extract<motion.MotionEvent, { voteEventId: string }>;

const idOf = ({ streamId, event }: Recorded<VoteEvent>): string => decisionIdOf(streamId, event.voteEventId);

/** Votes from their opening to their closing. */
export function openVotes(db: Database) {
  const insert = db.prepare('INSERT OR REPLACE INTO decision_votes VALUES (?, ?)');
  const select = db
    .prepare<[string], string>('SELECT opened FROM decision_votes WHERE decision_id = ?')
    .pluck();
  const advise = db.prepare('INSERT OR REPLACE INTO decision_advisory VALUES (?, ?, ?)');
  const advisory = db.prepare<[string], { seatId: string; option: tally.VoteOption }>(
    'SELECT seat_id AS seatId, option FROM decision_advisory WHERE decision_id = ? ORDER BY seat_id',
  );
  const forget = ['decision_votes', 'decision_advisory'].map((table) =>
    db.prepare(`DELETE FROM ${table} WHERE decision_id = ?`),
  );
  return {
    opened: (recorded: Recorded<motion.VoteOpened>): void => {
      const { event, eventId: openedEventId, envelope } = recorded;
      const vote = { openedEventId, openedAt: envelope.occurredAt, opening: eventData(event) };
      insert.run(idOf(recorded), JSON.stringify(vote));
    },
    advised: (recorded: Recorded<motion.AdvisoryBallotRecorded>): void => {
      const { seatId, option } = recorded.event;
      advise.run(idOf(recorded), seatId, option);
    },
    read: (recorded: Recorded<VoteEvent>): Pick<KnownOfVote, 'vote' | 'advisory'> => {
      const opened = select.get(idOf(recorded));
      const vote = opened === undefined ? undefined : parsed<OpenedVote>(opened);
      return { vote, advisory: advisory.all(idOf(recorded)) };
    },
    ended: (recorded: Recorded<VoteEvent>): void => {
      for (const statement of forget) statement.run(idOf(recorded));
    },
  };
}
