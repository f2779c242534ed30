export * from './blob-store.ts';
export * from './errors.ts';
export * from './memory-blob-store.ts';
export * from './sqlite-blob-store.ts';
