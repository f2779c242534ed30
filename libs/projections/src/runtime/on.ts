import type { DomainEvent, Recorded } from '#governance';
import type { Project } from './read-model.ts';

/** What a read model does with each type of event that concerns it. */
export type Handlers = Readonly<{
  [E in DomainEvent as E['type']]?: (recorded: Recorded<E>) => void;
}>;

/** Calls the handler of the event's type, if there is one. */
export function on(handlers: Handlers): Project {
  const byType = new Map(Object.entries(handlers) as [string, Project][]);
  return (recorded) => byType.get(recorded.event.type)?.(recorded);
}
