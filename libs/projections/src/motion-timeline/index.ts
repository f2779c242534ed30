export * from './queries.ts';
export type * from './timeline-event.ts';
export type * from './views.ts';
