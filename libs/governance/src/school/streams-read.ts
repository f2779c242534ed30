import type { Command } from './decide.ts';

/** Streams from which the facts of a command are gathered, besides those that it reads for its zone. */
export type StreamsRead = Readonly<{
  bodyId?: string;
  organizationId?: string;
  motionId?: string;
  cohortId?: string;
  intoSchoolId?: string;
}>;

const named = ['bodyId', 'organizationId', 'motionId', 'cohortId', 'intoSchoolId'] as const;

/** A command reads what it names. */
export const streamsRead = (command: Command): StreamsRead =>
  Object.fromEntries(Object.entries(command).filter(([field]) => named.some((name) => name === field)));
