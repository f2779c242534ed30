export * from './errors.ts';
export { KurrentEventStore } from './kurrent-event-store.ts';
export type { KurrentEventStoreOptions } from './kurrent-event-store.ts';
export { KurrentSecrets } from './kurrent-secrets.ts';
export type { KurrentSecretsOptions, Secret } from './kurrent-secrets.ts';
