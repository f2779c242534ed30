import type { BodyState } from '../body/state.ts';
import type { ChallengeState } from '../challenge/state.ts';
import type { InstrumentState } from '../instrument/state.ts';
import type { MeetingState } from '../meeting/state.ts';
import type { MotionState } from '../motion/state.ts';

/** What streams of these categories say is read by decisions on others. */
type States = Readonly<{
  body: BodyState;
  meeting: MeetingState;
  motion: MotionState;
  instrument: InstrumentState;
  challenge: ChallengeState;
}>;

export type ReadCategory = keyof States;

/** The state of a stream as it was read; revision -1 where there is none. */
export type Read<S> = Readonly<{ state: S; revision: number }>;

/** A stream that a decision reads, or the ids of the motions that were made in a meeting. */
export type Wanted = Readonly<{ category: ReadCategory; id: string }> | Readonly<{ floorOf: string }>;

/**
 * Gathers facts of other streams, and says one after another what it wants to read. Whoever holds the streams
 * answers: the ledger as they stand, an auditor as they stood when the decision was made. So both are given the same
 * facts.
 */
export type Gathering<T> = Generator<Wanted, T, unknown>;

export function* load<C extends ReadCategory>(category: C, id: string): Gathering<Read<States[C]>> {
  return (yield { category, id }) as Read<States[C]>;
}

/** Motions that were made in a meeting, stated or not. */
export function* floorOf(meetingId: string): Gathering<readonly string[]> {
  return (yield { floorOf: meetingId }) as readonly string[];
}
