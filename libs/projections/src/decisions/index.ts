export { decisionIdOf } from './decision-id.ts';
export { sentencesOf } from './explanation.ts';
export * from './queries.ts';
export type * from './views.ts';
