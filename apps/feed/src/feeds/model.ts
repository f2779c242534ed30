import type { Database } from 'better-sqlite3';
import type { DomainEvent, instrument, motion, Recorded, school } from '#governance';
import { decisionIdOf } from '#projections';
import type { ReadModel } from '#projections';

/** Which feed an item is in: `all`, or that of one body, instrument or school. */
export type Channel = 'all' | `${ChannelKind}:${string}`;
export const channelKinds = ['body', 'instrument', 'school'] as const;
export type ChannelKind = (typeof channelKinds)[number];

/** What happened to an instrument or a school, beside the decisions on it. */
export type MilestoneEvent = instrument.InstrumentEvent | school.SchoolEvent;
export type MilestoneType = Exclude<
  MilestoneEvent['type'],
  | 'InstrumentVersionContinued'
  | 'SiteLeaderChanged'
  | 'CoordinatorAssigned'
  | 'RuleInterpreted'
  | 'RuleBound'
  | 'RuleReplaced'
>;
export type Milestone<E extends DomainEvent = Extract<MilestoneEvent, { type: MilestoneType }>> = Readonly<{
  category: 'instrument' | 'school';
  streamId: string;
  event: E;
  occurredAt: Recorded['envelope']['occurredAt'];
  entry: number;
  lang?: string;
  illustration?: true;
}>;

const milestones: Readonly<Record<MilestoneType, true>> = {
  InstrumentRegistered: true,
  InstrumentPartyAdded: true,
  InstrumentVersionProposed: true,
  InstrumentVersionAdopted: true,
  PartyRatified: true,
  PartyRejected: true,
  InstrumentEnteredIntoForce: true,
  InstrumentForcePostponed: true,
  InstrumentProrogued: true,
  InstrumentExpired: true,
  InstrumentRepealed: true,
  InstrumentIncorporated: true,
  InstrumentSuperseded: true,
  RenditionPublished: true,
  PracticeDeparted: true,
  SchoolRegistered: true,
  SchoolDesignated: true,
  DesignationRenewed: true,
  DesignationSuspended: true,
  DesignationRestored: true,
  DesignationEnded: true,
  SchoolRenamed: true,
  SchoolMerged: true,
  SiteBodyFormed: true,
};

const isMilestone = (event: DomainEvent): event is Milestone['event'] =>
  Object.hasOwn(milestones, event.type);

/*
 * An item appears in its channels when it becomes public, and again whenever it is corrected: so readers that
 * look at what is new meet corrections, too. Appearances are numbered within each channel; the numbers, and with
 * them the pages of an archive, depend on the events alone.
 */
const tables = `
  CREATE TABLE feed_items (
    item TEXT PRIMARY KEY,
    published_at TEXT NOT NULL,
    -- Of the last correction.
    updated_at TEXT,
    -- Of the last appearance: what one command changed is one change.
    command_id TEXT NOT NULL,
    -- JSON, where the item is no decision.
    milestone TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE feed_appearances (
    channel TEXT NOT NULL,
    number INTEGER NOT NULL,
    item TEXT NOT NULL,
    PRIMARY KEY (channel, number)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX feed_appearances_of_item ON feed_appearances (item, channel);
  -- What motions are about, besides their body.
  CREATE TABLE feed_subjects (motion_id TEXT NOT NULL, channel TEXT NOT NULL, PRIMARY KEY (motion_id, channel)) STRICT, WITHOUT ROWID;`;

const corrections = [
  'VoteRecordCorrected',
  'VoteTellersReportCorrected',
  'TallyRestated',
  'ElectionDecided',
] as const;
type Correction = Extract<motion.MotionEvent, { type: (typeof corrections)[number] }>;
const isCorrection = (recorded: Recorded): recorded is Recorded<Correction> =>
  (corrections as readonly string[]).includes(recorded.event.type);

const correctedBy = ({ streamId, event }: Recorded<Correction>): string =>
  decisionIdOf(streamId, event.type === 'ElectionDecided' ? event.decidedBy : event.voteEventId);

function subjectsOf({ effect }: motion.MotionDrafted): readonly Channel[] {
  switch (effect?.kind) {
    case undefined:
      return [];
    case 'adopt_version':
      return [`instrument:${effect.instrumentId}`];
    case 'approve_selection':
      return effect.schoolIds.map((id): Channel => `school:${id}`);
  }
}

