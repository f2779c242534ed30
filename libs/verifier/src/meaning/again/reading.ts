import type { gathering, Recorded } from '#governance';
import { deciderOf, floorOf, stateAt } from '../streams.ts';
import type { Streams } from '../streams.ts';

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

  /** @throws CannotRead */
  gathered<T>(facts: gathering.Gathering<T>): T {
    for (let step = facts.next(); ;) {
      if (step.done) return step.value;
      step = facts.next(this.#answer(step.value));
    }
  }

  #answer(wanted: gathering.Wanted): unknown {
    if ('floorOf' in wanted) return floorOf(this.#streams, wanted.floorOf);
    return this.#load(wanted.category, wanted.id);
  }

  #load(category: gathering.ReadCategory, id: string): gathering.Read<unknown> {
    const name = `${category}-${id}`;
    const stream = this.#streams.stream(name);
    const pin = this.#pins.get(name);
    if (pin === undefined) {
      if (stream?.isPartial) this.isPartial = true;
      return stream?.current ?? { state: deciderOf(category).initialState, revision: -1 };
    }
    this.pinned++;
    const found = stateAt(stream, pin, this.#now);
    if (found.problem) throw new CannotRead(name, pin, found.problem);
    if (found.isPartial) this.isPartial = true;
    return found;
  }
}
