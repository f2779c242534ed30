import { describe, expect, it } from '@jest/globals';
import { Lanes } from './lanes.ts';
import type { Before } from './lanes.ts';

/** Appends that end when they are told to. */
function setUp() {
  const lanes = new Lanes();
  const begun: string[] = [];
  const run = (name: string, alone = false, stream = 'test-1') => {
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    let seen: Before | undefined;
    const result = lanes.run(stream, alone, (before) => {
      seen = before;
      begun.push(name);
      return promise;
    });
    result.catch(() => undefined);
    return { result, before: () => seen, end: () => resolve(name), fail: () => reject(new Error(name)) };
  };
  return { begun, run };
}

const turns = async () => {
  for (let i = 0; i < 10; i++) await Promise.resolve();
};

describe('a lane', () => {
  it('begins exact appends at once, in the order of the calls', () => {
    const { begun, run } = setUp();
    for (const name of ['a', 'b', 'c']) run(name);
    expect(begun).toEqual(['a', 'b', 'c']);
  });

  it('lets one that must be alone wait for all before it, and those after it wait for it', async () => {
    const { begun, run } = setUp();
    const [a, b] = [run('a'), run('b')];
    const alone = run('alone', true);
    const after = run('after');
    a.end();
    await turns();
    expect(begun).toEqual(['a', 'b']);
    b.fail();
    await turns();
    expect(begun).toEqual(['a', 'b', 'alone']);
    alone.end();
    after.end();
    expect(await after.result).toBe('after');
    expect(begun).toEqual(['a', 'b', 'alone', 'after']);
  });

  it('tells whether those before have ended', async () => {
    const { run } = setUp();
    const [a, b] = [run('a'), run('b')];
    expect([a.before()?.settled, b.before()?.settled]).toEqual([true, false]);
    a.fail();
    await b.before()?.whenSettled;
    await turns();
    expect(b.before()?.settled).toBe(true);
  });

  it('is one for each stream', () => {
    const { begun, run } = setUp();
    run('a', true);
    run('b', true, 'test-2');
    expect(begun).toEqual(['a', 'b']);
  });
});
