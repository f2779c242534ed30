export * from './queries.ts';
export type * from './views.ts';
export * from './register.ts';
