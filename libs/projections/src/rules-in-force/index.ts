export { listRulesInForce } from './queries.ts';
export type * from './views.ts';
