import type { ExpectedRevision, Position } from './event-store.ts';

/** The stream was not at the expected revision. `actual` is `noStream` or the revision of its last event. */
export class WrongExpectedRevision extends Error {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly actual: 'noStream' | number;

  constructor(stream: string, expected: ExpectedRevision, actual: 'noStream' | number) {
    super(`stream ${stream} was expected at ${expected} and is at ${actual}`);
    this.name = 'WrongExpectedRevision';
    this.stream = stream;
    this.expected = expected;
    this.actual = actual;
  }
}

/** An event id is in the store already, with other company or in another stream. */
export class EventIdTaken extends Error {
  readonly eventId: string;

  constructor(eventId: string) {
    super(`event id ${eventId} is taken`);
    this.name = 'EventIdTaken';
    this.eventId = eventId;
  }
}

/** An event, an append or a stream's name is larger than every store keeps. */
export class AppendTooLarge extends Error {
  constructor(what: string, size: number, limit: number) {
    super(`${what} has ${size}, the limit is ${limit}`);
    this.name = 'AppendTooLarge';
  }
}

/** What was to be appended is not what a store takes: a mistake of the caller. Nothing was stored. */
export class InvalidAppend extends Error {
  constructor(problem: string) {
    super(problem);
    this.name = 'InvalidAppend';
  }
}

/** The store was closed before it was asked. */
export class StoreClosed extends Error {
  constructor() {
    super('the event store is closed');
    this.name = 'StoreClosed';
  }
}

/**
 * The store could not do what it was asked. Whether an append was stored all the same may be unknown: append
 * the same ids again, which stores them once at most.
 */
export class StoreUnavailable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreUnavailable';
  }
}

/** A position that is no event's in this database: it was noted in another one, or before this one was restored. */
export class ForeignPosition extends Error {
  readonly position: Position;

  constructor(position: Position) {
    super(
      `position ${position} is of no event in this database: it was noted in another database, or in this one ` +
        'before it was restored from a backup. Start from the first event: rebuild the read models that note it.',
    );
    this.name = 'ForeignPosition';
    this.position = position;
  }
}
