import { Transform } from 'class-transformer';
import { motion, rulebook } from '#governance';
import type { meeting, Severity } from '#governance';
import { pageLimits } from '#projections';
import type { BodyStatus, MotionStatus, Outcome } from '#projections';
import { Count, Flag, IdField, OneOf, PartialDate, TextField } from '../platform/index.ts';

/** Whole numbers and yes or no come as texts in an address. */
export const number = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' && /^\d{1,16}$/.test(value) ? Number(value) : value,
);
export const truth = Transform(({ value }: { value: unknown }) =>
  value === 'true' ? true : value === 'false' ? false : value,
);

const bodyStatuses: readonly BodyStatus[] = ['established', 'succeeded', 'dissolved'];
const meetingStatuses: readonly meeting.MeetingStatus[] = [
  'scheduled',
  'cancelled',
  'in_session',
  'recessed',
  'adjourned',
];
const motionStatuses: readonly MotionStatus[] = [
  'drafted',
  'submitted',
  'agendized',
  'moved',
  'pending',
  'voting',
  'adopted',
  'rejected',
  'lapsed',
  'withdrawn',
  'tabled',
  'postponed',
  'postponed_indefinitely',
  'referred',
  'seeking_consensus',
  'nominating',
  'electing',
  'void',
  'divided',
  'ruled_out_of_order',
  'reconsideration_pending',
  'rescinded',
  'amended_after_adoption',
];
const severities: readonly Severity[] = ['info', 'warning', 'irregular'];

const known = 'What the record knew then (the end of a day, month or year); by default everything.';
const happened =
  'What had happened, or may have, by then; by default everything. Of a list, a page may then hold fewer entries ' +
  'than its limit: go on while there is a next.';

/** What every query may say. */
export class ReadParameters {
  @TextField({
    max: 15,
    optional: true,
    description: 'Wait until the answer contains this position, as a write answered it.',
    example: '4711',
  })
  minPosition?: string;
}

/** What every list may say. */
export class PageParameters extends ReadParameters {
  @TextField({ max: 500, optional: true, description: '`next` of the page before.' })
  cursor?: string;
  @number
  @Count({ optional: true, min: pageLimits.least, max: pageLimits.most, description: 'Entries of a page.' })
  limit?: number;
}

class PageKnownAtParameters extends PageParameters {
  @PartialDate({ optional: true, description: known, example: '2026-11-22' })
  knownAt?: string;
}

export class ListBodiesParameters extends PageKnownAtParameters {
  @PartialDate({ optional: true, description: happened, example: '2019-06-13' })
  asOf?: string;
  @IdField({ optional: true, description: 'Subcommittees of this body.' })
  parentBodyId?: string;
  @OneOf(bodyStatuses, { optional: true })
  status?: BodyStatus;
  @TextField({ max: 100, optional: true, example: 'committee' })
  classification?: string;
}

/** What was true then, and as the record knew it then. */
export class TwoTimesParameters extends ReadParameters {
  @PartialDate({ optional: true, description: 'What was true then; by default now.', example: '2019-06-13' })
  asOf?: string;
  @PartialDate({
    optional: true,
    description: known,
    example: '2026-11-22',
  })
  knownAt?: string;
}

export class RulesInForceParameters extends TwoTimesParameters {
  @IdField({ description: 'Of this body.', example: 'cssc' })
  bodyId!: string;
}

export class KnownAtParameters extends ReadParameters {
  @PartialDate({ optional: true, description: known })
  knownAt?: string;
}

/** What had happened by then, and as the record knew it then. */
export class HappenedByParameters extends KnownAtParameters {
  @PartialDate({ optional: true, description: happened, example: '2019-06-13' })
  asOf?: string;
}

class OfBodyParameters extends PageKnownAtParameters {
  @IdField({ optional: true, description: 'Of this body.', example: 'cssc' })
  bodyId?: string;
}

class PeriodParameters extends OfBodyParameters {
  @PartialDate({ optional: true, description: 'Not before.', example: '2026' })
  from?: string;
  @PartialDate({ optional: true, description: 'Not after.', example: '2026-12' })
  to?: string;
}

export class ListMeetingsParameters extends PeriodParameters {
  @PartialDate({ optional: true, description: happened, example: '2026-09-01' })
  asOf?: string;
  @OneOf(meetingStatuses, { optional: true })
  status?: meeting.MeetingStatus;
}

export class ListMotionsParameters extends OfBodyParameters {
  @PartialDate({ optional: true, description: happened, example: '2026-09-01' })
  asOf?: string;
  @OneOf(motionStatuses, { optional: true })
  status?: MotionStatus;
  @IdField({ optional: true, description: 'Before this meeting.' })
  meetingId?: string;
  @IdField({ optional: true, description: 'Made on this motion.' })
  appliesTo?: string;
  @OneOf(motion.motionClasses, { optional: true })
  classification?: motion.MotionClass;
}

export class ListDecisionsParameters extends PeriodParameters {
  @IdField({ optional: true, description: 'On this motion.' })
  motionId?: string;
  @OneOf(['adopted', 'rejected'], { optional: true })
  outcome?: Outcome;
  @truth
  @Flag({ optional: true, description: 'Only illustrations, or none of them.' })
  illustration?: boolean;
}

export class ListFindingsParameters extends OfBodyParameters {
  @TextField({ max: 100, optional: true, example: 'NOTICE_TOO_SHORT' })
  code?: string;
  @OneOf(rulebook.ruleIds, { optional: true, description: 'Of this rule of the rulebook.' })
  ruleId?: rulebook.RuleId;
  @OneOf(severities, { optional: true })
  severity?: Severity;
  @TextField({ max: 200, optional: true, description: 'In this stream.', example: 'meeting-2026-09' })
  stream?: string;
}

export class VotingRecordParameters extends KnownAtParameters {
  @PartialDate({ optional: true, description: 'Not before.', example: '2026' })
  from?: string;
  @PartialDate({ optional: true, description: 'Not after.', example: '2026-12' })
  to?: string;
  @truth
  @Flag({ optional: true, description: 'Only illustrations, or none of them.' })
  illustration?: boolean;
}

export class AttendanceParameters extends VotingRecordParameters {
  @number
  @Count({
    optional: true,
    min: 1,
    max: 100,
    description:
      'Absences in a year of a term at which a seat may be declared vacant: who reached them is shown (SP-17).',
  })
  absenceLimit?: number;
}

export class ListEventsParameters extends ReadParameters {
  @TextField({
    max: 200,
    optional: true,
    description: 'Only of this stream, in order of revision; `cursor` is then of that order.',
    example: 'motion-coordinators',
  })
  stream?: string;
  @number
  @Count({
    optional: true,
    max: Number.MAX_SAFE_INTEGER,
    description:
      '`next` of the page before: events after this position, or revision where a stream is given.',
  })
  cursor?: number;
  @number
  @Count({ optional: true, min: 1, max: 1_000, description: 'Events of a page; 100 by default.' })
  limit?: number;
}
