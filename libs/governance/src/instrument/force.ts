import { boundary, certainlyNotAfter, holdsAt } from '../kernel/index.ts';
import type { Certainty, Term, When } from '../kernel/index.ts';
import { chain } from './state.ts';
import type { Ending, InstrumentState } from './state.ts';
import { completeAt } from './version.ts';
import type { Version } from './version.ts';

/** What ends the force of a version: its successor, its term, or the end of the whole instrument. */
export type ForceEnd = Readonly<{ how: 'replaced' | 'expired' | Ending['how']; at: When }>;

/** When a version is in force: from its start until the first of its ends, as far as they are known. */
export type Force = Readonly<{ versionId: string; start: When; ends: readonly ForceEnd[] }>;

/** No earlier than it was complete: a date that a source gives only to the year reaches back no further. */
function startOf(version: Version): When | undefined {
  const [from, complete] = [version.inForceFrom, completeAt(version)];
  if (!from || !complete) return undefined;
  const earliest = boundary(complete).from > from.earliest ? boundary(complete).from : from.earliest;
  return { ...from, earliest, latest: earliest > from.latest ? earliest : from.latest };
}

const endBy = (how: ForceEnd['how'], at: When | undefined): readonly ForceEnd[] => (at ? [{ how, at }] : []);

/** Of every version of the chain that is or was or will be in force, in the order of the chain. */
export function forces(state: InstrumentState): readonly Force[] {
  const begun = chain(state).flatMap((version) => {
    const start = startOf(version);
    return start ? [{ version, start }] : [];
  });
  return begun.map(({ version, start }, i) => {
    const { versionId, until, expiredAt } = version;
    const ends = [
      endBy('replaced', begun[i + 1]?.start),
      endBy('expired', until),
      endBy('expired', expiredAt),
      endBy(state.ending?.how ?? 'repealed', state.ending?.at),
    ];
    return { versionId, start, ends: ends.flat() };
  });
}

const least = (a: Certainty, b: Certainty): Certainty => {
  if (a === 'no' || b === 'no') return 'no';
  return a === 'certain' ? b : a;
};

/** Whether a version is in force at a time, as far as the dates are known. */
export function inForceAt({ start, ends }: Force, at: When): Certainty {
  const terms: readonly Term[] =
    ends.length === 0 ? [{ start }] : ends.map(({ at: end }) => ({ start, end }));
  return terms.map((term) => holdsAt(term, at)).reduce(least);
}

export type InForce = Readonly<{ version: Version; certainty: Exclude<Certainty, 'no'>; since: When }>;

/** The versions that are, or may be, in force at a time: one, where all dates are known. */
export function versionsInForce(state: InstrumentState, at: When): readonly InForce[] {
  return forces(state).flatMap((force) => {
    const certainty = inForceAt(force, at);
    const version = state.versions.get(force.versionId);
    return version && certainty !== 'no' ? [{ version, certainty, since: force.start }] : [];
  });
}

/** The version in force at a time; the last that may be, where dates leave it open. */
export const versionInForce = (state: InstrumentState, at: When): InForce | undefined =>
  versionsInForce(state, at).at(-1);

/** Whether the version's force has certainly begun by then. */
export const hasBegun = ({ inForceFrom }: Version, at: When): boolean =>
  inForceFrom !== undefined && certainlyNotAfter(inForceFrom, at);
