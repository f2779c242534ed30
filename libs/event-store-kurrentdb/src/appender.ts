import { NO_STREAM, WrongExpectedVersionError } from '@kurrent/kurrentdb-client';
import type { EventData } from '@kurrent/kurrentdb-client';
import { EventIdTaken, WrongExpectedRevision, isAsExpected } from '#event-store';
import type { Appended, ExpectedRevision, NewEvent, Position } from '#event-store';
import { encodeAppend } from './codec.ts';
import type { Patience } from './connection.ts';
import type { IdWatch } from './id-watch.ts';
import { Lanes } from './lanes.ts';
import type { Before } from './lanes.ts';
import { positionOf } from './position.ts';
import type { Reader } from './reader.ts';
import type { Scope } from './scope.ts';
import type { Writer } from './writer.ts';

/** An append as it was called: nothing of it changes when what was given does. */
type Append = Readonly<{
  stream: string;
  expected: ExpectedRevision;
  ids: readonly string[];
  events: readonly NewEvent[];
}>;

type UnderWay = Readonly<{ stream: string; ids: readonly string[]; outcome: Promise<Appended> }>;

const isSame = (one: Pick<UnderWay, 'stream' | 'ids'>, { stream, ids }: Append): boolean =>
  one.stream === stream && one.ids.length === ids.length && one.ids.every((id, i) => id === ids[i]);

const isExact = (expected: ExpectedRevision): boolean =>
  expected === 'noStream' || typeof expected === 'number';

/** The revision that a stream must have: -1 for none. */
const revisionOf = (expected: ExpectedRevision): number => (typeof expected === 'number' ? expected : -1);

const actualOf = ({ actualState }: WrongExpectedVersionError): 'noStream' | number =>
  typeof actualState === 'bigint' ? Number(actualState) : 'noStream';

/**
 * Appends at exact revisions only, so that the server finds a repeated append wherever it is sent, whatever
 * happened to the first answer. What the server cannot tell is told from the ids of all events: that an id
 * is in another stream, or stands in other company.
 */
export class Appender {
  readonly #writer: Writer;
  readonly #scope: Scope;
  readonly #reader: Reader;
  readonly #known: IdWatch;
  readonly #patience: Patience;
  readonly #lanes = new Lanes();
  readonly #underWay = new Map<string, UnderWay>();

  constructor(writer: Writer, reader: Reader, known: IdWatch, patience: Patience) {
    this.#writer = writer;
    this.#scope = reader.scope;
    this.#reader = reader;
    this.#known = known;
    this.#patience = patience;
  }

  /** @throws EventIdTaken, WrongExpectedRevision, and what the client throws */
  async append(stream: string, expected: ExpectedRevision, given: readonly NewEvent[]): Promise<Appended> {
    const append = {
      stream,
      expected,
      ids: given.map(({ id }) => id),
      events: given.map((event) => ({ ...event })),
    };
    await this.#known.ready;
    for (;;) {
      this.#known.check();
      const underWay = append.ids.map((id) => this.#underWay.get(id)).find((one) => one !== undefined);
      if (!underWay) return this.#firstOutcome(append) ?? this.#start(append);
      const outcome = await underWay.outcome.catch(() => undefined);
      if (outcome && isSame(underWay, append)) return { ...outcome, repeated: true };
    }
  }

  /** The outcome of these events' append, if any of them is stored. @throws EventIdTaken */
  #firstOutcome(append: Append): Promise<Appended> | undefined {
    const { index } = this.#known;
    for (const id of append.ids) {
      const position = index.get(id);
      if (position !== undefined) return this.#outcomeAt(position, id, append);
    }
    return undefined;
  }

  async #outcomeAt(position: Position, id: string, append: Append): Promise<Appended> {
    const known = await this.#reader.at(position);
    if (known?.event.stream !== append.stream || known.share.of !== append.ids.length)
      throw new EventIdTaken(id);
    const from = known.event.revision - known.share.index;
    const stored = (await this.#reader.stream(append.stream, from, append.ids.length)).map(
      ({ event }) => event,
    );
    const last = stored.at(-1);
    if (!last || !isSame({ stream: append.stream, ids: stored.map((event) => event.id) }, append))
      throw new EventIdTaken(id);
    return { firstRevision: from, lastRevision: last.revision, position: last.position, repeated: true };
  }

  #start(append: Append): Promise<Appended> {
    const { stream, expected, ids } = append;
    const outcome = this.#lanes.run(stream, !isExact(expected), (before) =>
      this.#appendInLane(append, before),
    );
    const underWay = { stream, ids, outcome };
    for (const id of ids) this.#underWay.set(id, underWay);
    const land = () => ids.forEach((id) => this.#underWay.delete(id));
    return outcome.finally(land);
  }

  async #appendInLane(append: Append, before: Before): Promise<Appended> {
    const appended = isExact(append.expected)
      ? await this.#appendAt(append, revisionOf(append.expected), before)
      : await this.#appendAtEnd(append, before);
    for (const id of append.ids) this.#known.index.add(id, appended.position);
    return appended;
  }

  /** `any` and `streamExists` are made exact: a repeat of them would be stored twice. */
  async #appendAtEnd(append: Append, before: Before): Promise<Appended> {
    const { stream, expected } = append;
    for (;;) {
      const revision = await this.#reader.revisionOf(stream);
      if (!isAsExpected(expected, revision))
        throw new WrongExpectedRevision(stream, expected, revision < 0 ? 'noStream' : revision);
      try {
        return await this.#appendAt(append, revision, before);
      } catch (error) {
        // Another process was faster.
        if (!(error instanceof WrongExpectedRevision)) throw error;
      }
    }
  }

  async #appendAt(append: Append, revision: number, before: Before): Promise<Appended> {
    const events = encodeAppend(append.events, this.#reader.clock.now());
    for (;;) {
      try {
        return await this.#send(append, events, revision);
      } catch (error) {
        if (!(error instanceof WrongExpectedVersionError)) throw error;
        if (before.settled) throw new WrongExpectedRevision(append.stream, append.expected, actualOf(error));
      }
      // An append before this one was lost on its way, and is tried again.
      await before.whenSettled;
    }
  }

  async #send({ stream, ids }: Append, events: EventData[], revision: number): Promise<Appended> {
    const options = {
      streamState: revision < 0 ? NO_STREAM : BigInt(revision),
      requiresLeader: true,
      deadline: this.#patience.timeout,
    } as const;
    const { nextExpectedRevision, position } = await this.#writer.append(this.#patience, (client) =>
      client.appendToStream(this.#scope.onServer(stream), events, options),
    );
    const last = ids.at(-1);
    if (position === undefined || last === undefined)
      throw new Error(`the server does not tell where it has stored the append to ${stream}`);
    const lastRevision = Number(nextExpectedRevision);
    return {
      firstRevision: lastRevision - ids.length + 1,
      lastRevision,
      position: positionOf(position.commit, last),
      repeated: false,
    };
  }
}
