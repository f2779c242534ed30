export * from './queries.ts';
export { rowAfter, statusAfter } from './row.ts';
export type { MotionRow } from './row.ts';
export type * from './views.ts';
