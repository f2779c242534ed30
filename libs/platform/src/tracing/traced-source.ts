import { appendSpanIdOf } from './ids.ts';
import type { Tracing } from './tracing.ts';

/** What is older is made anew, not projected: nobody wants a span for each of its events. Milliseconds. */
const recent = 60_000;

/** A place of a record, with its event where one may be read. */
type Place = Readonly<{
  position: number;
  recorded?: Readonly<{
    recordedAt: string;
    event: Readonly<{ type: string }>;
    envelope: Readonly<{ commandId: string; $correlationId: string }>;
  }>;
}>;

type Source<P, O> = Readonly<{ batches: (after: number, options: O) => AsyncIterable<readonly P[]> }>;

function projected(tracing: Tracing, batch: readonly Place[], startedAt: number): void {
  const commands = new Set<string>();
  for (const { position, recorded } of batch) {
    if (!recorded || startedAt - Date.parse(recorded.recordedAt) > recent) continue;
    const { commandId, $correlationId: correlationId } = recorded.envelope;
    if (commands.has(commandId)) continue;
    commands.add(commandId);
    tracing.ended({
      name: 'project',
      kind: 'consumer',
      correlationId,
      parentId: appendSpanIdOf(commandId),
      startedAt,
      attributes: { 'minutebook.event_type': recorded.event.type, 'minutebook.position': position },
    });
  }
}

async function* traced<P extends Place>(batches: AsyncIterable<readonly P[]>, tracing: Tracing) {
  for await (const batch of batches) {
    const startedAt = Date.now();
    yield batch;
    projected(tracing, batch, startedAt);
  }
}

/**
 * A source of events whose batches are traced, if there is tracing: from when one is handed out until the next is
 * asked for, it is projected.
 */
export const tracedSource = <P extends Place, O, S extends Source<P, O>>(
  source: S & Source<P, O>,
  tracing: Tracing | undefined,
): S =>
  tracing
    ? { ...source, batches: (after: number, options: O) => traced(source.batches(after, options), tracing) }
    : source;
