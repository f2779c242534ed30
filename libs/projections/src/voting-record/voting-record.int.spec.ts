import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseWhen, tally } from '#governance';
import type { motion } from '#governance';
import { ledgerReadModels } from '../index.ts';
import { projected, v01 } from '../testing/index.ts';
import type { TestRecord } from '../testing/index.ts';
import { memberVotingRecord, personVotingRecord } from './queries.ts';

const bodyId = v01.committeeId;
const { voteEventId } = v01;
const on = (literal: string) => parseWhen(literal, 'America/Los_Angeles')!;
const readsOf = (record: TestRecord) => projected(ledgerReadModels, record.events);
const told = (record: TestRecord, seatId: string, filter = {}) =>
  memberVotingRecord(readsOf(record), bodyId, seatId, filter)!;

const correct = (record: TestRecord, seatId: string, from: tally.VoteOption, to: tally.VoteOption) =>
  record.add('motion', v01.motionId, {
    ...{ type: 'VoteRecordCorrected', voteEventId, seatId, from, to },
    ...{ authority: { kind: 'clerical' }, reason: 'The tape has it.' },
  });

describe('the voting record of a seat', () => {
  const record = v01.v01Meeting();

  it('tells options, dissents, presence, and agreement with the other constituency', () => {
    // Rejected: LAUSD 8 to 0, UTLA 4 to 4.
    expect(told(record, 'lausd-2')).toMatchObject({
      ...{ label: 'LAUSD seat 2', constituencyId: 'LAUSD' },
      totals: {
        ...{ votes: 1, member: { yes: 1 }, alternate: {}, present: 1, dissents: 1, recused: 0 },
        agreement: [{ constituencyId: 'UTLA', of: 0, agreed: 0 }],
      },
      votes: [{ option: 'yes', outcome: 'rejected', by: 'member', dissent: true }],
    });
    expect(told(record, 'utla-2').totals).toMatchObject({
      agreement: [{ constituencyId: 'LAUSD', name: 'Side of LAUSD', of: 1, agreed: 1, percent: 100 }],
    });
    expect(told(record, 'utla-8').totals).toMatchObject({
      ...{ dissents: 0, agreement: [{ of: 1, agreed: 0, percent: 0 }] },
    });
  });

  it('keeps advisory votes apart', () => {
    expect(told(record, 'pupil')).toMatchObject({
      totals: { votes: 0, member: {}, advisory: { yes: 1 }, agreement: [] },
      votes: [{ option: 'yes', advisory: true }],
    });
  });

  it('is not told of a seat that the body does not have, and by period', () => {
    expect(memberVotingRecord(readsOf(record), bodyId, 'nobody')).toBeUndefined();
    expect(told(record, 'utla-2', { from: on('2026-10') }).votes).toEqual([]);
  });

  it('follows corrections with the original beside, and what was known before them', () => {
    const corrected = v01.v01Meeting();
    const before = corrected.events.at(-1)!.recordedAt;
    correct(corrected, 'utla-8', 'no', 'abstain');
    expect(told(corrected, 'utla-8')).toMatchObject({
      totals: { member: { abstain: 1 }, corrected: 1 },
      votes: [{ option: 'abstain', recordedAs: 'no' }],
    });
    const known = told(corrected, 'utla-8', { knownAt: before });
    expect(known).toMatchObject({ totals: { member: { no: 1 }, corrected: 0 }, votes: [{ option: 'no' }] });
    expect(known.votes[0]).not.toHaveProperty('recordedAs');
  });

  it('shows a position of a round that disposed of its motion, with its reason', () => {
    const other = v01.v01Meeting();
    const text = { title: 'Budget', text: 'x', textSha256: v01.textSha256, classification: 'main' } as const;
    other.add('motion', 'budget', { type: 'MotionDrafted', bodyId, ...text });
    const seat = { seatId: 'utla-2', constituencyId: 'UTLA', present: true, by: 'member' } as const;
    other.add('motion', 'budget', {
      ...{ type: 'ConsensusFailed', roundId: 'r', meetingRevision: 1, reason: 'BLOCKED', next: [] },
      positions: [{ ...seat, position: 'block', reason: 'The cost is not known.' }],
      trace: { reason: 'BLOCKED' } as motion.ConsensusFailed['trace'],
    });
    expect(told(other, 'utla-2')).toMatchObject({
      totals: { votes: 1, positions: { block: 1 } },
      positions: [{ position: 'block', reason: 'The cost is not known.', title: 'Budget' }],
    });
  });
});

describe('the voting record of a person', () => {
  it('is of the terms of office only', () => {
    const record = v01.v01Meeting();
    const seats = (personId: string) => personVotingRecord(readsOf(record), personId)?.seats;
    expect(seats('person-utla-2')).toMatchObject([
      { bodyId, seatId: 'utla-2', seatingId: 'utla-2-2026', totals: { votes: 1, member: { yes: 1 } } },
    ]);
    expect(seats('nobody')).toBeUndefined();
    const filled = { seatId: 'utla-2', seatingId: 'later', holder: { kind: 'person', id: 'later' } } as const;
    record.add('body', bodyId, { type: 'SeatFilled', ...filled, startsAt: on('2028-07-01') });
    expect(seats('later')).toMatchObject([{ seatingId: 'later', totals: { votes: 0 }, votes: [] }]);
  });
});

describe('every voting record', () => {
  const line = fc.record({
    option: fc.constantFrom(...tally.voteOptions),
    by: fc.constantFrom('member' as const, 'alternate' as const, 'proxy' as const),
    present: fc.boolean(),
  });
  const rolls = fc.array(fc.dictionary(fc.constantFrom(...v01.members), line), { maxLength: 8 });

  it('adds up: the options of member, alternate and proxy are the votes for which the seat was eligible', () => {
    fc.assert(
      fc.property(rolls, (all) => {
        const { record } = v01.assembly();
        all.forEach((roll, i) => {
          const rollCall = Object.entries(roll).map(([seatId, one]) => ({ seatId, ...one }));
          const result = { counts: [], groupResults: [], result: 'pass' } as unknown as tally.Tally;
          const text = { title: 'x', text: 'x', textSha256: v01.textSha256, classification: 'main' } as const;
          record.add('motion', `m-${i}`, { type: 'MotionDrafted', bodyId, ...text });
          record.add('motion', `m-${i}`, {
            ...{ type: 'VoteClosed', voteEventId, rollCall, tally: result, meetingRevision: 1 },
          });
        });
        const reads = readsOf(record);
        for (const seatId of v01.members) {
          const { totals, votes } = memberVotingRecord(reads, bodyId, seatId)!;
          const sum = [totals.member, totals.alternate, totals.proxy]
            .flatMap((counts) => Object.values(counts))
            .reduce((a, b) => a + b, 0);
          expect(sum).toBe(totals.votes);
          expect(totals.votes).toBe(all.filter((roll) => seatId in roll).length);
          expect(votes).toHaveLength(totals.votes);
        }
      }),
      { numRuns: 30 },
    );
  });
});
