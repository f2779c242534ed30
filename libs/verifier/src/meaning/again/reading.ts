import type { body, challenge, instrument, meeting, motion } from '#governance';
import type { Recorded } from '#governance';
import { deciderOf, floorOf, stateAt } from '../streams.ts';
import type { Category, Streams } from '../streams.ts';

/** What a stream of each of these says is read by decisions on others. */
type States = Readonly<{
  body: body.BodyState;
  meeting: meeting.MeetingState;
  motion: motion.MotionState;
  instrument: instrument.InstrumentState;
  challenge: challenge.ChallengeState;
}>;

export type Loaded<S> = Readonly<{ state: S; revision: number }>;

/** A revision that an event pins and that cannot be read. */
export class CannotRead extends Error {
  readonly stream: string;
  readonly revision: number;
  readonly problem: 'unknown' | 'stale' | 'later' | 'forgotten';

  constructor(stream: string, revision: number, problem: CannotRead['problem']) {
    super(`${stream} at revision ${revision}: ${problem}`);
    this.name = 'CannotRead';
    this.stream = stream;
    this.revision = revision;
    this.problem = problem;
  }
}

/** Reads other streams as a decision read them: at the revision that its event pins, else as they stand. */
export class Reading {
  readonly #streams: Streams;
  readonly #pins: ReadonlyMap<string, number>;
  readonly #now: string;
  /** Something that was read is hidden in part: what follows may be otherwise. */
  isPartial = false;
  /** How many pins were read. */
  pinned = 0;

  constructor(streams: Streams, { recordedAt }: Recorded, pins: ReadonlyMap<string, number>) {
    this.#streams = streams;
    this.#pins = pins;
    this.#now = recordedAt;
  }

  /** Motions that were made in a meeting. */
  floor(meetingId: string): readonly string[] {
    return floorOf(this.#streams, meetingId);
  }

  /** @throws CannotRead */
  load<C extends Category & keyof States>(category: C, id: string): Loaded<States[C]> {
    const name = `${category}-${id}`;
    const stream = this.#streams.stream(name);
    const pin = this.#pins.get(name);
    if (pin === undefined) {
      if (stream?.isPartial) this.isPartial = true;
      const current = stream?.current ?? { state: deciderOf(category).initialState, revision: -1 };
      return current as Loaded<States[C]>;
    }
    this.pinned++;
    const found = stateAt(stream, pin, this.#now);
    if (found.problem) throw new CannotRead(name, pin, found.problem);
    if (found.isPartial) this.isPartial = true;
    return found as Loaded<States[C]>;
  }
}
