export * from './queries.ts';
export * from './recusals.ts';
export type * from './views.ts';
