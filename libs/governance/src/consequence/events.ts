/**
 * What was to follow from an event could not be recorded: the rules stood against it. It stays visible until
 * somebody records what is to be done instead.
 */
export type ConsequenceRefused = Readonly<{
  type: 'ConsequenceRefused';
  /** The process manager that tried. */
  process: string;
  /** The body whose decision had the consequence. */
  bodyId?: string;
  causedBy: Readonly<{ stream: string; eventId: string; type: string }>;
  /** The stream and the command that were to follow. */
  stream: string;
  command: string;
  code: string;
  inputs: Readonly<Record<string, unknown>>;
}>;

export type ConsequenceEvent = ConsequenceRefused;

/** Every type that a stream of this category may hold. */
export const eventTypes = Object.keys({
  ConsequenceRefused: true,
} satisfies Record<ConsequenceEvent['type'], true>);