/** Puts items into channels. */
function appearing(db: Database) {
  const publish = db.prepare('INSERT OR IGNORE INTO feed_items VALUES (?, ?, NULL, ?, ?)');
  const update = db.prepare(
    'UPDATE feed_items SET updated_at = ?, command_id = ? WHERE item = ? AND command_id <> ?',
  );
  const channelsOf = db
    .prepare<[string], Channel>('SELECT DISTINCT channel FROM feed_appearances WHERE item = ?')
    .pluck();
  const appear = db.prepare(
    `INSERT INTO feed_appearances
     SELECT @channel, coalesce(max(number), 0) + 1, @item FROM feed_appearances WHERE channel = @channel`,
  );
  const appearIn = (item: string, channels: readonly Channel[]): void => {
    for (const channel of new Set(channels)) appear.run({ channel, item });
  };
  return {
    publish: (
      item: string,
      { recordedAt, envelope }: Recorded,
      channels: readonly Channel[],
      milestone?: Milestone,
    ) => {
      const json = milestone ? JSON.stringify(milestone) : null;
      if (publish.run(item, recordedAt, envelope.commandId, json).changes > 0) appearIn(item, channels);
    },
    correct: (item: string, { recordedAt, envelope: { commandId } }: Recorded) => {
      if (update.run(recordedAt, commandId, item, commandId).changes > 0)
        appearIn(item, channelsOf.all(item));
    },
  };
}

const decisionItem = (decisionId: string): string => `decision:${decisionId}`;

/** Decisions as the register has them: an item is there as soon as its row is. */
function decisionsIn(db: Database) {
  const at = db.prepare<[number], { id: string; bodyId: string | null }>(
    'SELECT decision_id AS id, body_id AS bodyId FROM decisions WHERE position = ?',
  );
  const voided = db
    .prepare<[string, string, string], string>(
      `SELECT decision_id FROM decisions
       WHERE decision_id > ? AND decision_id < ? AND document ->> '$.voidedAs.eventId' = ?`,
    )
    .pluck();
  return {
    at: (position: number) => at.get(position),
    voidedBy: ({ streamId, eventId }: Recorded) => voided.get(`${streamId}:`, `${streamId};`, eventId),
  };
}

const followed: ReadonlySet<string> = new Set(['motion', 'instrument', 'school']);

const milestoneOf = ({ category, streamId, event, envelope, position }: Recorded): Milestone | undefined =>
  isMilestone(event) && (category === 'instrument' || category === 'school')
    ? {
        category,
        streamId,
        event,
        occurredAt: envelope.occurredAt,
        entry: position - 1,
        ...(envelope.lang !== undefined && { lang: envelope.lang }),
        ...(envelope.illustration && { illustration: true }),
      }
    : undefined;

/** What motions come to, and what becomes of it. */
function ofMotions(db: Database, { publish, correct }: ReturnType<typeof appearing>) {
  const decisions = decisionsIn(db);
  const addSubject = db.prepare('INSERT OR IGNORE INTO feed_subjects VALUES (?, ?)');
  const subjects = db
    .prepare<[string], Channel>('SELECT channel FROM feed_subjects WHERE motion_id = ?')
    .pluck();
  const decide = (recorded: Recorded): void => {
    const decided = decisions.at(recorded.position);
    if (!decided) return;
    const body: readonly Channel[] = decided.bodyId === null ? [] : [`body:${decided.bodyId}`];
    publish(decisionItem(decided.id), recorded, ['all', ...body, ...subjects.all(recorded.streamId)]);
  };
  return (recorded: Recorded): void => {
    const { event, streamId } = recorded;
    if (event.type === 'MotionDrafted')
      for (const channel of subjectsOf(event)) addSubject.run(streamId, channel);
    decide(recorded);
    if (isCorrection(recorded)) correct(decisionItem(correctedBy(recorded)), recorded);
    const voided = event.type === 'MotionVoided' ? decisions.voidedBy(recorded) : undefined;
    if (voided !== undefined) correct(decisionItem(voided), recorded);
  };
}

/** Items of the feeds, in the order in which they became public and were corrected. Comes after the decisions. */
export const feedItemsModel: ReadModel = {
  name: 'feed-items',
  version: 1,
  tables,
  project: (db, beforeCommit) => {
    const items = appearing(db);
    const ofMotion = ofMotions(db, items);
    const project = (recorded: Recorded): void => {
      const milestone = milestoneOf(recorded);
      if (recorded.category === 'motion') ofMotion(recorded);
      else if (milestone) {
        const channel: Channel = `${milestone.category}:${milestone.streamId}`;
        items.publish(`event:${recorded.eventId}`, recorded, [channel], milestone);
      }
    };
    const held: Recorded[] = [];
    beforeCommit(() => held.splice(0).forEach(project));
    // The register writes its rows while a batch is read, or at its end: both are before this.
    return (recorded) => {
      if (followed.has(recorded.category)) held.push(recorded);
    };
  },
};
