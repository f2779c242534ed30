import type { EventSource, Sourced } from '#projections';
import { appendSpanIdOf } from '#platform';
import type { Tracing } from '#platform';

/** What is older is made anew, not projected: nobody wants a span for each of its events. Milliseconds. */
const recent = 60_000;

function projected(tracing: Tracing, batch: readonly Sourced[], startedAt: number): void {
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

/** A source whose batches are traced: from when one is handed out until the next is asked for, it is projected. */
export const tracedSource = (source: EventSource, tracing: Tracing): EventSource => ({
  head: () => source.head(),
  batches: async function* (after, options) {
    for await (const batch of source.batches(after, options)) {
      const startedAt = Date.now();
      yield batch;
      projected(tracing, batch, startedAt);
    }
  },
});
