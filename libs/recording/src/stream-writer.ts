import { settle, streamName } from '#governance';
import type { AtFact, Decider, DomainEvent, Finding, Recorded } from '#governance';
import { EventIdTaken, WrongExpectedRevision } from '#event-store';
import type { EventStore, NewEvent, Position } from '#event-store';
import { encode } from './encode.ts';
import { IdempotencyKeyReused, Rejected, StaleRevision, TooMuchContention } from './errors.ts';
import { KeyedQueue } from './keyed-queue.ts';
import { eventsFrom, StateCache } from './state-cache.ts';
import type { Evolving, Loaded } from './state-cache.ts';
import { DecidedInVain, StreamTail } from './stream-tail.ts';
import type { Decided, Stored } from './stream-tail.ts';
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

type End<S> = Pick<Loaded<S>, 'state' | 'revision'>;

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

function receiptAt(
  stream: string,
  events: readonly NewEvent[],
  findings: readonly Finding[],
  { firstRevision, position, repeated }: Stored,
): Receipt {
  const stored = events.map(({ id, type }, i) => ({ eventId: id, type, revision: firstRevision + i }));
  const streamRevision = firstRevision + events.length - 1;
  return { stream, streamRevision, position, events: stored, findings, repeated };
}

/**
 * Load, gather facts, decide, settle by recording mode, append at the revision that was decided on.
 *
 * Commands of one stream are decided one after another, each on the state that the ones before it will
 * leave, and stored several at a time: a stream is not limited to one command per fsync.
 * A command that was recorded before answers with its first outcome, found in the stream itself.
 */
export class StreamWriter {
  readonly #store: EventStore;
  readonly #cache: StateCache;
  readonly #queue = new KeyedQueue();
  readonly #tails = new Map<string, StreamTail>();
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
    const { commandId } = intention.context;
    let isAlone = false;
    for (let attempt = 1; attempt <= attempts; attempt++) {
      try {
        const { stored } = await this.#queue.run(stream, () =>
          this.#decide(stream, decider, intention, { factsFor, isAlone }),
        );
        return await stored;
      } catch (error) {
        if (error instanceof EventIdTaken) {
          if (isAlone) throw new IdempotencyKeyReused(commandId);
          // It may be the id of another command, or another process has recorded this one meanwhile.
          isAlone = true;
        } else if (!(error instanceof WrongExpectedRevision || error instanceof DecidedInVain)) throw error;
      }
    }
    throw new TooMuchContention(stream, attempts);
  }

  /** Within the stream's turn: answers as soon as the events wait to be stored (`stored` is their durable end). */
  async #decide<S, E extends DomainEvent, C, F extends AtFact>(
    stream: string,
    decider: Decider<S, E, C, F>,
    intention: Intention<C>,
    { factsFor, isAlone }: Readonly<{ factsFor: FactsFor<S, F>; isAlone: boolean }>,
  ): Promise<{ stored: Promise<Receipt> }> {
    const { streamId, context } = intention;
    const repeated = this.#repeatUnderWay(stream, context);
    if (repeated) return { stored: repeated };
    const loaded = await this.#loaded(stream, decider, streamId);
    const first = loaded.commands.get(context.commandId);
    if (first !== undefined) return { stored: this.#firstOutcome(stream, first, context) };

    const tail = this.#tails.get(stream) ?? this.#tailAfter(stream, loaded);
    const decided = await this.#decidedOn(tail.end as End<S>, decider, intention, factsFor);
    // What it rests on may still fail to be stored: then it was refused for nothing.
    if (decided instanceof Error) return { stored: tail.stored().then(() => Promise.reject(decided)) };
    const { events, findings } = decided;
    const stored = tail.add(decided, isAlone).then((at) => receiptAt(stream, events, findings, at));
    this.#track(`${stream} ${context.commandId}`, { stored, digest: context.commandDigest });
    return { stored };
  }

  async #decidedOn<S, E extends DomainEvent, C, F extends AtFact>(
    { state, revision }: End<S>,
    decider: Decider<S, E, C, F>,
    { streamId, command, context }: Intention<C>,
    factsFor: FactsFor<S, F>,
  ): Promise<(Decided & Readonly<{ findings: readonly Finding[] }>) | Rejected | StaleRevision> {
    const { commandId, expectedRevision, mode } = context;
    if (expectedRevision !== undefined && expectedRevision !== revision)
      return new StaleRevision(streamName(decider.category, streamId), expectedRevision, revision);
    const facts = await factsFor(state, revision);
    const outcome = settle(decider.decide(state, command, facts), mode, facts);
    if (!outcome.accepted) {
      const { code, inputs, ruleId } = outcome.objection;
      return new Rejected(code, inputs, ruleId);
    }
    const { events } = outcome;
    const findings = [...outcome.findings, ...((await this.#inspect?.(events, context)) ?? [])];
    return {
      commandId,
      events: encode(events, context, facts.at, findings),
      findings,
      state: events.reduce((s, event) => decider.evolve(s, event, facts.at), state),
    };
  }

  #tailAfter(stream: string, end: End<unknown>): StreamTail {
    const tail: StreamTail = new StreamTail(this.#store, this.#cache, stream, {
      ...end,
      waits: (doesWait) => (doesWait ? this.#tails.set(stream, tail) : this.#tails.delete(stream)),
    });
    return tail;
  }

  /** What is stored; where it was read before the last of what waited was stored, it is read again. */
  async #loaded<S, E>(stream: string, decider: Evolving<S, E>, streamId: string): Promise<Loaded<S>> {
    const hadTail = this.#tails.has(stream);
    const loaded = await this.#cache.load(decider, streamId);
    return hadTail && !this.#tails.has(stream) ? this.#cache.load(decider, streamId) : loaded;
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
