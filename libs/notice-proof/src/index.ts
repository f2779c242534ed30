export * from './notice-proof.ts';
export type * from './views.ts';
