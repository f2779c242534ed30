export * from './start-ledger.ts';
