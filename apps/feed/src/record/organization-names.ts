import { getOrganization } from '#projections';
import type { CompositionView, Reads } from '#projections';

/** What organizations that hold an office are called, by their ids. */
export const officeHolders = (reads: Reads, view: CompositionView | undefined): ReadonlyMap<string, string> =>
  new Map(
    (view?.officers ?? [])
      .filter(({ holder }) => holder.kind === 'organization')
      .flatMap(({ holder: { id } }) => {
        const name = getOrganization(reads, id)?.name;
        return name === undefined ? [] : [[id, name] as const];
      }),
  );
