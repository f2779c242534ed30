import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import { batchesAfter, ForeignPosition } from '#event-store';
import type { RecordedEvent, SubscribeOptions } from '#event-store';
import type { Announcements } from './announcements.ts';
import { pauseBefore } from './connection.ts';
import { isTransient } from './failures.ts';
import type { Reader } from './reader.ts';

/** An announcement can be lost with its node; so long it takes at most to look without one. Milliseconds. */
const longestSilence = 2_000;
/** A leader that was cut off may not know of the newest events; another one does. */
const chances = 5;

/** A long catch-up must not keep timers, sockets and aborts from their turn. */
const pause = (linger: number, signal: AbortSignal): Promise<unknown> =>
  linger > 0 ? sleep(linger, undefined, { signal }).catch(() => undefined) : setImmediate();

/**
 * A catch-up subscription. It reads on from the last event that it gave, whatever happens to nodes and
 * connections, so that none is left out and none comes twice; the server confirms that event every time.
 *
 * @param announcements without them, it looks by itself now and then
 * @throws ForeignPosition, and what the server refuses
 */
export async function* follow(
  reader: Reader,
  announcements: Announcements | undefined,
  { after, batchSize, signal, linger = 0 }: SubscribeOptions,
): AsyncGenerator<readonly RecordedEvent[], void> {
  const batches = batchesAfter(after, batchSize);
  let position = batches.after;
  let failures = 0;
  const stopListening = announcements?.listen();
  try {
    while (!signal.aborted) {
      // Noted before reading: what is announced meanwhile may not have been read.
      const heard = announcements?.heard ?? 0;
      let came = false;
      try {
        for await (const batch of reader.batches(position, batches.batchSize)) {
          if (signal.aborted) return;
          came = true;
          failures = 0;
          position = batch.at(-1)?.position ?? position;
          yield batch;
          await pause(batch.length < batches.batchSize ? linger : 0, signal);
          if (signal.aborted) return;
        }
      } catch (error) {
        await recover(error, failures++);
        continue;
      }
      if (came) continue;
      await (announcements?.moreThan(heard, longestSilence, signal) ?? pause(longestSilence, signal));
    }
  } finally {
    stopListening?.();
  }

  /** Waits for the next attempt, or gives up. */
  async function recover(error: unknown, failed: number): Promise<void> {
    if (!isTransient(error) && !(error instanceof ForeignPosition && failed < chances)) throw error;
    await sleep(pauseBefore(failed), undefined, { signal }).catch(() => undefined);
  }
}
