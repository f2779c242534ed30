import type { DomainEvent, Envelope, motion, Recorded } from '#governance';
import type { RowTable } from '../batched.ts';
import type { Entry } from '../entries.ts';
import type { TimelineEvent } from '../motion-timeline/index.ts';
import type { MotionStatus, MotionSummary } from './views.ts';

/** What lists of motions show and are filtered by. */
export type MotionRow = Readonly<{
  motion_id: string;
  position: number;
  body_id: string | null;
  title: string | null;
  status: MotionStatus;
  /** Where it was before a ruling or a reconsideration interrupted it. */
  status_before: MotionStatus | null;
  meeting_id: string | null;
  classification: motion.MotionClass | null;
  applies_to: string | null;
  illustration: number;
}>;

export const motionRows: RowTable<MotionRow> = {
  table: 'motions',
  columns: [
    'motion_id',
    'position',
    'body_id',
    'title',
    'status',
    'status_before',
    'meeting_id',
    'classification',
    'applies_to',
    'illustration',
  ],
};

/** Where each event leads; ballots and the closing of a vote lead nowhere by themselves. */
const statuses: Partial<Record<motion.MotionEvent['type'], MotionStatus | 'back'>> = {
  MotionDrafted: 'drafted',
  MotionSubmitted: 'submitted',
  MotionAgendized: 'agendized',
  MotionMoved: 'moved',
  MotionSeconded: 'pending',
  MotionLapsed: 'lapsed',
  MotionTabled: 'tabled',
  MotionTakenFromTable: 'pending',
  MotionPostponed: 'postponed',
  MotionPostponedIndefinitely: 'postponed_indefinitely',
  MotionResumed: 'pending',
  MotionReferred: 'referred',
  MotionReported: 'pending',
  MotionWithdrawn: 'withdrawn',
  VoteOpened: 'voting',
  VoteAborted: 'pending',
  MotionAdopted: 'adopted',
  MotionRejected: 'rejected',
  ConsensusCalled: 'seeking_consensus',
  ConsensusFailed: 'pending',
  ConsensusAborted: 'pending',
  ElectionCalled: 'nominating',
  NominationsClosed: 'pending',
  ElectionRoundOpened: 'electing',
  ElectionRoundClosed: 'pending',
  ElectionRoundAborted: 'pending',
  MotionVoided: 'void',
  QuestionDivided: 'divided',
  MotionRuledOutOfOrder: 'ruled_out_of_order',
  MotionReinstated: 'back',
  CommitteeDischarged: 'pending',
  ReconsiderationMoved: 'reconsideration_pending',
  MotionReconsidered: 'pending',
  ReconsiderationEnded: 'back',
  MotionRescinded: 'rescinded',
  AdoptedMotionAmended: 'amended_after_adoption',
  MotionReceived: 'submitted',
};

/** `back`: to where the motion was before it was interrupted. */
export type Leads = MotionStatus | 'back';

const statusByType: ReadonlyMap<string, Leads> = new Map(Object.entries(statuses));

export const statusAfter = (type: string): Leads | undefined => statusByType.get(type);

/** An event of a motion, whole or as the timeline keeps it. */
type Told = Pick<Recorded, 'streamId' | 'position'> &
  Readonly<{ event: DomainEvent | TimelineEvent; envelope: Pick<Envelope, 'illustration'> }>;

/** A motion of which no event was seen before. */
const unseen = ({ streamId, position, envelope }: Told): MotionRow => ({
  motion_id: streamId,
  position,
  body_id: null,
  title: null,
  status: 'drafted',
  status_before: null,
  meeting_id: null,
  classification: null,
  applies_to: null,
  illustration: envelope.illustration ? 1 : 0,
});

function described(event: Told['event']): Partial<MotionRow> {
  switch (event.type) {
    case 'MotionDrafted':
      return {
        body_id: event.bodyId,
        title: event.title,
        classification: event.classification,
        applies_to: event.appliesTo ?? null,
      };
    case 'MotionAgendized':
    case 'MotionMoved':
    case 'MotionResumed':
    case 'MotionReconsidered':
    case 'MotionTakenFromTable':
    case 'VoteOpened':
    case 'ConsensusCalled':
    case 'UnanimousConsentDeclared':
    case 'ConsentCalendarApplied':
    case 'ElectionCalled':
    case 'ElectionRoundOpened':
      return event.meetingId === undefined ? {} : { meeting_id: event.meetingId };
    default:
      return {};
  }
}

const interruptions: ReadonlySet<MotionStatus> = new Set(['ruled_out_of_order', 'reconsideration_pending']);

const isRestated = (event: Told['event']): boolean =>
  (event.type === 'MotionAdopted' || event.type === 'MotionRejected') && event.restated === true;

/** A corrected vote takes an adoption away, and another correction gives it back as it was: amended since, if it was. */
function restated(
  { status, status_before }: Pick<MotionRow, 'status' | 'status_before'>,
  leads: MotionStatus,
): Partial<MotionRow> {
  const amended = 'amended_after_adoption';
  if (leads === 'rejected') return { status: leads, status_before: status === amended ? amended : null };
  return { status: status_before === amended ? amended : leads, status_before: null };
}

function standing(
  { status, status_before }: MotionRow,
  leads: Leads,
  event: Told['event'],
): Partial<MotionRow> {
  if (leads !== 'back' && isRestated(event)) return restated({ status, status_before }, leads);
  if (leads === 'back') return { status: status_before ?? status, status_before: null };
  return { status: leads, status_before: interruptions.has(leads) ? status : null };
}

/** The row after an event that changes where the motion stands. */
export function rowAfter(row: MotionRow | undefined, recorded: Told, leads: Leads): MotionRow {
  const before = row ?? unseen(recorded);
  return { ...before, ...described(recorded.event), ...standing(before, leads, recorded.event) };
}

/** The row to which some of a motion's events come; undefined where none of them says where it stands. */
export const rowOf = (motionId: string, entries: readonly Entry<TimelineEvent>[]): MotionRow | undefined =>
  entries.reduce<MotionRow | undefined>((row, { event, position, provenance }) => {
    const leads = statusAfter(event.type);
    if (leads === undefined) return row;
    return rowAfter(row, { streamId: motionId, position, event, envelope: provenance }, leads);
  }, undefined);

export const summaryOf = (row: MotionRow): MotionSummary => ({
  motionId: row.motion_id,
  ...(row.body_id !== null && { bodyId: row.body_id }),
  ...(row.title !== null && { title: row.title }),
  status: row.status,
  ...(row.meeting_id !== null && { meetingId: row.meeting_id }),
  ...(row.classification !== null && { classification: row.classification }),
  ...(row.applies_to !== null && { appliesTo: row.applies_to }),
  ...(row.illustration === 1 && { illustration: true }),
});
