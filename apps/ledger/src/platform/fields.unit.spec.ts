import { describe, expect, it } from '@jest/globals';
import { Problem } from '#platform';
import type { FieldError } from '#platform';
import {
  Count,
  Flag,
  IdField,
  IdList,
  InstantField,
  LanguageField,
  ListOf,
  Nested,
  OneOf,
  PartialDate,
  Sha256Field,
  TextField,
  TextList,
  TimeZoneField,
  UrlField,
} from './fields.ts';
import { validationPipe } from './validation.ts';

class Inner {
  @IdField()
  id!: string;
}

class Everything {
  @IdField({ optional: true })
  id?: string;
  @TextField({ max: 5, optional: true })
  text?: string;
  @Sha256Field({ optional: true })
  sha256?: string;
  @LanguageField({ optional: true })
  lang?: string;
  @UrlField({ optional: true })
  url?: string;
  @InstantField({ optional: true })
  instant?: string;
  @TimeZoneField({ optional: true })
  zone?: string;
  @PartialDate({ optional: true })
  date?: PartialDate;
  @OneOf(['a', 'b'], { optional: true })
  one?: string;
  @Flag({ optional: true })
  flag?: boolean;
  @Count({ optional: true, min: 1, max: 3 })
  count?: number;
  @IdList({ optional: true, max: 2 })
  ids?: string[];
  @TextList({ optional: true, max: 2, textMax: 3 })
  texts?: string[];
  @Nested(Inner, { optional: true })
  nested?: Inner;
  @ListOf(Inner, { optional: true, min: 1, max: 2 })
  list?: Inner[];
}

const pipe = validationPipe();

/** The errors of a request body; none where it is accepted. */
async function errorsOf(body: object): Promise<readonly FieldError[]> {
  try {
    await pipe.transform(body, { type: 'body', metatype: Everything });
    return [];
  } catch (error) {
    if (error instanceof Problem) return error.details.errors ?? [];
    throw error;
  }
}

const sha256 = 'e3b0'.repeat(16);

describe('fields', () => {
  it.each([
    ['id', ['a', 'district-1', '2019.a_b', '0198c7a2-3a1f-7c3e-9a55-1f0f3b6a2d11', 'x'.repeat(100)]],
    ['text', ['a', 'äöü€', '👩🏽', ' a ']],
    ['sha256', [sha256]],
    ['lang', ['en', 'es-MX', 'zh-Hant-TW']],
    ['url', ['https://example.org/a?b#c', 'http://[::1]:80/']],
    ['instant', ['2026-09-01T17:00:00Z', '2026-09-01T17:00:00.5+02:00']],
    ['zone', ['America/Los_Angeles', 'UTC']],
    ['date', ['2019', '2019-08', '2019-fall', '2024-25', '2019-08-01', 'unknown', '2019-08-01T10:00:00Z']],
    ['one', ['a', 'b']],
    ['flag', [true, false]],
    ['count', [1, 3]],
    ['ids', [[], ['a', 'b']]],
    ['texts', [[], ['abc']]],
    ['nested', [{ id: 'a' }]],
    ['list', [[{ id: 'a' }]]],
  ])('%s takes what it should', async (name, values: readonly unknown[]) => {
    for (const value of values) expect(await errorsOf({ [name]: value })).toEqual([]);
  });

  it.each([
    ['id', ['', 'A', '-a', 'a b', 'x'.repeat(101), 5, ['a']], 'must be an id'],
    ['text', ['', '  ', 'toolong', 'a\ud800', 5, {}], 'must be a text of 1 to 5 characters'],
    ['sha256', [sha256.toUpperCase(), 'e3b0'], 'must be a SHA-256'],
    ['lang', ['english language', 'e'], 'must be a language tag'],
    [
      'url',
      ['example.org', 'javascript:alert(1)', 'https://', 5],
      'must be an absolute http or https address',
    ],
    ['instant', ['2026-09-01', 'now'], 'must be an instant'],
    ['zone', ['PST8', 'Mars/Olympus', ''], 'must be the name of a time zone'],
    ['date', ['fall 2019', '2019-13', '2019-02-30', '', 2019], 'must be an instant'],
    ['one', ['c', '', 1], 'must be one of a, b'],
    ['flag', ['true', 1, 'yes'], 'must be true or false'],
    ['count', [0, 4, 1.5, '2', NaN], 'must be a whole number from 1 to 3'],
    ['ids', [['a', 'B'], ['a', 'b', 'c'], 'a', { length: 1 }], 'must be a list of 0 to 2 ids'],
    ['texts', [['abcd'], [''], 'abc'], 'must be a list of 0 to 2 texts of 1 to 3 characters'],
    ['nested', ['a', 5, [{ id: 'a' }]], 'must be an object'],
    ['list', [{ id: 'a' }, 'a'], 'must be a list'],
  ])('%s refuses the rest and says what it takes', async (name, values: readonly unknown[], says) => {
    for (const value of values)
      expect([value, await errorsOf({ [name]: value })]).toEqual([
        value,
        [{ pointer: `/${name}`, detail: expect.stringContaining(says) as unknown }],
      ]);
  });

  it('never take null for nothing', async () => {
    const names = Object.keys(Object.fromEntries(Object.entries(new Everything())));
    expect(names.length).toBe(15);
    for (const name of names)
      expect((await errorsOf({ [name]: null })).map(({ pointer }) => pointer)).toEqual([`/${name}`]);
  });

  it('look into objects and lists', async () => {
    expect(await errorsOf({ nested: {}, list: [{ id: 'a' }, { id: 'B', more: 1 }] })).toEqual([
      { pointer: '/nested/id', detail: expect.any(String) as unknown },
      { pointer: '/list/1/more', detail: 'is not a field of this request' },
      { pointer: '/list/1/id', detail: expect.any(String) as unknown },
    ]);
    expect(await errorsOf({ list: [] })).toMatchObject([
      { pointer: '/list', detail: 'must have at least 1 entries' },
    ]);
  });

  it('of every object are not fields of a request', async () => {
    const body = JSON.parse('{"constructor":{"name":"x"},"toString":1,"id":"a"}') as object;
    const result: unknown = await pipe.transform(body, { type: 'body', metatype: Everything });
    expect(JSON.stringify(result)).toBe('{"id":"a"}');
    expect(result).toBeInstanceOf(Everything);
  });
});
