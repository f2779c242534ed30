import { describe, expect, it } from '@jest/globals';
import { needsFeed, placeOf } from './addresses.ts';

describe('the place of an address among files', () => {
  it.each([
    ['/en/', 'page', 'en/index.html', '/en/'],
    ['/', 'data', 'index.json', '/index.json'],
    ['/', 'page', 'index.html', '/'],
    ['/en/decisions/trees:v-1', 'page', 'en/decisions/trees:v-1/index.html', '/en/decisions/trees:v-1/'],
    ['/decisions/x.json', 'data', 'decisions/x.json/index.json', '/decisions/x.json/index.json'],
    ['/motions/minutes', 'data', 'motions/minutes/index.json', '/motions/minutes/index.json'],
    ['/meetings/m/minutes', 'data', 'meetings/m/minutes', '/meetings/m/minutes'],
    [
      '/bodies/b/feed/archive/2.atom',
      'data',
      'bodies/b/feed/archive/2.atom',
      '/bodies/b/feed/archive/2.atom',
    ],
    ['/es/feed.atom', 'data', 'es/feed.atom', '/es/feed.atom'],
    ['/es/bodies/b/calendar.ics', 'data', 'es/bodies/b/calendar.ics', '/es/bodies/b/calendar.ics'],
    ['/feed.json?body=b', 'data', 'body=b/feed.json', '/body=b/feed.json'],
    [
      '/en/bodies/b?asOf=2026-01-14T17%3A00-08%3A00&knownAt=a%2Fb',
      'page',
      'en/bodies/b/asOf=2026-01-14T17:00-08:00,knownAt=a~2fb/index.html',
      '/en/bodies/b/asOf=2026-01-14T17:00-08:00,knownAt=a~2fb/',
    ],
  ] as const)('%s as %s is %s', (address, kind, file, link) => {
    expect(placeOf(address, kind)).toEqual({ file, link });
  });

  it.each(['/en/../secret', '/en/%2e%2e/x', '/en/a\\b', `/en/decisions?cursor=${'a'.repeat(200)}`])(
    '%s has none',
    (address) => {
      expect(() => placeOf(address, 'page')).toThrow(RangeError);
    },
  );

  it('is not there for what only a running feed answers', () => {
    const asked = [
      '/events?after=3',
      '/live/m',
      '/en/live/m',
      '/health/ready',
      '/search.atom?q=a',
      '/es/search?q=a',
      '/en/replay/council?at=3',
    ];
    expect(asked.filter((one) => !needsFeed(one))).toEqual([]);
    const there = [
      '/en/search',
      '/events.x',
      '/motions/events',
      '/en/bodies/live',
      '/en/replay/council',
      '/en/',
      '/proofs/1',
    ];
    expect(there.filter(needsFeed)).toEqual([]);
  });
});
