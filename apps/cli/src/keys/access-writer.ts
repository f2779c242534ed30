import { access } from '#governance';
import type { EventStore } from '#event-store';
import { commandIdFor, occurredAt, StreamWriter, uuidV7 } from '#recording';
import type { Receipt, WriteContext } from '#recording';

/** Whoever may write to the data folder gives access to it; the record knows them as the operator. */
const operator = { actorId: 'operator', role: 'admin' } as const;

/** The same command for the same actor is one command, so whatever was interrupted can be done again. */
const contextOf = (actorId: string, command: access.Command): WriteContext => ({
  recordedBy: operator,
  mode: 'live',
  commandId: commandIdFor(operator.actorId, `${actorId} ${JSON.stringify(command)}`),
  correlationId: uuidV7(),
  visibility: 'sealed',
});

export type AccessWriter = (actorId: string, command: access.Command) => Promise<Receipt>;

/** Records who may act, straight into the ledger's store: with and without a running ledger. */
export function accessWriter(store: EventStore): AccessWriter {
  const writer = new StreamWriter(store);
  return (actorId, command) => {
    const context = contextOf(actorId, command);
    return writer.write(access.decider, { streamId: actorId, command, context }, () =>
      Promise.resolve({ at: occurredAt(context, 'UTC') }),
    );
  };
}
