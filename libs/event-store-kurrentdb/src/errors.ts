import type { Position } from '#event-store';

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

/** The server is none that this store works with, or lets nobody in with what the connection string says. */
export class UnusableDatabase extends Error {
  constructor(problem: string, options?: ErrorOptions) {
    super(problem, options);
    this.name = 'UnusableDatabase';
  }
}
