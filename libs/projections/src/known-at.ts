import type { Entry } from './entries.ts';

type Typed = Parameters<typeof isKnown>[0];

const isKnown = ({ provenance }: Pick<Entry, 'provenance'>, knownAt: string): boolean =>
  provenance.recordedAt <= knownAt;

/** The entries that the record held at a time; all of them without one. */
export const knownAtTime = <E extends Typed>(
  entries: readonly E[],
  knownAt: string | undefined,
): readonly E[] => (knownAt === undefined ? entries : entries.filter((entry) => isKnown(entry, knownAt)));
