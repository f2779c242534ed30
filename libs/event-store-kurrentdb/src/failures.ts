import * as client from '@kurrent/kurrentdb-client';
import * as port from '#event-store';
import { UnusableDatabase } from './errors.ts';

/** Nobody answered in time. What was asked may have been done all the same. */
export class TimedOut extends Error {
  constructor(milliseconds: number) {
    super(`no answer within ${milliseconds} ms`);
    this.name = 'TimedOut';
  }
}

/** Answers of this store itself. */
const ownClasses = [
  port.WrongExpectedRevision,
  port.EventIdTaken,
  port.AppendTooLarge,
  port.InvalidAppend,
  port.StoreClosed,
  port.StoreUnavailable,
  port.ForeignPosition,
  UnusableDatabase,
  RangeError,
];

/** Answers of the server that another attempt would get again. */
const finalClasses = [
  client.WrongExpectedVersionError,
  client.StreamDeletedError,
  client.StreamTombstonedError,
  client.MaxAppendSizeExceededError,
  client.AppendRecordSizeExceededError,
  client.TransactionMaxSizeExceededError,
  client.AccessDeniedError,
  client.StreamNotFoundError,
  client.InvalidArgumentError,
  client.UnsupportedError,
];

/** gRPC: INVALID_ARGUMENT, PERMISSION_DENIED, UNIMPLEMENTED, UNAUTHENTICATED. */
const finalCodes = new Set<unknown>([3, 7, 12, 16]);

const codeOf = (error: unknown): unknown => (error as { code?: unknown } | undefined)?.code;

const isOneOf = (
  error: unknown,
  classes: readonly (abstract new (...given: never[]) => unknown)[],
): boolean => classes.some((one) => error instanceof one);

/**
 * Whether asking again may help. Elections, lost nodes and servers that are starting tell themselves in many
 * ways, often without a code, so what is not known to be final is not.
 */
export const isTransient = (error: unknown): boolean =>
  !isOneOf(error, ownClasses) &&
  !isOneOf(error, finalClasses) &&
  !(error instanceof client.UnknownError && finalCodes.has(codeOf(error)));

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message || error.name : String(error);

/** A failure in the words of the port; its own answers are left as they are. */
export function inWordsOfThePort(error: unknown): unknown {
  const cause = { cause: error };
  if (isOneOf(error, ownClasses)) return error;
  if (error instanceof client.AccessDeniedError || codeOf(error) === 16)
    return new UnusableDatabase(
      'the database lets nobody in with this user and password, or not to all that a store needs: ' +
        'look at the connection string and at the access rights of its user',
      cause,
    );
  if (error instanceof client.StreamDeletedError || error instanceof client.StreamTombstonedError)
    return new port.StoreUnavailable(
      `the stream was deleted in the database, by other means than this store`,
      cause,
    );
  return new port.StoreUnavailable(`the database did not do what it was asked: ${messageOf(error)}`, cause);
}
