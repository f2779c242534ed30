import { describe, expect, it } from '@jest/globals';
import { Problem } from '../problems/index.ts';
import { behind, checkpointPart, CoverageClock, Health } from './index.ts';
import type { Checks } from './index.ts';

const told = async (health: Health): Promise<Problem> => {
  const problem: unknown = await health.ready().then(
    () => undefined,
    (error: unknown) => error,
  );
  if (problem instanceof Problem) return problem;
  throw new Error(`ready, and should not be: ${String(problem)}`);
};

const store: Checks = { store: () => ({ state: { head: '7' } }) };

describe('health', () => {
  it('says how each part is', async () => {
    expect(await new Health(store).ready()).toEqual({ store: { ready: true, head: '7' } });
  });

  it('is not ready while one part is not, and names it and why', async () => {
    const problem = await told(new Health({ ...store, log: () => ({ trouble: 'It is not open yet.' }) }));
    expect(problem.status).toBe(503);
    expect(problem.details).toMatchObject({
      detail: 'log: It is not open yet. Send the request again after Retry-After seconds.',
      headers: { 'retry-after': '1' },
      inputs: { parts: { store: { ready: true }, log: { ready: false, trouble: 'It is not open yet.' } } },
    });
  });

  it.each([
    [
      'throws',
      () => Promise.reject(new Error('no node answers')),
      'store: It cannot be asked: no node answers',
    ],
    ['never answers', () => new Promise<never>(() => undefined), 'store: It did not answer within 5 ms.'],
  ])('is not ready while a part %s', async (_how, check, detail) => {
    expect((await told(new Health({ store: check }, 5))).details.detail).toContain(detail);
  });

  it('is not ready once it drains, though every part is', async () => {
    const health = new Health(store);
    health.drain();
    expect((await told(health)).details.detail).toMatch(/^This process was asked to stop/);
  });
});

describe('lag', () => {
  const position = 3;
  it.each([
    [13, 10, undefined],
    [14, 10, 'The read models are 11 events behind the record, and 10 are the limit.'],
    [14, 0, undefined],
  ])('to the head %d with the limit %d', (head, limit, trouble) => {
    const part = behind({ what: 'The read models', position, lag: head - position, limit });
    expect(part.trouble).toBe(trouble);
    expect(part.state).toEqual({ position: '3', lag: head - position });
  });
});

describe('the checkpoint', () => {
  const at = (seconds: number) => Date.now() - seconds * 1000;

  it('is as old as it is while nothing waits for one: that is no trouble', () => {
    const clock = new CoverageClock();
    clock.published(4, at(100));
    clock.signed({ size: 4, publishedAt: new Date(at(99)).toISOString() }, at(99));
    const { state, trouble } = checkpointPart(clock.covering, 10);
    expect(trouble).toBeUndefined();
    expect(state).toMatchObject({ size: 4, lag: 0, waitedSeconds: 0, ageSeconds: 99 });
  });

  it('is late when an entry waits for longer than the limit, from the first that waits', () => {
    const clock = new CoverageClock();
    clock.signed({ size: 4, publishedAt: new Date(at(99)).toISOString() }, at(99));
    clock.published(5, at(60));
    clock.published(6, at(1));
    const { state, trouble } = checkpointPart(clock.covering, 10);
    expect(state).toMatchObject({ size: 4, lag: 2, waitedSeconds: 60 });
    expect(trouble).toBe('Entries wait for a checkpoint for 60 s, and 10 s are the limit.');
    expect(checkpointPart(clock.covering, 0).trouble).toBeUndefined();
  });

  it('signed behind the end, lets the rest wait from then on', () => {
    const clock = new CoverageClock();
    clock.published(6, at(60));
    clock.signed({ size: 5, publishedAt: new Date(at(2)).toISOString() }, at(2));
    expect(checkpointPart(clock.covering, 0).state).toMatchObject({ lag: 1, waitedSeconds: 2 });
  });
});
