export * from './ledger-events.ts';
export * from './publishing.ts';
