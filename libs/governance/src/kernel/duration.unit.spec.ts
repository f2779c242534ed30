import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDuration, parseDuration, parseWhen, unknownWhen } from './index.ts';
import type { When } from './index.ts';

const losAngeles = 'America/Los_Angeles';

function sum(from: string, literal: string, zone = losAngeles): When {
  const [when, duration] = [parseWhen(from, zone), parseDuration(literal)];
  const added = when && duration && addDuration(when, literal, duration, zone);
  if (!added) throw new Error(`${from} + ${literal} has no sum`);
  return added;
}

describe('parseDuration', () => {
  it.each([
    ['P90D', { years: 0, months: 0, weeks: 0, days: 90 }],
    ['P1Y6M', { years: 1, months: 6, weeks: 0, days: 0 }],
    ['P2W', { years: 0, months: 0, weeks: 2, days: 0 }],
    ['P1Y2M3W4D', { years: 1, months: 2, weeks: 3, days: 4 }],
  ])('reads %s', (literal, duration) => expect(parseDuration(literal)).toEqual(duration));

  it.each(['', 'P', '90D', 'P90', 'PT2H', 'P1DT2H', 'P-1D', 'P1.5D', 'P1D1Y', 'p90d', 'P90D ', 'P123456D'])(
    'does not read %j',
    (literal) => expect(parseDuration(literal)).toBeUndefined(),
  );
});

describe('addDuration', () => {
  it('counts ninety calendar days from a resolution', () => {
    expect(sum('2017-06-13', 'P90D')).toEqual(parseWhen('2017-09-11', losAngeles));
  });

  it.each([
    ['2017-06-13T23:30:00-07:00', 'P1D', '2017-06-14'],
    ['2024-01-31', 'P1M', '2024-02-29'],
    ['2023-01-31', 'P1M', '2023-02-28'],
    ['2024-02-29', 'P1Y', '2025-02-28'],
    ['2024-01-31', 'P1M1D', '2024-03-01'],
    ['2024-11-30', 'P3M', '2025-02-28'],
    ['2024-12-25', 'P1W', '2025-01-01'],
    ['2019', 'P2Y', '2021'],
    ['2019-11', 'P3M', '2020-02'],
  ])('%s + %s = %s', (from, literal, expected) => {
    expect(sum(from, literal)).toEqual(parseWhen(expected, losAngeles));
  });

  it('keeps the bounds of what is less precise, and says how it came to be', () => {
    expect(sum('2019-fall', 'P90D')).toEqual({
      literal: '2019-fall+P90D',
      precision: 'season',
      earliest: parseWhen('2019-10-30', losAngeles)?.earliest,
      latest: parseWhen('2020-03-30', losAngeles)?.latest,
    });
    expect(sum('2019', 'P6M')).toMatchObject({ literal: '2019+P6M', precision: 'year' });
    expect(sum('unknown', 'P90D')).toEqual(unknownWhen);
  });

  it('passes over a day that its zone skipped', () => {
    expect(sum('2011-12-29', 'P1D', 'Pacific/Apia')).toEqual(parseWhen('2011-12-31', 'Pacific/Apia'));
  });

  const zones = fc.constantFrom(
    losAngeles,
    'UTC',
    'Asia/Kolkata',
    'America/Sao_Paulo',
    'Australia/Lord_Howe',
  );
  const ms = 24 * 60 * 60 * 1000;
  const days = fc.integer({ min: Date.UTC(1990, 0) / ms, max: Date.UTC(2040, 0) / ms });
  const iso = (day: number): string => new Date(day * ms).toISOString().slice(0, 10);

  it('from a day, is so many calendar days later, whatever the clocks do in between', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 800 }), zones, (day, count, zone) => {
        expect(sum(iso(day), `P${count}D`, zone)).toEqual(parseWhen(iso(day + count), zone));
      }),
    );
  });

  it('from an instant, counts from the calendar day that it is in the zone', () => {
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 0, max: ms - 1 }),
        fc.integer({ min: 0, max: 400 }),
        zones,
        (day, time, count, zone) => {
          const instant = new Date(day * ms + time);
          const civil = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(
            instant,
          );
          const due = iso(Date.parse(civil) / ms + count);
          expect(sum(instant.toISOString(), `P${count}D`, zone)).toEqual(parseWhen(due, zone));
        },
      ),
    );
  });
});
