import { atInstant } from '#governance';
import type { motion } from '#governance';
import type { TimelineEntry } from '#projections';
import type { MessageId } from '../../words/languages.ts';
import { useSay } from '../frame/page.tsx';
import { Name } from './text.tsx';
import { Time } from './time.tsx';

type Group = Readonly<{ first: TimelineEntry; last: TimelineEntry; count: number; findings: number }>;

/** When it was recorded, to the minute. */
const recordedAt = ({ provenance }: TimelineEntry): string => provenance.recordedAt.slice(0, 16);

/** Ballots come in rows: one line for so many that follow each other, as the roll call tells each of them. */
const rows = new Set<string>(['BallotRecorded', 'AdvisoryBallotRecorded', 'ElectionBallotRecorded']);

function grouped(entries: readonly TimelineEntry[]): readonly Group[] {
  const groups: Group[] = [];
  for (const entry of entries) {
    const before = groups.at(-1);
    const findings = entry.findings.length;
    if (before?.first.type === entry.type && rows.has(entry.type))
      groups[groups.length - 1] = {
        ...before,
        last: entry,
        count: before.count + 1,
        findings: before.findings + findings,
      };
    else groups.push({ first: entry, last: entry, count: 1, findings });
  }
  return groups;
}

/** Every event of a motion has its words: a type without is an error of the compiler. */
const messageOf = (type: motion.MotionEvent['type']): MessageId => `event.${type}`;

const seatOf = ({ details }: TimelineEntry): string | undefined =>
  typeof details.seatId === 'string' ? details.seatId : undefined;

type Labels = ReadonlyMap<string, string>;

type LineProps = Readonly<{ of: Group; before: Group | undefined; labels: Labels }>;

function Line({ of: { first, last, count, findings }, before, labels }: LineProps) {
  const { t } = useSay();
  const { type, provenance } = first;
  const seat = count === 1 ? seatOf(first) : undefined;
  return (
    <li>
      <p class="when">
        <Time at={provenance.occurredAt} />
      </p>
      <p>
        {t(messageOf(type as motion.MotionEvent['type']), { count })}
        {seat !== undefined && (
          <>
            : <Name>{labels.get(seat) ?? seat}</Name>
          </>
        )}
        {findings > 0 && (
          <>
            {' '}
            <a href="#findings">{t('timeline.findings', { count: findings })}</a>
          </>
        )}
        {(before === undefined || recordedAt(before.last) !== recordedAt(last)) && (
          <span class="meta">
            {t('timeline.recorded', { mode: last.provenance.recordingMode })}{' '}
            <Time at={atInstant(last.provenance.recordedAt)} />
          </span>
        )}
      </p>
    </li>
  );
}

/** What happened, in the order in which it was recorded; the second clock is told where it differs from the line before. */
export function Timeline({
  entries,
  labels,
}: Readonly<{ entries: readonly TimelineEntry[]; labels: Labels }>) {
  const groups = grouped(entries);
  return (
    <ol class="timeline">
      {groups.map((group, i) => (
        <Line key={group.first.position} of={group} before={groups[i - 1]} labels={labels} />
      ))}
    </ol>
  );
}
