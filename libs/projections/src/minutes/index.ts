export { meetingBeforeWhich } from './model.ts';
export * from './queries.ts';
export type * from './views.ts';
