import { settle, streamName } from '#governance';
import type { AtFact, Decider, DomainEvent, Finding, Outcome, Recorded } from '#governance';
import { EventIdTaken, WrongExpectedRevision } from '#event-store';
import type { EventStore, NewEvent, Position } from '#event-store';
import { encode } from './encode.ts';
import { IdempotencyKeyReused, Rejected, StaleRevision, TooMuchContention } from './errors.ts';
import { KeyedQueue } from './keyed-queue.ts';
import { eventsFrom, StateCache } from './state-cache.ts';
import type { Evolving, Loaded } from './state-cache.ts';
import type { WriteContext } from './context.ts';

export type Receipt = Readonly<{
  stream: string;
  streamRevision: number;
  position: Position;
  events: readonly Readonly<{ eventId: string; type: string; revision: number }>[];
  findings: readonly Finding[];
  /** The command was recorded before; this is its first outcome. */
  repeated: boolean;
}>;

/** One intention of one actor for one stream. */
export type Intention<C> = Readonly<{ streamId: string; command: C; context: WriteContext }>;

/** Reads what a decision needs besides the stream's own state; `revision` is that of the state, -1 for none. */
export type FactsFor<S, F> = (state: S, revision: number) => Promise<F>;

/** The state that a stream will have when the appends under way are stored; they fly or fail together. */
type Tail = Readonly<{ state: unknown; revision: number; flight: { underWay: number } }>;

/** Events decided on a revision, and the state that they make. */
type Append = Readonly<{
  stream: string;
  revision: number;
  events: readonly NewEvent[];
  next: unknown;
  commandId: string;
}>;

type UnderWay = Readonly<{ stored: Promise<Receipt>; digest: string | undefined }>;

/** What is to be noted of events besides what their own rules find; undefined where there is nothing to look at. */
export type Inspect = (
  events: readonly DomainEvent[],
  context: WriteContext,
) => Promise<readonly Finding[]> | undefined;

/** Events of a command are few; what follows them in the stream is of no interest. */
const ofCommand = 8;

/** How often a command is decided again after losing a race. */
const attempts = 8;

const receiptOf = (recorded: readonly Recorded[], repeated: boolean): Receipt => {
  const last = recorded.at(-1);
  if (last === undefined) throw new Error('a command without events has no receipt');
  return {
    stream: last.stream,
    streamRevision: last.revision,
    position: last.position,
    events: recorded.map(({ eventId, event, revision }) => ({ eventId, type: event.type, revision })),
    findings: recorded.flatMap(({ envelope }) => envelope.findings ?? []),
    repeated,
  };
};

/** The events of an accepted outcome. @throws Rejected */
function accepted<E>(outcome: Outcome<E>): Extract<Outcome<E>, { accepted: true }> {
  if (outcome.accepted) return outcome;
  const { code, inputs, ruleId } = outcome.objection;
  throw new Rejected(code, inputs, ruleId);
}

/**
 * Load, gather facts, decide, settle by recording mode, append at the revision that was decided on.
 *
 * Commands of one stream are decided one after another, each on the state that the ones before it will
 * leave; their appends are then under way together, so a stream is not limited to one command per fsync.
 * A command that was recorded before answers with its first outcome, found in the stream itself.
 */
export class StreamWriter {
  readonly #store: EventStore;
  readonly #cache: StateCache;
  readonly #queue = new KeyedQueue();
  readonly #tails = new Map<string, Tail>();
  readonly #underWay = new Map<string, UnderWay>();

  readonly #inspect: Inspect | undefined;

  constructor(store: EventStore, cache = new StateCache(store), inspect?: Inspect) {
    this.#store = store;
    this.#cache = cache;
    this.#inspect = inspect;
  }

  /** The durable state of another stream, for facts. */
  load<S, E>(decider: Evolving<S, E>, streamId: string): Promise<Loaded<S>> {
    return this.#cache.load(decider, streamId);
  }

