export * from './changes.ts';
export * from './queries.ts';
export type * from './views.ts';
