import { describe, expect, it } from '@jest/globals';
import type { body } from '#governance';
import { atInstant } from '#governance';
import { bodyFacts, bodyId, decidedBody, foundedRecord, on, projected } from '../testing/index.ts';
import type { Recording, TestRecord } from '../testing/index.ts';
import { bodyCompositionModel } from './model.ts';
import { composition, compositionChanges } from './index.ts';

/** Commands on a committee of two seats for each side, imported from sources if not said otherwise. */
function committee() {
  const record = foundedRecord();
  const stream = decidedBody(record);
  const run = (at: string, command: body.Command, recording: Recording = {}) =>
    stream.execute(command, bodyFacts(on(at)), { mode: 'historical_import', ...recording });
  return { record, run };
}

const fill = (startsAt: string, endsAt?: string, personId = 'ana', seatId = 'utla-1'): body.Command => ({
  type: 'FillSeat',
  seatId,
  seatingId: `${seatId}-${personId}-${startsAt.toLowerCase()}`,
  holder: { kind: 'person', id: personId },
  startsAt: on(startsAt),
  ...(endsAt !== undefined && { endsAt: on(endsAt) }),
});

const compositionOf = ({ events }: TestRecord, asOf: string, knownAt?: string) =>
  composition(projected([bodyCompositionModel], events), bodyId, { asOf: on(asOf), knownAt })!;

/** The seat that the tests are about, at a time. */
const seatAt = (record: TestRecord, asOf: string, knownAt?: string, seatId = 'utla-1') =>
  compositionOf(record, asOf, knownAt).seats.find((seat) => seat.seatId === seatId)!;
const occupancy = (record: TestRecord, asOf: string, knownAt?: string) =>
  seatAt(record, asOf, knownAt).occupancy;

describe('a date known coarsely', () => {
  it('answers honestly for a day: a term from "2020" is possible in 2020, certain in 2021, absent in 2019', () => {
    const { record, run } = committee();
    run('2020', fill('2020'));
    expect(seatAt(record, '2019-12-31')).toMatchObject({ occupancy: 'unrecorded', seatings: [] });
    for (const day of ['2020-01-01', '2020-07-01', '2020-12-30'])
      expect(seatAt(record, day)).toMatchObject({
        occupancy: 'possibly_filled',
        seatings: [{ held: 'possible', startsAt: { literal: '2020', precision: 'year' } }],
      });
    expect(seatAt(record, '2021-01-01')).toMatchObject({
      occupancy: 'filled',
      seatings: [{ held: 'certain', holder: { kind: 'person', id: 'ana' } }],
    });
  });

  it('ends a term possibly within it, and certainly after it', () => {
    const { record, run } = committee();
    run('2020-02-01', fill('2020-02-01', '2021-06'));
    expect(occupancy(record, '2021-05-31')).toBe('filled');
    expect(occupancy(record, '2021-06-15')).toBe('possibly_filled');
    expect(occupancy(record, '2021-07-01')).toBe('vacant');
  });

  it('shows both of two who may have sat, and who certainly sat alone', () => {
    const { record, run } = committee();
    run('2020-02-01', fill('2020-02-01', '2021', 'ana'));
    run('2021', fill('2021', undefined, 'ben'));
    const sittingAt = (asOf: string) =>
      seatAt(record, asOf).seatings.map(({ holder, held }) => [holder.id, held]);
    expect(sittingAt('2020-12-31')).toEqual([['ana', 'certain']]);
    expect(sittingAt('2021-05-01')).toEqual([
      ['ana', 'possible'],
      ['ben', 'possible'],
    ]);
    expect(sittingAt('2022-01-01')).toEqual([['ben', 'certain']]);
    const { body } = compositionOf(record, '2021-05-01');
    expect(body).toMatchObject({ authorized: 4, filled: 0, possiblyFilled: 1, unfilled: 3 });
  });

  it('asks for all of it: who came within a year held the seat possibly, not throughout', () => {
    const { record, run } = committee();
    run('2020-07-01', fill('2020-07-01'));
    expect(occupancy(record, '2020')).toBe('possibly_filled');
    expect(occupancy(record, '2021')).toBe('filled');
    expect(occupancy(record, '2020-summer')).toBe('possibly_filled');
    expect(occupancy(record, '2020-spring')).toBe('unrecorded');
  });

  it('that is wholly unknown says possible of every time', () => {
    const { record, run } = committee();
    run('unknown', fill('unknown'));
    expect(occupancy(record, '2020-01-01')).toBe('possibly_filled');
    expect(occupancy(record, '2035-01-01')).toBe('possibly_filled');
  });
});

