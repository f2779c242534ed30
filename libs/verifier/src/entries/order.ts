import type { EventEntry, PublicEntry } from '#public-record';
import type { Findings } from '../report/report.ts';
import { placeOf } from './read-entry.ts';

/** Clocks of two machines may differ so much. Milliseconds. */
const clockTolerance = 5 * 60 * 1000;

/** What `Order` goes on from. */
export type OrderState = Readonly<{
  /** Of the last entry in the ledger: events are numbered from 1. */
  position: number;
  /** By class of the stream: ledger positions of commitments that stand for no missing revision yet. */
  unassigned: ReadonlyMap<string, readonly number[]>;
}>;

export const noOrder: OrderState = { position: 0, unassigned: new Map() };

const byClock = (recordedAt: string): string =>
  new Date(Date.parse(recordedAt) + clockTolerance).toISOString();

/** Whether an entry stands where it can stand (I2, I3, I5). */
export class Order {
  readonly #findings: Findings;
  #position: number;
  readonly #unassigned: Map<string, number[]>;

  constructor(findings: Findings, { position, unassigned }: OrderState) {
    this.#findings = findings;
    this.#position = position;
    this.#unassigned = new Map([...unassigned].map(([name, positions]) => [name, [...positions]]));
  }

  state(): OrderState {
    return { position: this.#position, unassigned: this.#unassigned };
  }

  /** I2, for every entry; commitments are kept for the revisions that are missing. */
  add(entry: PublicEntry, index: number): void {
    const { position } = entry;
    this.#findings.made('I2');
    const wrong = this.#misplaced(position);
    if (wrong) {
      const message = `entry ${index} has the ledger position ${position} after ${this.#position}: ${wrong.why}`;
      const place = placeOf(index, entry);
      const { code, expected } = wrong;
      this.#findings.fail({
        check: 'I2',
        code,
        message,
        place,
        field: '/position',
        expected,
        found: position,
      });
    }
    this.#position = Math.max(position, this.#position);
    if (entry.kind === 'commitment') this.#keep(entry.streamClass, position);
    else this.#timely(entry, index);
  }

  /** After a place where one is missing, the others follow it: told once, where it begins. */
  #misplaced(position: number): Readonly<{ code: string; why: string; expected: unknown }> | undefined {
    const expected = this.#position + 1;
    if (position === expected) return undefined;
    return position < expected
      ? { code: 'POSITION_NOT_HIGHER', why: 'it was put in, repeated or moved', expected }
      : { code: 'POSITION_SKIPPED', why: 'what stood between was taken out', expected };
  }

  /**
   * I3. A stream of a category lacks so many events after a position: each is hidden behind a commitment of its
   * class that lies between (those of persons are of the class `other`). The earliest that fits is taken, so that
   * what can be explained is explained.
   *
   * @returns whether there are enough
   */
  hidden(category: string, missing: number, after: number, before: number): boolean {
    const free = this.#unassigned.get(category === 'person' ? 'other' : category) ?? [];
    let at = free.findIndex((position) => position > after);
    for (let left = missing; left > 0; left--) {
      const position = at < 0 ? undefined : free[at];
      if (position === undefined || position >= before) return false;
      free.splice(at, 1);
      if (at >= free.length) at = -1;
    }
    return true;
  }

  /** Whether commitments after a position may stand for so many events of a category that nothing else tells of. */
  mayHide(category: string, count: number, after: number): boolean {
    const free = this.#unassigned.get(category === 'person' ? 'other' : category) ?? [];
    return (free.at(-count) ?? 0) > after;
  }

  /** Whether an entry has come after a position of the ledger: then what was appended with it has come as well. */
  isPast(position: number): boolean {
    return this.#position > position;
  }

  #keep(streamClass: string, position: number): void {
    const free = this.#unassigned.get(streamClass);
    if (free) free.push(position);
    else this.#unassigned.set(streamClass, [position]);
  }

  #timely(entry: EventEntry, index: number): void {
    const { earliest, latest, precision } = entry.occurredAt;
    this.#findings.made('I5');
    const isKnown = precision !== 'unknown';
    if (earliest <= latest && (!isKnown || (earliest <= entry.recordedAt && latest <= entry.recordedAt)))
      return;
    const horizon = byClock(entry.recordedAt);
    if (earliest <= latest && (!isKnown || (earliest <= horizon && latest <= horizon))) return;
    this.#findings.fail({
      check: 'I5',
      code: 'TIME_INVERTED',
      message: 'the event happened, by its own words, after it was recorded',
      place: placeOf(index, entry),
      field: '/occurredAt',
      expected: `at most ${entry.recordedAt}`,
      found: entry.occurredAt,
    });
  }
}
