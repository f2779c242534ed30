import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isTimeZone, parseWhen } from './index.ts';
import type { When } from './index.ts';

const losAngeles = 'America/Los_Angeles';

const read = (literal: string, zone = losAngeles): When => {
  const when = parseWhen(literal, zone);
  if (!when) throw new Error(`${literal} was not read`);
  return when;
};

const bounds = (literal: string, zone?: string) => {
  const { precision, earliest, latest } = read(literal, zone);
  return [precision, earliest, latest];
};

describe('parseWhen', () => {
  it.each([
    ['2019-08-01T10:00:00Z', 'instant', '2019-08-01T10:00:00.000Z', '2019-08-01T10:00:00.000Z'],
    ['2019-08-01t10:00:00.25-07:00', 'instant', '2019-08-01T17:00:00.250Z', '2019-08-01T17:00:00.250Z'],
    ['2019-08-01', 'day', '2019-08-01T07:00:00.000Z', '2019-08-02T06:59:59.999Z'],
    ['2019-12', 'month', '2019-12-01T08:00:00.000Z', '2020-01-01T07:59:59.999Z'],
    ['2020-spring', 'season', '2020-01-01T08:00:00.000Z', '2020-07-01T06:59:59.999Z'],
    ['2020-summer', 'season', '2020-05-01T07:00:00.000Z', '2020-10-01T06:59:59.999Z'],
    ['2019-fall', 'season', '2019-08-01T07:00:00.000Z', '2020-01-01T07:59:59.999Z'],
    ['2019-winter', 'season', '2018-12-01T08:00:00.000Z', '2020-04-01T06:59:59.999Z'],
    ['2019', 'year', '2019-01-01T08:00:00.000Z', '2020-01-01T07:59:59.999Z'],
    ['2024-25', 'school_year', '2024-07-01T07:00:00.000Z', '2025-07-01T06:59:59.999Z'],
    ['1999-00', 'school_year', '1999-07-01T07:00:00.000Z', '2000-07-01T06:59:59.999Z'],
    ['2010-2011', 'school_year', '2010-07-01T07:00:00.000Z', '2011-07-01T06:59:59.999Z'],
    ['2010-11', 'month', '2010-11-01T07:00:00.000Z', '2010-12-01T07:59:59.999Z'],
    ['unknown', 'unknown', '0001-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z'],
    ['9999', 'year', '9999-01-01T08:00:00.000Z', '9999-12-31T23:59:59.999Z'],
  ])('reads %s as %s', (literal, ...expected) => {
    expect(bounds(literal)).toEqual(expected);
    expect(read(literal).literal).toBe(literal);
  });

  it.each([
    ...[
      '',
      'yesterday',
      '19',
      '0000',
      '20190801',
      '2019-8-1',
      '2019-13',
      '2019-00',
      '2019-02-29',
      '2019-08-32',
    ],
    ...[
      '2019-Fall',
      '2019-autumn',
      '2024-26',
      '2024-24',
      '2010-2012',
      '2010-2010',
      'Unknown',
      ' 2019',
      '2019 ',
    ],
    ...['2019-08-01T10:00:00', '2019-08-01T24:00:00Z', '2019-08-01T10:60:00Z', '2016-12-31T23:59:60Z'],
    ...['2019-02-30T10:00:00Z', '2019-08-01 10:00:00Z', '2019-08-01T10:00Z', '2019-08-01T10:00:00+24:00'],
  ])('does not read %j', (literal) => {
    expect(parseWhen(literal, losAngeles)).toBeUndefined();
  });

  it('lets days be as long as the zone makes them', () => {
    expect(bounds('2024-03-10')).toEqual(['day', '2024-03-10T08:00:00.000Z', '2024-03-11T06:59:59.999Z']);
    expect(bounds('2024-11-03')).toEqual(['day', '2024-11-03T07:00:00.000Z', '2024-11-04T07:59:59.999Z']);
  });

  it('starts a day without midnight when the clocks have jumped', () => {
    const [, earliest] = bounds('2018-11-04', 'America/Sao_Paulo');
    expect(earliest).toBe('2018-11-04T03:00:00.000Z');
  });

  it('starts a day with two midnights at the first', () => {
    const [, earliest, latest] = bounds('2018-02-18', 'America/Sao_Paulo');
    expect([earliest, latest]).toEqual(['2018-02-18T03:00:00.000Z', '2018-02-19T02:59:59.999Z']);
    expect(bounds('2024-11-03', 'America/Havana')[1]).toBe('2024-11-03T04:00:00.000Z');
  });

  it('knows that a zone can skip a day', () => {
    expect(parseWhen('2011-12-30', 'Pacific/Apia')).toBeUndefined();
    expect(bounds('2011-12-31', 'Pacific/Apia')[1]).toBe('2011-12-30T10:00:00.000Z');
  });

  it('reads days of before standard time', () => {
    expect(bounds('1850-01-01')[1]).toBe('1850-01-01T07:52:58.000Z');
  });

  it('refuses an unknown zone', () => {
    expect(() => parseWhen('2019', 'America/Los_Angelos')).toThrow(RangeError);
    expect(isTimeZone('America/Los_Angelos')).toBe(false);
    expect(isTimeZone('+07:00')).toBe(false);
    expect(isTimeZone(losAngeles)).toBe(true);
  });
});

