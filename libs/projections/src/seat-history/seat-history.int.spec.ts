import { describe, expect, it } from '@jest/globals';
import type { body } from '#governance';
import { bodyFacts, bodyId, decidedBody, foundedRecord, on, projected } from '../testing/index.ts';
import type { Recording, TestRecord } from '../testing/index.ts';
import { seatHistoryModel } from './model.ts';
import { seatHistory } from './index.ts';

const seatId = 'utla-1';
const clauseRef = { instrument: 'bylaws', clause: '3' };

function committee() {
  const record = foundedRecord();
  const stream = decidedBody(record);
  const run = (at: string, command: body.Command, recording: Recording = {}) =>
    stream.execute(command, bodyFacts(on(at)), { mode: 'historical_import', ...recording });
  return { record, run };
}

const fill = (seatingId: string, personId: string, startsAt: string, endsAt?: string): body.Command => ({
  type: 'FillSeat',
  seatId,
  seatingId,
  holder: { kind: 'person', id: personId },
  startsAt: on(startsAt),
  ...(endsAt !== undefined && { endsAt: on(endsAt) }),
});

/** Two holders, the later entered first; an extension, a vacancy, an alternate; another right; the end. */
function lived(): TestRecord {
  const { record, run } = committee();
  run('2022-01-15', fill('second', 'ben', '2022-02', '2023-07-01'));
  run('2020-01-10', { type: 'NominateForSeat', seatId, nominatorId: 'utla', personId: 'ana' });
  run('2020-02-01', fill('first', 'ana', '2020-02-01', '2021-07-01'), {
    sources: [{ sourceId: 'roster-2020', locator: 'line 3', confidence: 'stated' }],
  });
  run('2020-03-01', { type: 'DesignateAlternate', seatId, personId: 'eva' });
  run('2021-06-01', {
    type: 'ExtendTerm',
    seatId,
    seatingId: 'first',
    until: on('2021-12-01'),
    basis: 'holdover',
  });
  run('2021-09-01', { type: 'VacateSeat', seatId, seatingId: 'first', reason: 'resigned' });
  run('2022-05-01', { type: 'ChangeSeatVotingRight', seatId, votingRight: 'advisory', clauseRef });
  run('2023-08-01', { type: 'CloseSeat', seatId, reason: 'fewer seats' });
  return record;
}

const historyOf = ({ events }: Pick<TestRecord, 'events'>, knownAt?: string) =>
  seatHistory(projected([seatHistoryModel], events), bodyId, seatId, knownAt);

describe('the history of a seat', () => {
  const record = lived();
  const history = historyOf(record)!;

  it('tells its opening, its rights and its end', () => {
    expect(history).toMatchObject({
      bodyId,
      seatId,
      label: seatId,
      constituencyId: 'utla',
      opened: { at: on('2019-08-01') },
      closed: { at: on('2023-08-01'), reason: 'fewer seats' },
      votingRights: [
        { votingRight: 'full', since: on('2019-08-01') },
        { votingRight: 'advisory', since: on('2022-05-01') },
      ],
      nominations: [{ nominatorId: 'utla', personId: 'ana' }],
    });
  });

  it('puts who sat in the order of their terms, with what became of them', () => {
    expect(history.seatings).toMatchObject([
      {
        seatingId: 'first',
        holder: { kind: 'person', id: 'ana' },
        startsAt: on('2020-02-01'),
        endsAt: on('2021-07-01'),
        extensions: [{ until: on('2021-12-01'), basis: 'holdover' }],
        vacated: { at: on('2021-09-01'), reason: 'resigned' },
        provenance: { sources: [{ sourceId: 'roster-2020', locator: 'line 3' }] },
      },
      { seatingId: 'second', startsAt: { literal: '2022-02', precision: 'month' }, extensions: [] },
    ]);
    expect(history.seatings[1]).not.toHaveProperty('vacated');
  });

  it('ends the alternate with the seat', () => {
    expect(history.alternates).toMatchObject([
      { personId: 'eva', since: on('2020-03-01'), until: on('2023-08-01') },
    ]);
  });

  it('says of every fact how it entered the record', () => {
    expect(history.opened?.provenance).toMatchObject({ recordingMode: 'historical_import', revision: 5 });
    const vacancy = record.events.find(({ event }) => event.type === 'SeatVacated')!;
    expect(history.seatings[0]?.vacated?.provenance).toMatchObject({
      eventId: vacancy.eventId,
      recordedAt: vacancy.recordedAt,
    });
  });

  it('is, as known at a time, that of what was recorded by then', () => {
    for (const { recordedAt } of record.events.slice(foundedRecord().events.length)) {
      const known = record.events.filter((one) => one.recordedAt <= recordedAt);
      expect(historyOf(record, recordedAt)).toEqual({ ...historyOf({ events: known }), knownAt: recordedAt });
    }
    expect(historyOf(record, '2025-01-01T00:00:00.000Z')).toBeUndefined();
  });

  it('is that of the seat of that body only', () => {
    const reads = projected([seatHistoryModel], record.events);
    expect(seatHistory(reads, 'another', seatId)).toBeUndefined();
    expect(seatHistory(reads, bodyId, 'utla-9')).toBeUndefined();
    expect(seatHistory(reads, bodyId, 'utla-2')?.seatings).toEqual([]);
  });

  it('goes on where events are missing', () => {
    const types = new Set(record.events.map(({ event }) => event.type));
    for (const type of types) {
      const view = historyOf({ events: record.events.filter(({ event }) => event.type !== type) });
      expect(view).toMatchObject({ bodyId, seatId });
    }
    const unfilled = historyOf({ events: record.events.filter(({ event }) => event.type !== 'SeatFilled') });
    expect(unfilled).toMatchObject({ seatings: [], closed: { reason: 'fewer seats' } });
  });
});

describe('an alternate', () => {
  it('who comes back serves twice, and a revocation entered late ends the first service earlier', () => {
    const { record, run } = committee();
    const eva = { seatId, personId: 'eva' };
    run('2020-03-01', { type: 'DesignateAlternate', ...eva });
    run('2021-01-01', { type: 'RevokeAlternate', ...eva });
    run('2023-01-01', { type: 'DesignateAlternate', ...eva });
    run('2020-06-01', { type: 'RevokeAlternate', ...eva });
    const { alternates } = historyOf(record)!;
    expect(alternates.map(({ since, until }) => [since.literal, until?.literal])).toEqual([
      ['2020-03-01', '2020-06-01'],
      ['2023-01-01', undefined],
    ]);
  });
});
