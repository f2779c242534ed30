export * from './errors.ts';
export { SqliteEventStore } from './sqlite-event-store.ts';
export type { SqliteEventStoreOptions } from './sqlite-event-store.ts';
