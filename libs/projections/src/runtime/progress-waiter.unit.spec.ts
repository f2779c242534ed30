import { describe, expect, it } from '@jest/globals';
import { NotCaughtUp, ProgressWaiter } from './index.ts';

const soon = { timeoutMs: 1 };
const patient = { timeoutMs: 60_000 };

describe('ProgressWaiter', () => {
  it('answers at once for what was reached before', async () => {
    const waiter = new ProgressWaiter(7);
    await expect(waiter.whenReached(7, soon)).resolves.toBeUndefined();
  });

  it('answers everyone whose position is reached, and nobody else', async () => {
    const waiter = new ProgressWaiter();
    const [third, fourth, fifth] = [3, 4, 5].map((position) => waiter.whenReached(position, patient));
    waiter.advance(4);
    await Promise.all([third, fourth]);
    const first = await Promise.race([fifth, Promise.resolve('still waiting')]);
    expect(first).toBe('still waiting');
    waiter.advance(5);
    await fifth;
  });

  it('does not go back', async () => {
    const waiter = new ProgressWaiter(7);
    waiter.advance(3);
    await waiter.whenReached(7, soon);
    expect(waiter.position).toBe(7);
  });

  it('gives up after the timeout and says how far it came', async () => {
    const waiter = new ProgressWaiter(2);
    await expect(waiter.whenReached(3, soon)).rejects.toMatchObject({ wanted: 3, reached: 2 });
    await expect(waiter.whenReached(3, soon)).rejects.toThrow(NotCaughtUp);
  });

  it('ends with the signal', async () => {
    const waiter = new ProgressWaiter();
    const gone = new AbortController();
    const waiting = waiter.whenReached(1, { ...patient, signal: gone.signal });
    gone.abort(new Error('the client is gone'));
    await expect(waiting).rejects.toThrow('the client is gone');
    await expect(waiter.whenReached(1, { ...patient, signal: gone.signal })).rejects.toThrow('gone');
  });

  it('tells everyone when the projections stop, now and later', async () => {
    const waiter = new ProgressWaiter(1);
    const waiting = waiter.whenReached(2, patient);
    waiter.fail(new Error('stopped'));
    await expect(waiting).rejects.toThrow('stopped');
    await expect(waiter.whenReached(2, patient)).rejects.toThrow('stopped');
    await waiter.whenReached(1, soon);
  });
});
