export { bodyOfCommitment, getCommitment, listCommitments } from './queries.ts';
export type { CommitmentFilter, CommitmentTimes } from './queries.ts';
export type * from './views.ts';
