export * from './database.ts';
export * from './opened-stores.ts';
