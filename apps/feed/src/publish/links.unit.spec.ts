import { describe, expect, it } from '@jest/globals';
import { addressesIn, linksOf, withLinks } from './links.ts';

const page = '<p title="a > b"><a href="/x?a=1&amp;b=2" rel="next" class="more">href=&quot;/no&quot;</a></p>';

describe('the links of a page', () => {
  it('are those of tags, whatever a text looks like', () => {
    expect(linksOf(page)).toEqual([{ url: '/x?a=1&b=2', isData: false, isAnchor: true }]);
    expect(linksOf('<link rel="alternate" type="application/json" href="/d"/>')).toEqual([
      { url: '/d', isData: true, isAnchor: false },
    ]);
    expect(linksOf('<script type="application/ld+json">{"href":"/x"}</script><p>a</p>')).toEqual([]);
  });

  it('are replaced, left as they are, or no links any more', () => {
    expect(withLinks(page, () => '/y/"&')).toBe(page.replace('/x?a=1&amp;b=2', '/y/&quot;&amp;'));
    expect(withLinks(page, ({ url }) => url)).toBe(page);
    expect(withLinks(page, () => undefined)).toContain('<a class="more">href=&quot;/no&quot;</a>');
    expect(withLinks('<head><link rel="alternate" href="/x"/></head>', () => undefined)).toBe(
      '<head></head>',
    );
  });

  it('in data are whole values under the prefix', () => {
    const text = JSON.stringify({
      a: 'https://x.example/r/bodies/b',
      b: 'see https://x.example/r/no',
      c: ['https://x.example/r/{id}', 'https://x.example/rest', 'https://x.example/r/m?a=1'],
    });
    expect([...addressesIn(text, 'https://x.example/r')]).toEqual(['/bodies/b', '/m?a=1']);
  });
});
