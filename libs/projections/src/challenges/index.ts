export { bodyOfChallenge, getChallenge, listChallenges } from './queries.ts';
export type { ChallengeFilter, ChallengeTimes } from './queries.ts';
export type * from './views.ts';
