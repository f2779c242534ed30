import { stringify } from 'csv-stringify/sync';
import type { Reads } from '#projections';
import { writable } from '../feeds/xml.ts';
import { everyDecision, everyMeeting, everySchool, everySeat } from './rows.ts';

type Cell = string | number | boolean | undefined;
type Table = Readonly<{ columns: readonly string[]; rows: (reads: Reads) => Iterable<readonly Cell[]> }>;

const voteColumns = ['yes', 'no', 'abstain', 'recused', 'absent'] as const;

/** Tables, one row a thing. Times are as they were written, and never more precise than they are known. */
export const csvTables: Readonly<Record<string, Table>> = {
  decisions: {
    columns: [
      'decision_id',
      'motion_id',
      'body_id',
      'title',
      'outcome',
      'decided',
      'recorded_at',
      'manner',
      ...voteColumns,
      'rule_id',
      'corrected',
      'void',
      'illustration',
    ],
    rows: function* (reads) {
      for (const {
        decisionId,
        motionId,
        bodyId,
        title,
        outcome,
        decidedAt,
        recordedAt,
        manner,
        counts,
        rule,
        ...rest
      } of everyDecision(reads)) {
        const { corrected = false, voided = false, illustration = false } = rest;
        const known: Readonly<Record<string, number | undefined>> = counts;
        const votes = voteColumns.map((option) => known[option]);
        yield [
          decisionId,
          motionId,
          bodyId,
          title,
          outcome,
          decidedAt.literal,
          recordedAt,
          manner,
          ...votes,
          rule?.ruleId,
          corrected,
          voided,
          illustration,
        ];
      }
    },
  },
  votes: {
    columns: ['decision_id', 'seat_id', 'label', 'constituency_id', 'option', 'present'],
    rows: function* (reads) {
      for (const { decisionId, rollCall } of everyDecision(reads))
        for (const { seatId, label, constituencyId, option, present } of rollCall)
          yield [decisionId, seatId, label, constituencyId, option, present];
    },
  },
  meetings: {
    columns: ['meeting_id', 'body_id', 'title', 'type', 'starts', 'status', 'illustration'],
    rows: function* (reads) {
      for (const {
        meetingId,
        bodyId,
        title,
        meetingType,
        startsAt,
        status,
        illustration = false,
      } of everyMeeting(reads))
        yield [meetingId, bodyId, title, meetingType, startsAt?.literal, status, illustration];
    },
  },
  seats: {
    columns: [
      'body_id',
      'seat_id',
      'label',
      'constituency_id',
      'seating_id',
      'holder_kind',
      'holder_id',
      'starts',
      'ends',
      'vacated',
      'vacancy_reason',
    ],
    rows: function* (reads) {
      for (const { bodyId, seatId, label, constituencyId, seatings } of everySeat(reads)) {
        const seat = [bodyId, seatId, label, constituencyId] as const;
        if (seatings.length === 0) yield [...seat, ...Array.from({ length: 7 }, () => undefined)];
        for (const { seatingId, holder, startsAt, endsAt, vacated } of seatings)
          yield [
            ...seat,
            seatingId,
            holder.kind,
            holder.id,
            startsAt.literal,
            endsAt?.literal,
            vacated?.at.literal,
            vacated?.reason,
          ];
      }
    },
  },
  schools: {
    columns: ['school_id', 'name', 'body_id', 'status', 'cohort_id'],
    rows: function* (reads) {
      for (const { schoolId, name, bodyId, status, cohortId } of everySchool(reads))
        yield [schoolId, name, bodyId, status, cohortId];
    },
  },
};

/** Rows that are written at a time. */
const batch = 100;

const written = (rows: readonly (readonly Cell[])[]): string =>
  stringify(
    rows.map((row) => row.map((cell) => (typeof cell === 'string' ? writable(cell) : cell))),
    {
      record_delimiter: '\r\n',
      // What a spreadsheet would take for a formula becomes a text to it.
      escape_formulas: true,
      cast: { boolean: String },
    },
  );

/** A table as CSV (RFC 4180), in pieces, with a header line. */
export function* csvOf({ columns, rows }: Table, reads: Reads): Generator<string> {
  let waiting: (readonly Cell[])[] = [columns];
  for (const row of rows(reads)) {
    if (waiting.length >= batch) {
      yield written(waiting);
      waiting = [];
    }
    waiting.push(row);
  }
  yield written(waiting);
}
