export * from './request.ts';
export * from './signed-trees.ts';
export * from './witness.ts';
