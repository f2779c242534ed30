import { describe, expect, it } from '@jest/globals';
import { parseHistory, requestsOf } from './history.ts';
import type { Entry, History } from './history.ts';

const history = (...operations: readonly Entry[]): History => ({
  history: 'h',
  title: 'A history',
  defaults: { recordingMode: 'historical_import', lang: 'en' },
  operations,
});
const openSeat = (seatId: string): Entry => ({ operation: 'openSeat', target: 'bodies/b', body: { seatId } });
const keysOf = (one: History): readonly string[] =>
  requestsOf(one).map(({ idempotencyKey }) => idempotencyKey);

describe('a history as requests', () => {
  it('posts each operation to its address, with the defaults where the entry says nothing else', () => {
    const [request] = requestsOf(
      history({ operation: 'fillSeat', target: 'bodies/cssc', body: { seatId: 's', lang: 'es' } }),
    );
    expect(request?.path).toBe('/v1/bodies/cssc/fill-seat');
    expect(JSON.parse(request?.body ?? '')).toEqual({
      recordingMode: 'historical_import',
      lang: 'es',
      seatId: 's',
    });
  });

  it('keeps the key of an entry when others are put before it', () => {
    const [before] = keysOf(history(openSeat('a')));
    expect(keysOf(history(openSeat('z'), openSeat('a')))[1]).toBe(before);
  });

  it('gives another key to another content, another history and a second time', () => {
    const keys = [
      ...keysOf(history(openSeat('a'), openSeat('b'), openSeat('a'))),
      ...keysOf({ ...history(openSeat('a')), history: 'other' }),
    ];
    expect(new Set(keys).size).toBe(4);
  });
});

describe('reading a history file', () => {
  it.each([
    ['[]', 'h.json is not a history'],
    ['{', 'h.json is not JSON'],
    ['{"operations":[]}', 'h.json needs "history"'],
    ['{"history":"h"}', 'h.json needs "operations"'],
    ['{"history":"h","operations":[{"operation":"fill seat"}]}', 'h.json: entry 1 needs "operation"'],
    ['{"history":"h","operations":[{"operation":"fillSeat","target":"../x"}]}', 'entry 1 needs "target"'],
    ['{"history":"h","operations":[{"operation":"fillSeat","target":"bodies/b"}]}', 'entry 1 needs "body"'],
  ])('says what is wrong with %s', (text, message) => {
    expect(() => parseHistory(text, 'h.json')).toThrow(message);
  });
});
