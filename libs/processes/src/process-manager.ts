import type { DomainEvent, Recorded } from '#governance';

/**
 * Carries out what follows from events, without anybody asking for it.
 *
 * `react` may be called again for an event that it has seen, after a crash or beside another process: what it
 * records has ids that derive from the event's, so that a repetition finds its first outcome. It settles when
 * all that follows is durable; when it throws, the same event comes again later.
 */
export type ProcessManager = Readonly<{
  name: string;
  reactsTo: readonly DomainEvent['type'][];
  react: (recorded: Recorded) => Promise<void>;
}>;
