import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson } from './canonical-json.ts';

describe('canonical JSON', () => {
  it('is the sample of RFC 8785 §3.2.2', () => {
    const value = JSON.parse(String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`) as object;
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('sorts members by UTF-16 code units, at every depth (RFC 8785 §3.2.3)', () => {
    const value = {
      '\u20ac': 1,
      '\r': 2,
      '\ufb33': 3,
      1: 4,
      '\ud83d\ude00': 5,
      '\u0080': 6,
      ö: { b: 1, a: 2 },
    };
    expect(Object.keys(JSON.parse(canonicalJson({ v: value })) as object)).toEqual(['v']);
    expect(canonicalJson(value)).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":{"a":2,"b":1},"€":1,"😀":5,"\ufb33":3}');
  });

  it('puts U+FFFD where a lone surrogate stands, in texts and in names', () => {
    expect(canonicalJson({ a: ['x\ud800', { 'b\udc00': 1 }], c: 1 })).toBe('{"a":["x�",{"b�":1}],"c":1}');
  });

  it('depends on the value only, and is read back as it was', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const text = canonicalJson(value);
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(reversed)).toBe(text);
        expect(canonicalJson(JSON.parse(text) as object)).toBe(text);
      }),
    );
  });
});
