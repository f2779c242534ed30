import { access, decode } from '#governance';
import type { EventStore } from '#event-store';

export type KeyRow = Readonly<{ actorId: string; label: string; state: access.AccessState }>;

const category = `${access.decider.category}-`;
const page = 1000;

/** Every API key that was ever issued, in order of issue. Reads the whole record. */
export async function listKeys(store: EventStore): Promise<readonly KeyRow[]> {
  const rows = new Map<string, KeyRow>();
  for (let after = 0; ;) {
    const events = await store.readAll({ after, limit: page });
    for (const stored of events.filter(({ stream }) => stream.startsWith(category))) {
      const { streamId, event, envelope } = decode(stored);
      const row = rows.get(streamId);
      const accessEvent = event as access.AccessEvent;
      const label = accessEvent.type === 'KeyIssued' ? accessEvent.label : (row?.label ?? '');
      const state = access.decider.evolve(
        row?.state ?? access.decider.initialState,
        accessEvent,
        envelope.occurredAt,
      );
      rows.set(streamId, { actorId: streamId, label, state });
    }
    const last = events.at(-1);
    if (last === undefined) return [...rows.values()].filter(({ state }) => state.kind === 'key');
    after = last.position;
  }
}
