export * from './queries.ts';
export { presences } from './views.ts';
export type * from './views.ts';
