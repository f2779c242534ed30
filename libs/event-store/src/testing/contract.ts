import { afterAll, beforeAll, describe } from '@jest/globals';
import type { EventStore } from '../event-store.ts';
import { appendContract } from './append-contract.ts';
import { closeContract, reopenContract } from './close-contract.ts';
import { limitContract } from './limit-contract.ts';
import { readContract } from './read-contract.ts';
import { repeatContract } from './repeat-contract.ts';
import { subscriptionContract } from './subscription-contract.ts';
import { togetherContract } from './together-contract.ts';

export type StoreUnderTest = Readonly<{
  /** Opens a store; it may hold events already. */
  open: () => Promise<EventStore>;
  /** Closes a store and opens one on the same events. */
  reopen?: (store: EventStore) => Promise<EventStore>;
  /** Whether positions are consecutive numbers. */
  densePositions: boolean;
  /** Whether several appends can be stored as one. */
  together?: true;
}>;

/** What every event store does. */
export function eventStoreContract(
  name: string,
  { open, reopen, densePositions, together }: StoreUnderTest,
): void {
  describe(`${name}, as an event store`, () => {
    let opened: EventStore | undefined;
    const store = (): EventStore => {
      if (!opened) throw new Error('no store was opened');
      return opened;
    };
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(() => opened?.close());

    appendContract(store, densePositions);
    repeatContract(store);
    readContract(store);
    limitContract(store);
    subscriptionContract(store);
    if (together) describe('appends together', () => togetherContract(store));
    closeContract(open);
    if (reopen) reopenContract(open, reopen);
  });
}
