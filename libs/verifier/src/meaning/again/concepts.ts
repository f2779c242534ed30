import type { DomainEvent } from '#governance';
import type { Category } from '../streams.ts';
import { bodies } from './body-commands.ts';
import type { Concept } from './concept.ts';
import { instruments } from './instrument-commands.ts';
import { meetings } from './meeting-commands.ts';
import { motions } from './motion-commands.ts';
import { applications, challenges, cohorts, schools } from './programme-commands.ts';
import { claims, commitments, consequences, organizations, sources } from './register-commands.ts';

type Any = Concept<unknown, DomainEvent, unknown>;

const concepts = {
  organization: organizations,
  body: bodies,
  meeting: meetings,
  motion: motions,
  source: sources,
  claim: claims,
  commitment: commitments,
  challenge: challenges,
  consequence: consequences,
  instrument: instruments,
  cohort: cohorts,
  application: applications,
  school: schools,
} satisfies Readonly<Record<Exclude<Category, 'person'>, unknown>>;

/** Of persons, only that a name is public is public: their streams are never known whole, and not decided again. */
export const isDecidedAgain = (category: Category): boolean => Object.hasOwn(concepts, category);

/** How events of a category are decided again. */
export const conceptOf = (category: Category): Any =>
  (concepts as unknown as Readonly<Record<Category, Any>>)[category];
