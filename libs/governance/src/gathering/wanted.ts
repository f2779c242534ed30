import type { ApplicationState } from '../application/state.ts';
import type { BodyState } from '../body/state.ts';
import type { ChallengeState } from '../challenge/state.ts';
import type { ClaimState } from '../claim/state.ts';
import type { CohortState } from '../cohort/state.ts';
import type { InstrumentState } from '../instrument/state.ts';
import type { MeetingState } from '../meeting/state.ts';
import type { MotionState } from '../motion/state.ts';
import type { OrganizationState } from '../organization/state.ts';
import type { PersonState } from '../person/state.ts';
import type { SchoolState } from '../school/state.ts';
import type { SourceState } from '../source/state.ts';

/** What streams of these categories say is read by decisions on others. */
type States = Readonly<{
  body: BodyState;
  meeting: MeetingState;
  motion: MotionState;
  instrument: InstrumentState;
  challenge: ChallengeState;
  organization: OrganizationState;
  source: SourceState;
  claim: ClaimState;
  cohort: CohortState;
  application: ApplicationState;
  school: SchoolState;
  person: PersonState;
}>;

export type ReadCategory = keyof States;

/** The state of a stream as it was read; revision -1 where there is none. */
export type Read<S> = Readonly<{ state: S; revision: number }>;

/** An event of the record, by its place. */
export type EventRef = Readonly<{ stream: string; revision: number }>;

/**
 * A stream that a decision reads; the ids of the motions that were made in a meeting; whether an event is on record;
 * whether a blob is kept, and its text.
 */
export type Wanted =
  | Readonly<{ category: ReadCategory; id: string }>
  | Readonly<{ floorOf: string }>
  | Readonly<{ event: EventRef }>
  | Readonly<{ blob: string }>
  | Readonly<{ text: string }>;

/**
 * Gathers facts of other streams, and says one after another what it wants to read. Whoever holds the streams
 * answers: the ledger as they stand, an auditor as they stood when the decision was made. So both are given the same
 * facts.
 */
export type Gathering<T> = Generator<Wanted, T, unknown>;

export function* load<C extends ReadCategory>(category: C, id: string): Gathering<Read<States[C]>> {
  return (yield { category, id }) as Read<States[C]>;
}

/** Of streams of a category, by id, what they say; those that say nothing are left out. */
export function* loadAll<C extends ReadCategory, T>(
  category: C,
  ids: Iterable<string>,
  told: (read: Read<States[C]>, id: string) => T | undefined,
): Gathering<ReadonlyMap<string, T>> {
  const found = new Map<string, T>();
  for (const id of new Set(ids)) {
    const one = told(yield* load(category, id), id);
    if (one !== undefined) found.set(id, one);
  }
  return found;
}

/** Motions that were made in a meeting, stated or not. */
export function* floorOf(meetingId: string): Gathering<readonly string[]> {
  return (yield { floorOf: meetingId }) as readonly string[];
}

export function* isRecorded(event: EventRef): Gathering<boolean> {
  return (yield { event }) as boolean;
}

export function* isKept(sha256: string | undefined): Gathering<boolean> {
  return sha256 !== undefined && ((yield { blob: sha256 }) as boolean);
}

/** The text of a blob; undefined where it is not kept any more. */
export function* textOf(sha256: string | undefined): Gathering<string | undefined> {
  return sha256 === undefined ? undefined : ((yield { text: sha256 }) as string | undefined);
}
