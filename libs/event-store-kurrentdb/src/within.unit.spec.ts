import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { within } from './connection.ts';
import { TimedOut } from './failures.ts';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const never = (): Promise<never> => Promise.withResolvers<never>().promise;

/** How it stands after so many milliseconds. */
async function after<T>(milliseconds: number, asked: Promise<T>): Promise<T | 'waits' | 'timed out'> {
  const end = asked.catch((error: unknown) => {
    if (error instanceof TimedOut) return 'timed out' as const;
    throw error;
  });
  await jest.advanceTimersByTimeAsync(milliseconds);
  return Promise.race([end, Promise.resolve('waits' as const)]);
}

describe('what is asked within a time', () => {
  it('is given up when nothing comes', async () => {
    const asked = within(100, never);
    expect(await after(99, asked)).toBe('waits');
    expect(await after(1, asked)).toBe('timed out');
  });

  it('is waited for as long as something comes', async () => {
    const asked = within(100, (alive) => {
      setInterval(alive, 90);
      return never();
    });
    expect(await after(1000, asked)).toBe('waits');
  });

  it('is waited for as long as the node answers something else', async () => {
    const { promise, resolve } = Promise.withResolvers<string>();
    const ping = jest.fn(() => Promise.resolve());
    const asked = within(100, () => promise, ping);
    expect(await after(1000, asked)).toBe('waits');
    expect(ping).toHaveBeenCalledTimes(20);
    resolve('found');
    expect(await asked).toBe('found');
    await jest.advanceTimersByTimeAsync(1000);
    expect(ping).toHaveBeenCalledTimes(20);
  });

  it.each<[string, () => Promise<never>]>([
    ['hangs', never],
    ['is gone', () => Promise.reject(new Error('14 UNAVAILABLE'))],
  ])('is given up in the same time when the node %s', async (_, ping) => {
    const asked = within(100, never, ping);
    expect(await after(49, asked)).toBe('waits');
    expect(await after(51, asked)).toBe('timed out');
  });
});