  /**
   * @throws Rejected when the decision refuses in this recording mode
   * @throws StaleRevision when the context expects another revision
   * @throws IdempotencyKeyReused when the command id belongs to another command
   * @throws TooMuchContention when other processes win the race again and again
   */
  async write<S, E extends DomainEvent, C, F extends AtFact>(
    decider: Decider<S, E, C, F>,
    intention: Intention<C>,
    factsFor: FactsFor<S, F>,
  ): Promise<Receipt> {
    const stream = streamName(decider.category, intention.streamId);
    const { commandId, expectedRevision } = intention.context;
    for (let attempt = 1; attempt <= attempts; attempt++) {
      try {
        const { stored } = await this.#queue.run(stream, () =>
          this.#decide(stream, decider, intention, factsFor),
        );
        return await stored;
      } catch (error) {
        if (error instanceof EventIdTaken) throw new IdempotencyKeyReused(commandId);
        if (!(error instanceof WrongExpectedRevision)) throw error;
        if (expectedRevision !== undefined && typeof error.actual === 'number')
          throw new StaleRevision(stream, expectedRevision, error.actual);
      }
    }
    throw new TooMuchContention(stream, attempts);
  }

  /** Within the stream's turn: answers as soon as the append is under way (`stored` is its durable end). */
  async #decide<S, E extends DomainEvent, C, F extends AtFact>(
    stream: string,
    decider: Decider<S, E, C, F>,
    { streamId, command, context }: Intention<C>,
    factsFor: FactsFor<S, F>,
  ): Promise<{ stored: Promise<Receipt> }> {
    const repeated = this.#repeatUnderWay(stream, context);
    if (repeated) return { stored: repeated };
    const loaded = await this.#cache.load(decider, streamId);
    const first = loaded.commands.get(context.commandId);
    if (first !== undefined) return { stored: this.#firstOutcome(stream, first, context) };

    const tail = this.#tails.get(stream);
    const { state, revision } = (tail ?? loaded) as Pick<Loaded<S>, 'state' | 'revision'>;
    if (context.expectedRevision !== undefined && context.expectedRevision !== revision)
      throw new StaleRevision(stream, context.expectedRevision, revision);

    const facts = await factsFor(state, revision);
    const { events, findings: broken } = accepted(
      settle(decider.decide(state, command, facts), context.mode, facts),
    );
    const findings = [...broken, ...((await this.#inspect?.(events, context)) ?? [])];
    const appended = encode(events, context, facts.at, findings);
    const next = events.reduce((s, event) => decider.evolve(s, event, facts.at), state);
    const flight = tail?.flight ?? { underWay: 0 };
    this.#tails.set(stream, { state: next, revision: revision + events.length, flight });
    const append = { stream, revision, events: appended, next, commandId: context.commandId };
    const stored = this.#append(append, findings, flight);
    this.#track(`${stream} ${context.commandId}`, { stored, digest: context.commandDigest });
    return { stored };
  }

  async #append(
    { stream, revision, events, next, commandId }: Append,
    findings: readonly Finding[],
    flight: Tail['flight'],
  ): Promise<Receipt> {
    flight.underWay++;
    try {
      const appended = await this.#store.append(stream, revision < 0 ? 'noStream' : revision, events);
      const { firstRevision, lastRevision: streamRevision, position, repeated } = appended;
      if (!repeated)
        this.#cache.advance(stream, { state: next, revision: streamRevision, commandId, firstRevision });
      const receipts = events.map(({ id, type }, i) => ({ eventId: id, type, revision: firstRevision + i }));
      if (--flight.underWay === 0) this.#land(stream, flight);
      return { stream, streamRevision, position, events: receipts, findings, repeated };
    } catch (error) {
      flight.underWay--;
      this.#land(stream, flight);
      throw error;
    }
  }

  /** From here on the store knows the stream's state: all appends of the flight ended, or one failed. */
  #land(stream: string, flight: Tail['flight']): void {
    if (this.#tails.get(stream)?.flight === flight) this.#tails.delete(stream);
  }

  #track(key: string, underWay: UnderWay): void {
    this.#underWay.set(key, underWay);
    const forget = () => this.#underWay.delete(key);
    underWay.stored.then(forget, forget);
  }

  /** The same command came twice before it was stored: both get the one outcome. */
  #repeatUnderWay(stream: string, { commandId, commandDigest }: WriteContext): Promise<Receipt> | undefined {
    const underWay = this.#underWay.get(`${stream} ${commandId}`);
    if (underWay && underWay.digest !== commandDigest) throw new IdempotencyKeyReused(commandId);
    return underWay?.stored.then((receipt) => ({ ...receipt, repeated: true }));
  }

  async #firstOutcome(stream: string, from: number, context: WriteContext): Promise<Receipt> {
    const recorded: Recorded[] = [];
    for await (const event of eventsFrom(this.#store, stream, from, ofCommand)) {
      if (event.envelope.commandId !== context.commandId) break;
      recorded.push(event);
    }
    if (recorded[0]?.envelope.commandDigest !== context.commandDigest)
      throw new IdempotencyKeyReused(context.commandId);
    return receiptOf(recorded, true);
  }
}
