export * from './errors.ts';
export * from './progress-waiter.ts';
export * from './read-model.ts';
export * from './reader.ts';
export type * from './reads.ts';
export * from './rebuild.ts';
export * from './runner.ts';
export * from './source.ts';
export * from './writer.ts';
