import { describe, expect, it } from '@jest/globals';
import { happened, stateAfter } from '../testing/index.ts';
import { composedAt } from './composed-at.ts';
import { decider, rosterAt } from './index.ts';
import type { BodyEvent, Roster, RosterSeat } from './index.ts';
import {
  closed,
  committee,
  dissolved,
  established,
  on,
  role,
  ruledCommittee,
  seat,
  seated,
  vacated,
} from './testing/committee.ts';

type History = Parameters<typeof stateAfter<unknown, BodyEvent>>[1];

const roster = (history: History, at: string): Roster =>
  rosterAt(stateAfter(decider, history), on(at), { bodyId: 'cssc', revision: 7 });

const seatOf = (history: History, at: string, seatId = 'utla-1'): RosterSeat | undefined =>
  roster(history, at).seats.find((one) => one.seatId === seatId);

const holder = (history: History, at: string) => seatOf(history, at)?.holderId;

describe('rosterAt', () => {
  it('tells the body, its zone and its constituencies in their order', () => {
    expect(roster(committee, '2020')).toMatchObject({
      bodyId: 'cssc',
      revision: 7,
      timeZone: 'America/Los_Angeles',
      dissolved: false,
      constituencyIds: ['lausd', 'utla'],
    });
  });
  it('tells seats in the order of their opening', () => {
    expect(roster(committee, '2020').seats.map(({ seatId }) => seatId)).toEqual([
      'lausd-1',
      'lausd-2',
      'utla-1',
      'utla-2',
      'observer',
    ]);
    expect(seatOf(committee, '2020')).toEqual({
      seatId: 'utla-1',
      label: 'utla-1',
      constituencyId: 'utla',
      votingRight: 'full',
      filled: false,
      roles: [],
      alternateIds: [],
    });
  });
  it('knows seats and constituencies only from their beginning to their end', () => {
    const history = [...committee, seat('utla-3', {}, '2020-06-01'), closed('utla-3', '2021-06-01')];
    const seats = ['2020-05-31', '2020-06-01', '2021-05-31', '2021-06-01'].map(
      (at) => seatOf(history, at, 'utla-3')?.seatId,
    );
    expect(seats).toEqual([undefined, 'utla-3', 'utla-3', undefined]);
    const parents: BodyEvent = { type: 'ConstituencyDefined', constituencyId: 'parents', name: 'Parents' };
    const later = [...committee, happened(on('2023'), parents)];
    expect(roster(later, '2022').constituencyIds).toEqual(['lausd', 'utla']);
    expect(roster(later, '2024').constituencyIds).toEqual(['lausd', 'utla', 'parents']);
  });
  it('tells when the body is dissolved', () => {
    const history = [established, dissolved('2021')];
    expect(['2020', '2021-06-01', '2022'].map((at) => roster(history, at).dissolved)).toEqual([
      false,
      false,
      true,
    ]);
  });
});

