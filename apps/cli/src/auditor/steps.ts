import { eventData } from '#governance';
import type { Step } from '#verifier';

type Json = Readonly<Record<string, unknown>>;

/** What of an event is told in a line: ids, answers and results, in the order of its fields. */
const told = [
  ...['title', 'name', 'label', 'seatId', 'option', 'from', 'to', 'position', 'ruleId', 'clauseId'],
  ...['versionId', 'meetingId', 'itemId', 'reason', 'candidateId', 'findings'],
];

function countsOf({ tally }: Json): readonly string[] {
  const { counts = [], result } = (tally ?? {}) as Readonly<{
    counts?: readonly Readonly<{ option: string; value: number; constituencyId?: string }>[];
    result?: string;
  }>;
  const ofBody = counts.filter(({ constituencyId }) => constituencyId === undefined);
  return [
    ...ofBody.map(({ option, value }) => `${value} ${option}`),
    ...(result === undefined ? [] : [result]),
  ];
}

/** One step in one line. */
export function stepLine({ index, recorded, status }: Step): string {
  const { stream, event, envelope } = recorded;
  const data = eventData(event);
  const values = told.flatMap((name) => (typeof data[name] === 'string' ? [data[name]] : []));
  const about = [...values, ...countsOf(data)].join(', ');
  const findings = envelope.findings?.map(({ code }) => code).join(', ');
  return [
    `${String(index).padStart(6)}  ${envelope.occurredAt.literal}  ${stream}  ${event.type}`,
    about === '' ? '' : `: ${about}`,
    status === undefined ? '' : ` (${status})`,
    findings === undefined ? '' : ` [${findings}]`,
  ].join('');
}

/** One step as a line of NDJSON. */
export const stepJson = ({ index, recorded, status }: Step): string =>
  JSON.stringify({ index, ...recorded, ...(status !== undefined && { status }) });
