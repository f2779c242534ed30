import { describe, expect, it } from '@jest/globals';
import * as client from '@kurrent/kurrentdb-client';
import { ForeignPosition, InvalidAppend, StoreUnavailable } from '#event-store';
import { UnusableDatabase } from './errors.ts';
import { TimedOut, inWordsOfThePort, isTransient } from './failures.ts';

const said = (message: string, code?: number) => Object.assign(new Error(message), { code }) as never;

describe('a failure', () => {
  it.each<[string, Error]>([
    ['a lost node', new client.UnavailableError(said('Connection dropped', 14))],
    ['an election', new client.DeadlineExceededError(undefined)],
    ['a node without a leader', said('No connection established', 14)],
    ['no node to be found', new Error('Failed to discover after 10 attempts.')],
    ['a server that starts', new client.UnknownError(said('Server Is Not Ready', 2))],
    ['a hung node', new TimedOut(3_000)],
  ])('of %s may pass', (_, error) => {
    expect(isTransient(error)).toBe(true);
    expect(inWordsOfThePort(error)).toBeInstanceOf(StoreUnavailable);
  });

  it.each<[string, Error]>([
    ['who may not', new client.AccessDeniedError(said('denied', 7))],
    ['a wrong password', new client.AccessDeniedError(said('unauthenticated', 16))],
  ])('of %s does not pass, and says what to look at', (_, error) => {
    expect(isTransient(error)).toBe(false);
    expect(inWordsOfThePort(error)).toBeInstanceOf(UnusableDatabase);
  });

  it.each<[string, Error]>([
    ['a deleted stream', client.StreamDeletedError.fromStreamName('body-1')],
    ['a request that the server does not understand', new client.UnknownError(said('Invalid argument', 3))],
  ])('of %s does not pass', (_, error) => {
    expect(isTransient(error)).toBe(false);
    expect(inWordsOfThePort(error)).toBeInstanceOf(StoreUnavailable);
  });

  it.each([new ForeignPosition(7), new InvalidAppend('nothing'), new RangeError('limit')])(
    'that is an answer of the store itself stays as it is: %s',
    (error) => {
      expect(isTransient(error)).toBe(false);
      expect(inWordsOfThePort(error)).toBe(error);
    },
  );
});