describe('who sits', () => {
  const ana = seated('utla-1', 'ana', '2019-08-01', '2021-06-30');
  const ben = seated('utla-1', 'ben', '2021-08-01');

  it.each([
    ['2019-07-31', undefined],
    ['2019-08-01', 'ana'],
    ['2021-06-29', 'ana'],
    ['2021-06-30', undefined],
    ['2021-08-01', 'ben'],
    ['2026', 'ben'],
  ])('at %s: %s', (at, expected) => {
    expect(holder([...committee, ana, ben], at)).toBe(expected);
    expect(holder([...committee, ben, ana], at)).toBe(expected);
    expect(seatOf([...committee, ana, ben], at)?.filled ?? false).toBe(expected !== undefined);
  });
  it('ends with a vacancy, and later with an extension', () => {
    const left = [...committee, ben, vacated('utla-1', 'utla-1-2021-08-01', '2022-01-15')];
    expect(['2022-01-14', '2022-01-15'].map((at) => holder(left, at))).toEqual(['ben', undefined]);
    const until = on('2021-07-31');
    const extended: BodyEvent = {
      type: 'SeatTermExtended',
      seatId: 'utla-1',
      seatingId: 'utla-1-2019-08-01',
      until,
      basis: 'holdover',
    };
    expect(holder([...committee, ana, happened(on('2021-06-01'), extended)], '2021-07-15')).toBe('ana');
  });
  it('counts a seat as filled whose term may hold', () => {
    const history = [...committee, seated('utla-1', 'ana', '2020', '2022')];
    expect(
      ['2019-12-31', '2020-03-01', '2021', '2022-03-01', '2023'].map((at) => holder(history, at)),
    ).toEqual([undefined, 'ana', 'ana', 'ana', undefined]);
  });
  it('prefers who certainly sits, and of those who may, the one who came last', () => {
    const certain = [
      ...committee,
      seated('utla-1', 'ana', '2019-08-01', '2020-06-30'),
      seated('utla-1', 'ben', '2020'),
    ];
    expect(holder(certain, '2020-03-01')).toBe('ana');
    expect(
      holder(
        [...committee, seated('utla-1', 'ana', '2019', '2020'), seated('utla-1', 'ben', '2020')],
        '2020-03-01',
      ),
    ).toBe('ben');
    expect(
      holder(
        [...committee, seated('utla-1', 'ben', '2020'), seated('utla-1', 'ana', '2019', '2020')],
        '2020-03-01',
      ),
    ).toBe('ben');
  });
});

describe('what a seat carries', () => {
  it('its voting right of that time', () => {
    const changed: BodyEvent = { type: 'SeatVotingRightChanged', seatId: 'utla-1', votingRight: 'advisory' };
    const history = [...committee, happened(on('2021-01-01'), changed)];
    expect(['2020', '2021'].map((at) => seatOf(history, at)?.votingRight)).toEqual(['full', 'advisory']);
  });
  it('its roles of that time, and those of who sits there, each once', () => {
    const history = [
      ...committee,
      seated('utla-1', 'ana', '2020-01-01', '2021-01-01'),
      role('co_chair', { kind: 'seat', id: 'utla-1' }, '2020-01-01', 'utla'),
      role('secretary', { kind: 'person', id: 'ana' }, '2020-01-01'),
      { ...role('secretary', { kind: 'seat', id: 'utla-1' }, '2020-01-01') },
      role('convener', { kind: 'organization', id: 'unite-la' }, '2019'),
    ];
    expect(seatOf(history, '2019-12-31')?.roles).toEqual([]);
    expect(seatOf(history, '2020-06-01')?.roles).toEqual(['co_chair', 'secretary']);
    expect(seatOf(history, '2021-06-01')?.roles).toEqual(['co_chair', 'secretary']);
    expect(seatOf(history, '2020-06-01', 'utla-2')?.roles).toEqual([]);
    expect(roster(history, '2020-06-01').otherRoles).toEqual([
      { role: 'secretary', holderId: 'ana' },
      { role: 'convener', holderId: 'unite-la' },
    ]);
  });
  it('the side that it co-chairs for, where that is not its own', () => {
    const history = [
      ...committee,
      seated('observer', 'ana', '2020-01-01', '2021-01-01'),
      role('co_chair', { kind: 'person', id: 'ana' }, '2020-01-01', 'lausd'),
      role('co_chair', { kind: 'seat', id: 'utla-1' }, '2020-01-01', 'utla'),
    ];
    expect(seatOf(history, '2020-06-01', 'observer')).toMatchObject({
      roles: ['co_chair'],
      coChairOf: 'lausd',
    });
    expect(seatOf(history, '2021-06-01', 'observer')).not.toHaveProperty('coChairOf');
    expect(seatOf(history, '2020-06-01')).not.toHaveProperty('coChairOf');
  });
  it('its alternates of that time', () => {
    const alternate = { seatId: 'utla-1', personId: 'cyd' };
    const history = [
      ...committee,
      happened<BodyEvent>(on('2020-01-01'), { type: 'AlternateDesignated', ...alternate }),
      happened<BodyEvent>(on('2020-07-01'), { type: 'AlternateRevoked', ...alternate }),
      happened<BodyEvent>(on('2022-01-01'), { type: 'AlternateDesignated', ...alternate }),
    ];
    const at = ['2019-12-31', '2020-01-01', '2021-01-01', '2022-01-01'];
    expect(at.map((time) => seatOf(history, time)?.alternateIds)).toEqual([[], ['cyd'], [], ['cyd']]);
  });
});

