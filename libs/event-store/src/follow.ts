import { setImmediate, setTimeout } from 'node:timers/promises';
import type { Bell } from './bell.ts';
import type { Position, RecordedEvent, SubscribeOptions } from './event-store.ts';
import { batchesAfter } from './page.ts';

/** Reads the next events at once, so that nothing can be appended between an empty page and the wait for the bell. */
export type ReadNext = (after: Position, limit: number) => readonly RecordedEvent[];

/** A long catch-up must not keep timers, sockets and aborts from their turn. */
const pause = (linger: number, signal: AbortSignal): Promise<unknown> =>
  linger > 0 ? setTimeout(linger, undefined, { signal }).catch(() => undefined) : setImmediate();

/** A catch-up subscription for stores that read synchronously and ring a bell after appends. */
export async function* follow(
  readNext: ReadNext,
  bell: Bell,
  { after, batchSize, signal, linger = 0 }: SubscribeOptions,
): AsyncGenerator<readonly RecordedEvent[], void> {
  const batches = batchesAfter(after, batchSize);
  let position = batches.after;
  while (!signal.aborted && !bell.closed) {
    const events = readNext(position, batches.batchSize);
    const last = events.at(-1);
    if (last === undefined) {
      await bell.rings(signal);
    } else {
      position = last.position;
      yield events;
      await pause(events.length < batches.batchSize ? linger : 0, signal);
    }
  }
}
