import type { Finding, gathering, Recorded } from '#governance';
import { deciderOf, floorOf, stateAt } from '../streams.ts';
import type { Streams } from '../streams.ts';

/** What of the record is known where an event is decided again. */
export type Known = Readonly<{
  streams: Streams;
  /** Whether so many events of a category may be hidden behind commitments after a position. */
  mayHide: (category: string, count: number, after: number) => boolean;
}>;

/** A revision that an event pins and that cannot be read. */
export class CannotRead extends Error {
  readonly stream: string;
  readonly revision: number;
  readonly problem: 'unknown' | 'stale' | 'later' | 'forgotten' | 'hidden';

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
  readonly #known: Known;
  readonly #pins: ReadonlyMap<string, number>;
  readonly #now: string;
  readonly #findings: readonly Finding[];
  /** Something that was read is hidden in part: what follows may be otherwise. */
  isPartial = false;
  /** How many pins were read. */
  pinned = 0;

  constructor(known: Known, { recordedAt, envelope }: Recorded, pins: ReadonlyMap<string, number>) {
    this.#known = known;
    this.#pins = pins;
    this.#now = recordedAt;
    this.#findings = envelope.findings ?? [];
  }

  /** @throws CannotRead */
  gathered<T>(facts: gathering.Gathering<T>): T {
    for (let step = facts.next(); ;) {
      if (step.done) return step.value;
      step = facts.next(this.#answer(step.value));
    }
  }

  /** Blobs lie outside the record: that one was not kept, only a finding tells. */
  #answer(wanted: gathering.Wanted): unknown {
    if ('category' in wanted) return this.#load(wanted.category, wanted.id);
    if ('floorOf' in wanted) return floorOf(this.#known.streams, wanted.floorOf);
    if ('event' in wanted) return this.#isRecorded(wanted.event);
    return 'blob' in wanted ? !this.#findings.some(({ code }) => code === 'BLOB_UNKNOWN') : undefined;
  }

  #isRecorded({ stream: name, revision }: gathering.EventRef): boolean {
    const { current } = this.#known.streams.stream(name) ?? {};
    const missing = revision - (current?.revision ?? -1);
    return missing <= 0 || this.#mayHide(name, missing, current?.position ?? 0);
  }

  #mayHide(name: string, count: number, after: number): boolean {
    const may = this.#known.mayHide(name.slice(0, name.indexOf('-')), count, after);
    if (may) this.isPartial = true;
    return may;
  }

  #load(category: gathering.ReadCategory, id: string): gathering.Read<unknown> {
    const name = `${category}-${id}`;
    const stream = this.#known.streams.stream(name);
    const { revision = -1, position = 0 } = stream?.current ?? {};
    const pin = this.#pins.get(name);
    if (pin === undefined) {
      if (stream?.isPartial) this.isPartial = true;
      this.#mayHide(name, 1, position);
      return stream?.current ?? { state: deciderOf(category).initialState, revision };
    }
    this.pinned++;
    const found = stateAt(stream, pin, this.#now);
    if (found.problem) {
      const isLater = found.problem === 'unknown' || found.problem === 'later';
      const isHidden = isLater && this.#mayHide(name, pin - revision, position);
      throw new CannotRead(name, pin, isHidden ? 'hidden' : found.problem);
    }
    if (found.isPartial) this.isPartial = true;
    return found;
  }
}