describe('authorized seats', () => {
  const sides = (lausd: number, utla: number) => [
    { constituencyId: 'lausd', seats: lausd },
    { constituencyId: 'utla', seats: utla },
  ];
  const rule = (at: string, voting: number) =>
    happened<BodyEvent>(on(at), {
      type: 'CompositionRuleAdopted',
      clauseRef: { instrument: 'mou', clause: '2' },
      perConstituency: ['lausd', 'utla'].map((constituencyId) => ({ constituencyId, voting })),
    });

  it('are the open voting seats where no rule counts them', () => {
    expect(roster(committee, '2020').authorized).toEqual({ body: 4, constituencies: sides(2, 2) });
    const history = [...committee, closed('utla-2', '2021-01-01')];
    expect(roster(history, '2022').authorized).toEqual({ body: 3, constituencies: sides(2, 1) });
    const uncounted: BodyEvent = { type: 'CompositionRuleAdopted', perConstituency: [], min: 7, max: 15 };
    expect(roster([...history, happened(on('2020'), uncounted)], '2022').authorized.body).toBe(3);
  });
  it('are those of the rule in force, however many are open', () => {
    const history = [...committee, rule('2019-08-01', 8), rule('2023-01-01', 5)];
    expect(roster(history, '2020').authorized).toEqual({ body: 16, constituencies: sides(8, 8) });
    expect(roster(history, '2023').authorized).toEqual({ body: 10, constituencies: sides(5, 5) });
    expect(roster([...committee, rule('2023-01-01', 5), rule('2019-08-01', 8)], '2024').authorized.body).toBe(
      10,
    );
  });
  it('are none for a constituency that the rule leaves out, and one more for a voting seat of no constituency', () => {
    const parents: BodyEvent = { type: 'ConstituencyDefined', constituencyId: 'parents', name: 'Parents' };
    const { event: opened } = seat('chair');
    const { constituencyId: _none, ...independent } = opened as Extract<BodyEvent, { type: 'SeatOpened' }>;
    const history = [
      ...ruledCommittee,
      happened(on('2019-08-01'), parents),
      happened<BodyEvent>(on('2019-08-01'), independent),
    ];
    expect(roster(history, '2020').authorized).toEqual({
      body: 5,
      constituencies: [...sides(2, 2), { constituencyId: 'parents', seats: 0 }],
    });
  });
});

describe('composedAt', () => {
  const composed = (history: History, at: string) =>
    composedAt(stateAfter(decider, history), on(at), { bodyId: 'cssc', revision: 7 });

  it('counts the seats that are open by then, filled or not, by side and in all', () => {
    expect(composed(committee, '2020')).toEqual({
      bodyId: 'cssc',
      revision: 7,
      constituencies: [
        { constituencyId: 'lausd', voting: 2, advisory: 0 },
        { constituencyId: 'utla', voting: 2, advisory: 0 },
      ],
      seats: 5,
    });
    expect(composed([...committee, closed('utla-1', '2019-09-01')], '2020').seats).toBe(4);
    const heard = seat('lausd-3', { votingRight: 'advisory' });
    expect(composed([...committee, heard], '2020').constituencies[0]).toMatchObject({
      voting: 2,
      advisory: 1,
    });
  });
});
