/**
 * A place in the order of all events of a store. Comparable within one store, opaque to clients.
 * `start` lies before the first event.
 */
export type Position = number;
export const start: Position = 0;

/** An event as it is handed to a store. `data` and `metadata` are JSON texts: their bytes are kept as given. */
export type NewEvent = Readonly<{
  /** A UUID in lower case, unique in the store. Time-ordered ids keep bulk appends fast. */
  id: string;
  type: string;
  data: string;
  metadata: string;
  /** Of what is copied from another store: when it was recorded there. The store's own clock where it is absent. */
  recordedAt?: string;
}>;

export type RecordedEvent = NewEvent &
  Readonly<{
    stream: string;
    /** Dense within the stream, from 0. */
    revision: number;
    position: Position;
    /** The store's clock, ISO 8601 UTC with milliseconds; never goes back from one position to the next. */
    recordedAt: string;
  }>;

/** Where an event stands. */
export type Place = Pick<RecordedEvent, 'stream' | 'revision' | 'position'>;

/** What must be true of the stream for an append to happen. A number is the revision of its last event, from 0. */
export type ExpectedRevision = 'any' | 'noStream' | 'streamExists' | number;

export type Appended = Readonly<{
  firstRevision: number;
  lastRevision: number;
  /** Of the last event appended. */
  position: Position;
  /** The same events were appended before: this is the first outcome, and nothing was stored now. */
  repeated: boolean;
}>;

/** One of several appends that are stored together. */
export type StreamAppend = Readonly<{
  stream: string;
  expected: ExpectedRevision;
  events: readonly NewEvent[];
}>;

export type ReadStreamOptions = Readonly<{
  /** First revision to read; 0 by default. */
  from?: number;
  /** At most so many events; 1 000 by default. */
  limit?: number;
}>;

export type ReadAllOptions = Readonly<{
  /** Read what comes after this position; `start` by default. */
  after?: Position;
  /** At most so many events; 1 000 by default. */
  limit?: number;
}>;

export type SubscribeOptions = Readonly<{
  after?: Position;
  /** Ends the subscription. */
  signal: AbortSignal;
  /** At most so many events in one batch; 1 000 by default. */
  batchSize?: number;
  /**
   * Milliseconds to wait behind a batch that was not full: what is appended meanwhile comes in one batch, and a
   * subscriber that pays for every batch is not asked to take events one by one. 0 by default.
   */
  linger?: number;
}>;

/** Limits that every store keeps, so that a record can move from one to another. */
export const limits = {
  /** Bytes of one event: data and metadata in UTF-8, and two for each character of its type, as EventStoreDB counts. */
  eventBytes: 256 * 1024,
  /** Bytes of all events of one append, counted likewise. */
  appendBytes: 1024 * 1024,
  /** Characters of a stream's name. */
  streamNameLength: 200,
} as const;

/**
 * The port to an event store. Streams are named `category-id`, the category without a hyphen.
 * Every implementation passes the contract suite in `testing/`.
 */
export type EventStore = {
  /**
   * Appends all events (one at least) or none, durably before it answers. Appends are carried out in the order
   * in which they are called, so that several may be under way on one stream, each at the revision that the one
   * before it will leave.
   *
   * Appending the same ids again to the same stream answers with the first outcome (`repeated`), under any
   * expectation, also under races and whatever was appended since. It is the same append when it has all of the
   * first one's ids in their order and no others; types and contents are not compared.
   *
   * @throws WrongExpectedRevision when the stream is not as expected
   * @throws EventIdTaken when an id is stored already, but not as this append (told before a wrong revision)
   * @throws AppendTooLarge when a limit is exceeded
   * @throws InvalidAppend when there is no event, an id is not a UUID or stands there twice, or the stream's
   *   name is not `category-id`
   * @throws StoreClosed after `close`
   * @throws StoreUnavailable when the store fails; the same ids may be appended again
   */
  append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<Appended>;

  /**
   * Carries out several appends in their order, or none of them, durably before it answers: no crash leaves some
   * without the others. A stream may come more than once, each time at the revision that the ones before it leave.
   * Each keeps the limits of an append of its own. Repeated as a whole, it answers with the position of its first
   * outcome; some of it with something else is `EventIdTaken`. Absent where a store cannot.
   *
   * @throws what `append` throws, for the first of them that is refused
   */
  appendTogether?(appends: readonly StreamAppend[]): Promise<Pick<Appended, 'position' | 'repeated'>>;

  /** A page of one stream in order of revision; empty at its end and for a stream that does not exist. */
  readStream(stream: string, options?: ReadStreamOptions): Promise<readonly RecordedEvent[]>;

  /** A page of all events in order of position. @throws ForeignPosition where the store can tell */
  readAll(options?: ReadAllOptions): Promise<readonly RecordedEvent[]>;

  /**
   * All events after a position, then live ones, in batches, in order, none twice and none left out.
   * Throws ForeignPosition where the store can tell.
   * Ends when the signal is aborted or the store is closed, also while it waits. A subscriber that takes its
   * time misses nothing: the next batch is read when it asks.
   */
  subscribe(options: SubscribeOptions): AsyncIterable<readonly RecordedEvent[]>;

  /** The position of the last event; `start` in an empty store. */
  head(): Promise<Position>;

  /**
   * Which streams were appended to after a position, by this process or another, at once; a page, empty when
   * nothing was. It spares reads of what is known already. Absent where a store cannot tell without asking far.
   */
  placesAfter?(after: Position): readonly Place[];

  /** Finishes what is under way and lets go of files and connections. May be called again. */
  close(): Promise<void>;
};
