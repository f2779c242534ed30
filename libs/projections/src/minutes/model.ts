import type { DomainEvent, motion, Recorded } from '#governance';
import { on } from '../runtime/index.ts';
import type { ReadModel } from '../runtime/index.ts';

/** Events by which a motion is before a meeting. */
type BeforeMeeting =
  | motion.MotionMoved
  | motion.MotionTakenFromTable
  | motion.MotionResumed
  | motion.VoteOpened
  | motion.ConsensusCalled
  | motion.MotionRuledOutOfOrder
  | motion.MotionReconsidered
  | motion.UnanimousConsentDeclared
  | motion.UnanimousConsentObjected
  | motion.ConsentCalendarCompiled
  | motion.ConsentCalendarApplied
  | motion.ElectionCalled
  | motion.ElectionRoundOpened;

const beforeMeeting: ReadonlySet<string> = new Set(
  Object.keys({
    MotionMoved: true,
    MotionTakenFromTable: true,
    MotionResumed: true,
    VoteOpened: true,
    ConsensusCalled: true,
    MotionRuledOutOfOrder: true,
    MotionReconsidered: true,
    UnanimousConsentDeclared: true,
    UnanimousConsentObjected: true,
    ConsentCalendarCompiled: true,
    ConsentCalendarApplied: true,
    ElectionCalled: true,
    ElectionRoundOpened: true,
  } satisfies Record<BeforeMeeting['type'], true>),
);

const isBeforeMeeting = (event: DomainEvent): event is BeforeMeeting => beforeMeeting.has(event.type);

/** The meeting before which an event brings its motion, if it does. */
export const meetingBeforeWhich = (event: DomainEvent): string | undefined =>
  isBeforeMeeting(event) ? event.meetingId : undefined;

/** Which motions were before which meeting, how its minutes stand, and which motions approved or corrected whose. */
export const minutesModel: ReadModel = {
  name: 'minutes',
  version: 3,
  tables: `
    CREATE TABLE meeting_motions (
      meeting_id TEXT NOT NULL,
      motion_id TEXT NOT NULL,
      -- Of the first event: the order in which they came up.
      position INTEGER NOT NULL,
      PRIMARY KEY (meeting_id, motion_id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE minutes_acts (
      motion_id TEXT NOT NULL,
      -- Whose minutes.
      meeting_id TEXT NOT NULL,
      PRIMARY KEY (motion_id, meeting_id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE minutes_standing (
      meeting_id TEXT PRIMARY KEY,
      status TEXT NOT NULL,
      sha256 TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;`,
  project: (db) => {
    const motion = db.prepare('INSERT OR IGNORE INTO meeting_motions VALUES (?, ?, ?)');
    const act = db.prepare('INSERT OR IGNORE INTO minutes_acts VALUES (?, ?)');
    const standing = db.prepare('INSERT OR REPLACE INTO minutes_standing VALUES (?, ?, ?)');
    const before = ({ event, streamId, position }: Recorded): void => {
      const meetingId = meetingBeforeWhich(event);
      if (meetingId !== undefined) motion.run(meetingId, streamId, position);
    };
    return on({
      ...Object.fromEntries([...beforeMeeting].map((type) => [type, before])),
      MinutesDrafted: ({ event, streamId }) => void standing.run(streamId, 'draft', event.sha256),
      MinutesApproved: ({ event, streamId }) => {
        standing.run(streamId, 'approved', event.sha256);
        act.run(event.motionId, streamId);
      },
      MinutesCorrectionRecorded: ({ event, streamId }) => void act.run(event.authorityMotionId, streamId),
    });
  },
};
