import { start } from './event-store.ts';
import type { Position, ReadAllOptions, ReadStreamOptions } from './event-store.ts';

const defaultLimit = 1000;

function wholeNumber(name: string, value: number, least: number): number {
  if (Number.isSafeInteger(value) && value >= least) return value;
  throw new RangeError(`${name} must be a whole number, ${least} or more; it is ${value}`);
}

/** The defaults of a page of a stream. @throws RangeError */
export const streamPage = ({ from = 0, limit = defaultLimit }: ReadStreamOptions = {}) => ({
  from: wholeNumber('from', from, 0),
  limit: wholeNumber('limit', limit, 0),
});

/** The defaults of a page of all events. @throws RangeError */
export const allPage = ({ after = start, limit = defaultLimit }: ReadAllOptions = {}) => ({
  after: wholeNumber('after', after, start),
  limit: wholeNumber('limit', limit, 0),
});

/** The defaults of a subscription. @throws RangeError */
export const batchesAfter = (after: Position = start, batchSize = defaultLimit) => ({
  after: wholeNumber('after', after, start),
  batchSize: wholeNumber('batchSize', batchSize, 1),
});
