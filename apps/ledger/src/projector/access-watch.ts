import { access } from '#governance';
import type { EventSource, Sourced } from '#projections';

const actorsIn = (batch: readonly Sourced[]): readonly string[] => [
  ...new Set(
    batch
      .filter(({ recorded }) => recorded?.category === access.decider.category)
      .map(({ recorded }) => recorded?.streamId ?? ''),
  ),
];

/** The same source; tells whose access its events change, as soon as they are read. */
export const watchingAccess = (
  source: EventSource,
  tell: (actorIds: readonly string[]) => void,
): EventSource => ({
  head: () => source.head(),
  batches: async function* (after, options) {
    for await (const batch of source.batches(after, options)) {
      const actorIds = actorsIn(batch);
      if (actorIds.length > 0) tell(actorIds);
      yield batch;
    }
  },
});
