import type { Part } from './health.ts';

type Behind = Readonly<{ what: string; position: number; lag: number; limit: number }>;

/** Whoever follows a record, `lag` events behind: ready unless they are more than `limit`; 0 lifts the limit. */
export function behind({ what, position, lag, limit }: Behind): Part {
  const state = { position: String(position), lag };
  if (limit === 0 || lag <= limit) return { state };
  return { state, trouble: `${what} are ${lag} events behind the record, and ${limit} are the limit.` };
}

/** How far the transparency log is: entries, the last checkpoint, and since when an entry waits for one. */
export type Covering = Readonly<{
  entries: number;
  checkpoint?: Readonly<{ size: number; publishedAt: string }> | undefined;
  /** Milliseconds of the epoch; undefined while every entry is covered. */
  waitingSince?: number | undefined;
}>;

export const secondsSince = (instant: number | string, now = Date.now()): number =>
  Math.max(0, Math.round((now - new Date(instant).getTime()) / 100) / 10);

/** The checkpoint, as a part: ready unless an entry waits for one for more than `limit` seconds; 0 lifts the limit. */
export function checkpointPart({ entries, checkpoint, waitingSince }: Covering, limit: number): Part {
  const waited = waitingSince === undefined ? 0 : secondsSince(waitingSince);
  const state = {
    size: checkpoint?.size ?? 0,
    lag: Math.max(0, entries - (checkpoint?.size ?? 0)),
    waitedSeconds: waited,
    ...(checkpoint && { ageSeconds: secondsSince(checkpoint.publishedAt) }),
  };
  if (limit === 0 || waited <= limit) return { state };
  return { state, trouble: `Entries wait for a checkpoint for ${waited} s, and ${limit} s are the limit.` };
}
