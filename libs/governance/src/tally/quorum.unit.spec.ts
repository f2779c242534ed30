import { describe, expect, it } from '@jest/globals';
import { evaluateQuorum, quorumReason } from './quorum.ts';
import type { QuorumTest } from './rule.ts';
import { committee, eightAndEight } from './testing/committee.ts';

const half = { num: 1, den: 2, cmp: 'gt' } as const;
const ofTheBody: QuorumTest = { scope: 'body', base: 'seats_authorized', ...half };
const ofEachSide: QuorumTest = { scope: 'each_constituency', base: 'seats_authorized', ...half };
const bothCoChairs: QuorumTest = { mandatorySeats: ['co_chair:LAUSD', 'co_chair:UTLA'] };
const rule = [ofTheBody, ofEachSide, bothCoChairs];

const first = (n: number, side: string): string[] => Array.from({ length: n }, (_, i) => `${side}-${i + 1}`);
const present = (lausd: number, utla: number): string[] => [...first(lausd, 'lausd'), ...first(utla, 'utla')];

describe('evaluateQuorum', () => {
  it('finds a quorum where every test passes, and shows every number', () => {
    expect(evaluateQuorum(rule, eightAndEight, present(5, 6))).toEqual({
      pass: true,
      tests: [
        {
          scope: 'body',
          base: 'seats_authorized',
          present: 11,
          baseValue: 16,
          lhs: 22,
          rhs: 16,
          cmp: 'gt',
          pass: true,
        },
        {
          scope: 'each_constituency',
          pass: true,
          parts: [
            {
              scope: 'LAUSD',
              base: 'seats_authorized',
              present: 5,
              baseValue: 8,
              lhs: 10,
              rhs: 8,
              cmp: 'gt',
              pass: true,
            },
            {
              scope: 'UTLA',
              base: 'seats_authorized',
              present: 6,
              baseValue: 8,
              lhs: 12,
              rhs: 8,
              cmp: 'gt',
              pass: true,
            },
          ],
        },
        {
          scope: 'mandatory_seats',
          pass: true,
          parts: [
            { selector: 'co_chair:LAUSD', pass: true },
            { selector: 'co_chair:UTLA', pass: true },
          ],
        },
      ],
    });
  });

  it('4 + 8 of 16 are a quorum of the body and not of each side', () => {
    const trace = evaluateQuorum(rule, eightAndEight, present(4, 8));
    expect(trace.tests.map(({ pass }) => pass)).toEqual([true, false, true]);
    expect(trace.pass).toBe(false);
    expect(quorumReason(trace)).toBe('CONSTITUENCY_QUORUM_LOST');
  });

  it('8 + 8 without one co-chair are no quorum', () => {
    const withoutCoChair = present(8, 8).filter((seatId) => seatId !== 'utla-1');
    const trace = evaluateQuorum(rule, eightAndEight, withoutCoChair);
    expect(trace.tests.map(({ pass }) => pass)).toEqual([true, true, false]);
    expect(quorumReason(trace)).toBe('MANDATORY_SEAT_ABSENT');
  });

  it('a member who leaves between two votes takes the quorum of the second', () => {
    const atFirst = present(5, 5);
    expect(evaluateQuorum(rule, eightAndEight, atFirst).pass).toBe(true);
    const trace = evaluateQuorum(rule, eightAndEight, atFirst.slice(0, -1));
    expect(quorumReason(trace)).toBe('CONSTITUENCY_QUORUM_LOST');
  });

  it('eight of sixteen are not more than half', () => {
    expect(quorumReason(evaluateQuorum(rule, eightAndEight, present(4, 4)))).toBe('QUORUM_NOT_ESTABLISHED');
  });

  it('measures on filled seats where the rule says so', () => {
    const vacancies = committee({ LAUSD: { filled: 8 }, UTLA: { filled: 4, authorized: 8 } });
    const filled: QuorumTest = { scope: 'each_constituency', base: 'seats_filled', ...half };
    expect(evaluateQuorum([filled], vacancies, present(5, 3)).pass).toBe(true);
    expect(evaluateQuorum([ofEachSide], vacancies, present(5, 3)).pass).toBe(false);
  });

  it('counts to a fixed number', () => {
    const sixMembers: QuorumTest = { scope: 'body', base: 'fixed', n: 6, num: 1, den: 1, cmp: 'gte' };
    expect(evaluateQuorum([sixMembers], eightAndEight, present(3, 3)).pass).toBe(true);
    expect(evaluateQuorum([sixMembers], eightAndEight, present(3, 2)).pass).toBe(false);
  });

  it('counts filled seats with a full voting right only, and strangers never', () => {
    const mixed = {
      ...eightAndEight,
      seats: eightAndEight.seats.map((seat) => {
        if (seat.seatId === 'lausd-2') return { ...seat, votingRight: 'advisory' as const };
        if (seat.seatId === 'lausd-3') return { ...seat, votingRight: 'unknown' as const };
        return seat.seatId === 'lausd-4' ? { ...seat, filled: false } : seat;
      }),
    };
    const trace = evaluateQuorum([ofTheBody], mixed, [...present(8, 0), 'visitor']);
    expect(trace.tests).toMatchObject([{ present: 5 }]);
  });

  it('counts a seat without a constituency for the body only', () => {
    const { constituencyId: _none, ...atLarge } = eightAndEight.seats[0]!;
    const body = { ...eightAndEight, seats: [{ ...atLarge, seatId: 'at-large' }, ...eightAndEight.seats] };
    const [ofBody, ofSides] = evaluateQuorum(rule, body, ['at-large']).tests;
    expect(ofBody).toMatchObject({ present: 1 });
    expect(ofSides).toMatchObject({ parts: [{ present: 0 }, { present: 0 }] });
  });

  it('a mandatory seat may be named by its id, an office without a side, or an office without a vote', () => {
    const chair = {
      ...eightAndEight.seats[0]!,
      seatId: 'chair-seat',
      votingRight: 'none',
      roles: ['chair'],
    } as const;
    const body = { ...eightAndEight, seats: [chair, ...eightAndEight.seats] };
    const quorum = (selector: string, ...seatIds: string[]): boolean =>
      evaluateQuorum([{ mandatorySeats: [selector] }], body, seatIds).pass;
    expect(quorum('utla-5', 'utla-5')).toBe(true);
    expect(quorum('utla-5', 'utla-4')).toBe(false);
    expect(quorum('co_chair', 'utla-1')).toBe(true);
    expect(quorum('co_chair:LAUSD', 'utla-1')).toBe(false);
    expect(quorum('chair', 'chair-seat')).toBe(true);
  });

  it('a co-chair is mandatory for the side that it chairs for, not for the one that it sits for', () => {
    const { constituencyId: _none, ...ofNoSide } = eightAndEight.seats[0]!;
    const [ofLausd, ofUtla] = [
      { ...ofNoSide, seatId: 'superintendent', coChairOf: 'LAUSD' },
      { ...eightAndEight.seats[0]!, seatId: 'stray', coChairOf: 'UTLA' },
    ] as const;
    const body = { ...eightAndEight, seats: [ofLausd, ofUtla] };
    const quorum = (selector: string, seatId: string): boolean =>
      evaluateQuorum([{ mandatorySeats: [selector] }], body, [seatId]).pass;
    expect(quorum('co_chair:LAUSD', 'superintendent')).toBe(true);
    expect(quorum('co_chair:UTLA', 'stray')).toBe(true);
    expect(quorum('co_chair:LAUSD', 'stray')).toBe(false);
  });

  it('nobody out of nobody is no quorum', () => {
    const atLeastHalf: QuorumTest = {
      scope: 'each_constituency',
      base: 'seats_filled',
      num: 1,
      den: 2,
      cmp: 'gte',
    };
    const oneSideEmpty = committee({ LAUSD: { filled: 8 }, UTLA: { filled: 0, authorized: 8 } });
    expect(evaluateQuorum([atLeastHalf], oneSideEmpty, present(8, 0)).pass).toBe(false);
    const withoutSides = { ...eightAndEight, constituencyIds: [] };
    expect(evaluateQuorum([atLeastHalf], withoutSides, present(8, 8)).pass).toBe(false);
  });

  it('without tests nothing is required', () => {
    expect(evaluateQuorum([], eightAndEight, [])).toEqual({ pass: true, tests: [] });
    expect(quorumReason({ pass: true, tests: [] })).toBeUndefined();
  });
});
