import type { Command } from './decide.ts';

/** Streams from which the facts of a command are gathered, besides the cohort's body. */
export type StreamsRead = Readonly<{
  organizationId?: string;
  motionId?: string;
  /** Schools whose applications to this cohort are read. */
  schoolIds: readonly string[];
}>;

export function streamsRead(command: Command): StreamsRead {
  if (command.type === 'DefineCohort') {
    const { organizationId } = command;
    return { ...(organizationId !== undefined && { organizationId }), schoolIds: [] };
  }
  if (command.type !== 'ApproveCohortSelection') return { schoolIds: [] };
  const { motionId, schoolIds } = command;
  return { ...(motionId !== undefined && { motionId }), schoolIds };
}
