import { describe, expect, it } from '@jest/globals';
import { RateLimit } from './rate-limit.ts';

describe('a rate limit', () => {
  it('lets each client have so many in a minute, and again in the next', () => {
    let now = 1_000;
    const limit = new RateLimit(2, () => now);
    limit.hit('a');
    limit.hit('a');
    expect(() => limit.hit('a')).toThrow('TOO_MANY_REQUESTS');
    limit.hit('b');
    now += 60_000;
    limit.hit('a');
  });

  it('can be asked without counting', () => {
    const limit = new RateLimit(1, () => 0);
    limit.check('a');
    limit.check('a');
    limit.hit('a');
    expect(() => limit.check('a')).toThrow('TOO_MANY_REQUESTS');
  });

  it('of zero is none', () => {
    const limit = new RateLimit(0);
    for (let i = 0; i < 100; i++) limit.hit('a');
  });
});
