export { decisionIdOf } from './decision-id.ts';
export * from './queries.ts';
export type * from './views.ts';