const zones = fc.constantFrom(
  ...['America/Los_Angeles', 'America/St_Johns', 'America/Sao_Paulo', 'Europe/Berlin', 'Asia/Beirut'],
  ...['Australia/Lord_Howe', 'Pacific/Auckland', 'America/Havana', 'Asia/Kathmandu', 'UTC'],
);
const instants = fc.date({
  min: new Date('1975-01-02T00:00:00Z'),
  max: new Date('2037-12-30T00:00:00Z'),
  noInvalidDate: true,
});

/** The civil date that a clock in the zone shows, by another road than the one under test. */
const civilDate = (instant: Date, zone: string): string =>
  new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(instant);

const nextDay = (literal: string): string =>
  new Date(Date.parse(`${literal}T00:00:00Z`) + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

const contains = (outer: When, inner: When): boolean =>
  outer.earliest <= inner.earliest && inner.latest <= outer.latest;

describe('any instant in any zone', () => {
  it('lies within the day that its clocks show, save for an hour that is lived twice over midnight', () => {
    fc.assert(
      fc.property(instants, zones, (instant, zone) => {
        const day = read(civilDate(instant, zone), zone);
        const iso = instant.toISOString();
        if (day.earliest <= iso && iso <= day.latest) return;
        const dayAfter = read(nextDay(day.literal), zone);
        expect(civilDate(new Date(dayAfter.earliest), zone)).toBe(dayAfter.literal);
        expect(Date.parse(iso) - Date.parse(dayAfter.earliest)).toBeLessThanOrEqual(2 * 60 * 60 * 1000);
      }),
      { numRuns: 1000 },
    );
  });

  it('lies in a day that ends where the next begins', () => {
    fc.assert(
      fc.property(instants, zones, (instant, zone) => {
        const day = read(civilDate(instant, zone), zone);
        expect(Date.parse(day.latest) + 1).toBe(Date.parse(read(nextDay(day.literal), zone).earliest));
      }),
    );
  });

  it('lies in a day within its month, year, school year and season', () => {
    fc.assert(
      fc.property(instants, zones, (instant, zone) => {
        const day = read(civilDate(instant, zone), zone);
        const [year, month] = [Number(day.literal.slice(0, 4)), Number(day.literal.slice(5, 7))];
        const first = month >= 7 ? year : year - 1;
        const season = ['winter', 'spring', 'summer', 'fall'][Math.floor((month % 12) / 3)];
        const coarser = [day.literal.slice(0, 7), String(year), `${first}-${first + 1}`, `${year}-${season}`];
        for (const literal of coarser) expect(contains(read(literal, zone), day)).toBe(true);
      }),
    );
  });
});
