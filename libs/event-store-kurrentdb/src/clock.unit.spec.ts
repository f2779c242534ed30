import { expect, it } from '@jest/globals';
import { Clock } from './clock.ts';

it('never goes behind what was read, though that was written by a clock that is ahead', () => {
  const clock = new Clock();
  const first = clock.now();
  expect(Date.parse(first)).toBeLessThanOrEqual(Date.now());
  const ahead = new Date(Date.now() + 60_000).toISOString();
  clock.saw(ahead);
  clock.saw(first);
  expect([clock.now(), clock.now()]).toEqual([ahead, ahead]);
});
