export * from './differences.ts';
export { getClaim, listClaims } from './queries.ts';
export type { ClaimFilter } from './queries.ts';
export type * from './views.ts';
