import type { EventStore, StreamAppend } from '#event-store';

/** An append that is over. `startedAt` is in milliseconds of the epoch. */
export type Timed = Readonly<{
  appends: readonly StreamAppend[];
  startedAt: number;
  seconds: number;
  stored: boolean;
}>;

/** A store of which it is known how long its appends take. */
export function measuredStore(store: EventStore, tell: (timed: Timed) => void): EventStore {
  async function measured<T>(appends: readonly StreamAppend[], append: () => Promise<T>): Promise<T> {
    const [startedAt, began] = [Date.now(), performance.now()];
    let stored = false;
    try {
      const outcome = await append();
      stored = true;
      return outcome;
    } finally {
      tell({ appends, startedAt, seconds: (performance.now() - began) / 1000, stored });
    }
  }
  const together = store.appendTogether?.bind(store);
  const placesAfter = store.placesAfter?.bind(store);
  return {
    append: (stream, expected, events) =>
      measured([{ stream, expected, events }], () => store.append(stream, expected, events)),
    ...(together && { appendTogether: (appends) => measured(appends, () => together(appends)) }),
    readStream: (...read) => store.readStream(...read),
    readAll: (...read) => store.readAll(...read),
    subscribe: (options) => store.subscribe(options),
    head: () => store.head(),
    ...(placesAfter && { placesAfter }),
    close: () => store.close(),
  };
}
