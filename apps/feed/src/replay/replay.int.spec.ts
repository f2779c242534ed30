import { describe, expect, it } from '@jest/globals';
import { parseWhen } from '#governance';
import type { DomainEvent } from '#governance';
import { publicReadModels } from '#projections';
import { projected, TestRecord } from '#projections/testing';
import { replayModel } from './model.ts';
import { replayOf, replayParameters } from './queries.ts';
import type { ReplayQuery } from './queries.ts';

const zone = 'America/Los_Angeles';
const on = (literal: string) => parseWhen(literal, zone)!;
const recordedAt = '2026-03-01T12:00:00.000Z';

const seat = (seatId: string, constituencyId: string): DomainEvent => ({
  type: 'SeatOpened',
  seatId,
  label: seatId.toUpperCase(),
  constituencyId,
  nominatorIds: [],
  votingRight: 'full',
});
const draft = (title: string, bodyId = 'council'): DomainEvent => ({
  type: 'MotionDrafted',
  bodyId,
  title,
  text: title,
  textSha256: '0'.repeat(64),
  classification: 'main',
});
const moved: DomainEvent = { type: 'MotionMoved', meetingId: 'm', seatId: 'd-1', constituencyId: 'd' };
const ballot: DomainEvent = {
  type: 'BallotRecorded',
  voteEventId: 'v',
  seatId: 'd-1',
  option: 'yes',
  by: 'member',
};

/** All of the body's founding is recorded at one instant, as one command does it. */
function history() {
  const record = new TestRecord();
  const founding: readonly DomainEvent[] = [
    { type: 'BodyEstablished', name: 'Council', classification: 'committee', timeZone: zone },
    { type: 'ConstituencyDefined', constituencyId: 'd', name: 'District' },
    seat('d-1', 'd'),
    {
      type: 'SeatFilled',
      seatId: 'd-1',
      seatingId: 'a',
      holder: { kind: 'person', id: 'ana' },
      startsAt: on('2026-01-07'),
    },
  ];
  for (const event of founding) record.add('body', 'council', event, { at: on('2026-01-07'), recordedAt });
  record.add('motion', 'other', draft('Elsewhere', 'assembly'), { recordedAt });
  record.add('motion', 'trees', draft('Trees'), { at: on('2026-01-10'), recordedAt });
  record.add('motion', 'trees', moved, { at: on('2026-01-14'), recordedAt });
  record.add('motion', 'trees', ballot, { at: on('2026-01-14'), recordedAt });
  record.add(
    'motion',
    'trees',
    { type: 'MotionAdopted', voteEventId: 'v' },
    { at: on('2026-01-14'), recordedAt },
  );
  const leaving: DomainEvent = { type: 'SeatVacated', seatId: 'd-1', seatingId: 'a', reason: 'resigned' };
  record.add('body', 'council', leaving, { at: on('2026-02-01'), recordedAt });
  // Written down late: it is a step of its own, and turns no clock back.
  record.add('motion', 'bench', draft('Bench'), { at: on('2026-01-08'), recordedAt });
  return record;
}

const replaying = (batches?: readonly number[]) => {
  const reads = projected([...publicReadModels, replayModel], history().events, batches);
  return (query: ReplayQuery, bodyId = 'council') => replayOf(reads, () => undefined, bodyId, query);
};
const at = replaying();
const shapeOf = (query: ReplayQuery) => {
  const { step, composition, totals, motions } = at(query)!;
  const occupied = composition?.seats.map(({ occupancy }) => occupancy);
  return [
    step.number,
    step.type,
    occupied,
    totals.motions,
    motions.map(({ of, status }) => [of.name, status]),
  ];
};

describe('the history of a body', () => {
  it('has a step for each event that changes something, and the state that it left', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9].map((step) => shapeOf({ step }))).toEqual([
      [1, 'BodyEstablished', [], {}, []],
      [2, 'ConstituencyDefined', [], {}, []],
      [3, 'SeatOpened', ['vacant'], {}, []],
      [4, 'SeatFilled', ['filled'], {}, []],
      [5, 'MotionDrafted', ['filled'], { drafted: 1 }, [['Trees', 'drafted']]],
      [6, 'MotionMoved', ['filled'], { moved: 1 }, [['Trees', 'moved']]],
      [7, 'MotionAdopted', ['filled'], { adopted: 1 }, [['Trees', 'adopted']]],
      [8, 'SeatVacated', ['vacant'], { adopted: 1 }, [['Trees', 'adopted']]],
      [
        9,
        'MotionDrafted',
        ['vacant'],
        { adopted: 1, drafted: 1 },
        [
          ['Bench', 'drafted'],
          ['Trees', 'adopted'],
        ],
      ],
    ]);
  });

  it('tells the event, the state before it, and where other steps are', () => {
    expect(at({ step: 7 })).toMatchObject({
      steps: 9,
      step: { entry: 8, of: { kind: 'motion', id: 'trees', name: 'Trees' }, status: 'adopted' },
      totalsBefore: { motions: { moved: 1 } },
      to: { first: 0, previous: 6, next: 9, last: 10 },
    });
    expect(at({ step: 1 })).toMatchObject({ before: undefined, to: { previous: 0, next: 1 } });
    expect(at({})).toMatchObject({ step: { number: 9 }, to: { previous: 9, next: 10 } });
  });

  it.each<[string, number]>([
    // An entry: the last step up to it, whether it is a step of this body or not.
    ['6', 6],
    ['7', 6],
    ['4', 4],
    ['999999', 9],
    // A time: what had been told of by the end of it.
    ['2026-01-07', 4],
    ['2026-01-13', 5],
    ['2026-01', 7],
    ['2026-02-01', 9],
    // Before anything, the beginning.
    ['1990-01-01', 1],
  ])('is entered at %s', (place, number) => {
    expect(at({ at: place })?.step.number).toBe(number);
  });

  it('does not depend on how the record is read', () => {
    const one = replaying(Array.from({ length: 20 }, () => 1));
    for (let step = 1; step <= 9; step++) expect(one({ step })).toEqual(at({ step }));
  });

  it('is there for bodies that are on the record', () => {
    expect(at({}, 'assembly')).toBeUndefined();
    expect(at({ step: 4711 })?.step.number).toBe(9);
  });

  it.each([
    ['12', '12'],
    ['2026-01', '2026-01'],
    ['tomorrow', undefined],
    ['-1', undefined],
  ])('reads %s', (text, value) => expect(replayParameters.at.read(text)).toBe(value));
});