describe('what was known', () => {
  it('does not change: a vacancy recorded later shows only from its recording on', () => {
    const { record, run } = committee();
    run('2020-02-01', fill('2020-02-01'), { recordedAt: '2026-02-01T00:00:00.000Z' });
    const vacate = { type: 'VacateSeat', seatId: 'utla-1', reason: 'resigned' } as const;
    run('2021-03-10', vacate, { recordedAt: '2026-03-01T00:00:00.000Z' });
    const asKnown = (knownAt: string) => occupancy(record, '2021-06-01', knownAt);
    expect(asKnown('2026-01-31T23:59:59.999Z')).toBe('unrecorded');
    expect(asKnown('2026-02-01T00:00:00.000Z')).toBe('filled');
    expect(asKnown('2026-02-28T23:59:59.999Z')).toBe('filled');
    expect(asKnown('2026-03-01T00:00:00.000Z')).toBe('vacant');
    expect(occupancy(record, '2021-06-01')).toBe('vacant');
    expect(occupancy(record, '2021-03-09')).toBe('filled');
    expect(seatAt(record, '2021-03-09', '2026-02-15T00:00:00.000Z').seatings[0]).not.toHaveProperty('endsAt');
  });

  it('of a body before its first event is nothing', () => {
    const { record } = committee();
    const reads = projected([bodyCompositionModel], record.events);
    const asOf = on('2021-06-01');
    expect(composition(reads, bodyId, { asOf, knownAt: '2025-12-31T23:59:59.999Z' })).toBeUndefined();
    expect(composition(reads, 'another-body', { asOf })).toBeUndefined();
  });

  it('of an extension leaves the term as it was known before', () => {
    const { record, run } = committee();
    run('2020-02-01', fill('2020-02-01', '2022-07-01'));
    const before = record.events.at(-1)!.recordedAt;
    run('2022-06-01', { type: 'ExtendTerm', seatId: 'utla-1', until: on('2023-07-01'), basis: 'holdover' });
    expect(occupancy(record, '2022-12-01')).toBe('filled');
    expect(occupancy(record, '2022-12-01', before)).toBe('vacant');
  });
});

describe('boundaries', () => {
  const day = '2021-03-15';
  const start = on(day).earliest;
  const shifted = (ms: number) => atInstant(new Date(Date.parse(start) + ms).toISOString());
  const at = (record: TestRecord, ms: number) =>
    composition(projected([bodyCompositionModel], record.events), bodyId, { asOf: shifted(ms) })!.seats.find(
      ({ seatId }) => seatId === 'utla-1',
    )!.occupancy;

  it('known to the day lie at its start in the zone of the body', () => {
    expect(start).toBe('2021-03-15T07:00:00.000Z');
    const { record, run } = committee();
    run(day, fill(day));
    expect(at(record, -1)).toBe('unrecorded');
    expect(at(record, 0)).toBe('filled');
    expect([occupancy(record, '2021-03-14'), occupancy(record, day)]).toEqual(['unrecorded', 'filled']);
  });

  it('of an end: a term until a day does not hold on it', () => {
    const { record, run } = committee();
    run('2020-02-01', fill('2020-02-01', day));
    expect(at(record, -1)).toBe('filled');
    expect(at(record, 0)).toBe('vacant');
    expect([occupancy(record, '2021-03-14'), occupancy(record, day)]).toEqual(['filled', 'vacant']);
  });

  it('known to the instant: a day means its end', () => {
    const { record, run } = committee();
    const noon = shifted(12 * 3_600_000).literal;
    run(day, fill(noon));
    expect([at(record, 12 * 3_600_000 - 1), at(record, 12 * 3_600_000)]).toEqual(['unrecorded', 'filled']);
    expect(occupancy(record, day)).toBe('filled');
  });

  it('of summer time: the day after is shorter by an hour', () => {
    const { record, run } = committee();
    run('2021-03-14', fill('2021-03-14', '2021-03-15'));
    expect(at(record, -23 * 3_600_000)).toBe('filled');
    expect(at(record, -23 * 3_600_000 - 1)).toBe('unrecorded');
  });
});

describe('seats, alternates and roles', () => {
  it('keep an alternate whose service begins after the time of a revocation that is entered late', () => {
    const { record, run } = committee();
    const alternate = { seatId: 'utla-1', personId: 'eva' };
    run('2020-02-01', fill('2020-02-01'));
    run('2020-03-01', { type: 'DesignateAlternate', ...alternate });
    run('2021-01-01', { type: 'RevokeAlternate', ...alternate });
    run('2023-01-01', { type: 'DesignateAlternate', ...alternate });
    run('2020-06-01', { type: 'RevokeAlternate', ...alternate });
    const servingAt = (asOf: string) => seatAt(record, asOf).alternates.map(({ since }) => since.literal);
    expect(servingAt('2020-05-31')).toEqual(['2020-03-01']);
    expect(servingAt('2020-07-01')).toEqual([]);
    expect(servingAt('2023-06-01')).toEqual(['2023-01-01']);
  });
});

describe('the times at which a composition changed', () => {
  const changesOf = ({ events }: TestRecord, knownAt?: string) =>
    compositionChanges(projected([bodyCompositionModel], events), bodyId, knownAt).map(
      ({ literal }) => literal,
    );

  it('are each told once, in order, and as the record knew them', () => {
    const { record, run } = committee();
    const before = changesOf(record);
    const known = record.events.at(-1)?.recordedAt;
    run('2021-07-01', fill('2021-07-01', '2023-06-30'));
    run('2020-02-01', fill('2020-02-01', '2021-07-01', 'ben'));
    const added = changesOf(record).filter((literal) => !before.includes(literal));
    expect(added).toEqual(['2020-02-01', '2021-07-01', '2023-06-30']);
    expect(changesOf(record, known)).toEqual(before);
  });

  it('are none of a body that is not known', () => {
    const { record } = committee();
    const reads = projected([bodyCompositionModel], record.events);
    expect(compositionChanges(reads, 'none')).toEqual([]);
  });
});
