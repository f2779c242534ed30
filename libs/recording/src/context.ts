import { parseWhen } from '#governance';
import type { RecordedBy, RecordingMode, SourceRef, Visibility, When } from '#governance';
import { Rejected } from './errors.ts';

/** Who records, how and when: what every command carries besides itself. */
export type WriteContext = Readonly<{
  recordedBy: RecordedBy;
  mode: RecordingMode;
  /** When it happened, as given; in live mode the moment of recording if absent. */
  occurredAt?: string;
  commandId: string;
  /** Of the command as given, where the client chose the Idempotency-Key. */
  commandDigest?: string;
  /** From If-Match: the revision on which the client decided. */
  expectedRevision?: number;
  correlationId: string;
  causationId?: string;
  visibility: Visibility;
  /** Whoever records it said so; without it, `visibility` is what commands have by default. */
  visibilityStated?: true;
  illustration?: true;
  lang?: string;
  sources?: readonly SourceRef[];
}>;

/** Clocks differ a little; a live command may be this far ahead of ours. Milliseconds. */
const clockTolerance = 5 * 60 * 1000;

const laterOf = (a: string, b: string): string => (a > b ? a : b);
const earlierOf = (a: string, b: string): string => (a < b ? a : b);

/**
 * When the command's events happened, read in the body's time zone: however little is known of it, not after
 * it was recorded.
 *
 * @throws Rejected `OCCURRED_AT_REQUIRED`, `OCCURRED_AT_INVALID`, `OCCURRED_IN_FUTURE`
 */
export function occurredAt(context: WriteContext, zone: string, now: Date = new Date()): When {
  const { occurredAt: literal, mode } = context;
  if (literal === undefined && mode !== 'live') throw new Rejected('OCCURRED_AT_REQUIRED', { mode });
  const when = parseWhen(literal ?? now.toISOString(), zone);
  if (when === undefined) throw new Rejected('OCCURRED_AT_INVALID', { occurredAt: literal });
  const horizon = new Date(now.getTime() + clockTolerance).toISOString();
  if (when.precision !== 'unknown' && when.earliest > horizon)
    throw new Rejected('OCCURRED_IN_FUTURE', { occurredAt: literal, now: now.toISOString() });
  return { ...when, latest: laterOf(when.earliest, earlierOf(when.latest, now.toISOString())) };
}
