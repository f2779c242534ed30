export * from './start-ledger.ts';
export * from './committee.ts';
