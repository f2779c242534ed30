export { bodyAsOf, governingRules } from './body-as-of.ts';
export type { BodyAsOf, HappenedAt } from './body-as-of.ts';
export { attendance, motionFacts } from './motion-facts.ts';
export type { OnMotion } from './motion-facts.ts';
export { motionsOnRecord } from './motions.ts';
export type { Gathering, Read, ReadCategory, Wanted } from './wanted.ts';
