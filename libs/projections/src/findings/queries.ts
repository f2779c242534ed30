import type { Inputs, Severity } from '#governance';
import { parsed } from '../json.ts';
import { pageOf } from '../page.ts';
import type { Listing, Page, PageRequest } from '../page.ts';
import { unpackWhen } from '../packed-when.ts';
import type { Reads } from '../runtime/index.ts';
import type { FindingView } from './views.ts';

export type FindingFilter = Readonly<{
  bodyId?: string | undefined;
  code?: string | undefined;
  ruleId?: string | undefined;
  severity?: Severity | undefined;
  stream?: string | undefined;
  /** What the record showed then: an instant, ISO 8601 UTC with milliseconds; by default everything. */
  knownAt?: string | undefined;
}>;

type Row = Readonly<{
  position: number;
  number: number;
  code: string;
  severity: Severity;
  rule_id: string | null;
  inputs: string;
  stream: string;
  body_id: string | null;
  event_id: string;
  event_type: FindingView['eventType'];
  occurred: string;
  recorded_at: string;
  mode: FindingView['recordingMode'];
  illustration: number;
}>;

const findingOf = (row: Row): FindingView => ({
  code: row.code,
  severity: row.severity,
  ...(row.rule_id !== null && { ruleId: row.rule_id }),
  inputs: parsed<Inputs>(row.inputs),
  stream: row.stream,
  ...(row.body_id !== null && { bodyId: row.body_id }),
  eventId: row.event_id,
  eventType: row.event_type,
  position: String(row.position),
  occurredAt: unpackWhen(row.occurred),
  recordedAt: row.recorded_at,
  recordingMode: row.mode,
  ...(row.illustration === 1 && { illustration: true }),
});

const latestFirst: Listing<Row, FindingView> = {
  select: 'SELECT * FROM findings',
  orderBy: ['position', 'number'],
  direction: 'DESC',
  item: findingOf,
};

/** Latest recorded first. @throws InvalidCursor */
export function listFindings(reads: Reads, request: FindingFilter & PageRequest = {}): Page<FindingView> {
  const { bodyId, code, ruleId, severity, stream, knownAt } = request;
  return pageOf(
    reads,
    latestFirst,
    [
      ['body_id = ?', bodyId],
      ['code = ?', code],
      ['rule_id = ?', ruleId],
      ['severity = ?', severity],
      ['stream = ?', stream],
      ['recorded_at <= ?', knownAt],
    ],
    request,
  );
}
