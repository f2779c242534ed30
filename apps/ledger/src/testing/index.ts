export * from './adopted.ts';
export * from './start-ledger.ts';
export * from './committee.ts';
export * from './identity-provider.ts';
