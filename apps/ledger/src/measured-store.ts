import type { EventStore } from '#event-store';
import type { Metrics } from '#platform';

/** A store of which it is known how long its appends take. */
export function measuredStore(store: EventStore, { appended }: Pick<Metrics, 'appended'>): EventStore {
  async function measured<T>(append: () => Promise<T>): Promise<T> {
    const began = performance.now();
    const after = (): number => (performance.now() - began) / 1000;
    try {
      const outcome = await append();
      appended(after(), 'stored');
      return outcome;
    } catch (error) {
      appended(after(), 'failed');
      throw error;
    }
  }
  const together = store.appendTogether?.bind(store);
  const placesAfter = store.placesAfter?.bind(store);
  return {
    append: (...append) => measured(() => store.append(...append)),
    ...(together && { appendTogether: (appends) => measured(() => together(appends)) }),
    readStream: (...read) => store.readStream(...read),
    readAll: (...read) => store.readAll(...read),
    subscribe: (options) => store.subscribe(options),
    head: () => store.head(),
    ...(placesAfter && { placesAfter }),
    close: () => store.close(),
  };
}
