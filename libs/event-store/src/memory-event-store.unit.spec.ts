import { MemoryEventStore } from './memory-event-store.ts';
import { eventStoreContract } from './testing/index.ts';

eventStoreContract('the store in memory', {
  open: () => Promise.resolve(new MemoryEventStore()),
  densePositions: true,
});
