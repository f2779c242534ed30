export * from './context.ts';
export * from './errors.ts';
export * from './encode.ts';
export * from './ids.ts';
export * from './state-cache.ts';
export * from './stream-writer.ts';
export * from './rehearsal/rehearsable-writer.ts';
export * from './rehearsal/rehearsal-store.ts';
