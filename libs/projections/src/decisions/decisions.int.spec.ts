import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { tally } from '#governance';
import type { motion, Recorded } from '#governance';
import { on, projected, TestRecord, v01 } from '../testing/index.ts';
import type { Circumstances } from '../testing/index.ts';
import { InvalidCursor } from '../page.ts';
import type { Reads } from '../runtime/index.ts';
import { decisionsModel } from './model.ts';
import { decisionIdOf, decisionJson, getDecision, listDecisions } from './index.ts';
import type { DecisionFilter } from './index.ts';

const models = [decisionsModel];
const decisionId = decisionIdOf(v01.motionId, v01.voteEventId);
const { events } = v01.v01Meeting();
const closing = events.find(({ event }) => event.type === 'VoteClosed') as Recorded<motion.VoteClosed>;
const without = (...types: readonly string[]) => events.filter(({ event }) => !types.includes(event.type));

describe('the decision of V01', () => {
  const reads = projected(models, events);
  const decision = getDecision(reads, decisionId)!;

  it('tells who decided what, when and how', () => {
    expect(decision).toMatchObject({
      decisionId: 'two-more-schools:vote-1',
      motionId: v01.motionId,
      bodyId: v01.committeeId,
      bodyName: 'Steering Committee',
      title: 'Two more schools',
      text: v01.text,
      textSha256: v01.textSha256,
      meetingId: v01.meetingId,
      itemId: 'item-1',
      method: 'roll_call',
      timeZone: 'America/Los_Angeles',
      openedAt: v01.minutes(10),
      decidedAt: v01.minutes(15),
      recordedAt: closing.recordedAt,
      position: String(closing.position),
      closedEventId: closing.eventId,
      recordingMode: 'live',
      movedBy: { seatId: 'lausd-2', label: 'LAUSD seat 2', constituencyId: 'LAUSD' },
      secondedBy: { seatId: 'utla-2', label: 'UTLA seat 2', constituencyId: 'UTLA' },
      findings: [],
      sources: [],
    });
  });

  it('has three quarters of the body and fails in one constituency', () => {
    expect(decision).toMatchObject({
      outcome: 'rejected',
      reason: 'TEST_FAILED',
      counts: { yes: 12, no: 4 },
      constituencies: [
        { constituencyId: 'LAUSD', name: 'Side of LAUSD', counts: { yes: 8 }, result: 'pass' },
        { constituencyId: 'UTLA', name: 'Side of UTLA', counts: { yes: 4, no: 4 }, result: 'fail' },
      ],
    });
  });

  it('carries the rule with its clause, and the tally and its trace as stored', () => {
    expect(decision.rule).toEqual(v01.concurrentMajority);
    expect(decision.rule?.clauseRef).toEqual({ instrument: 'bylaws', version: '2023', clause: 'IV.3' });
    expect(decision.tally).toEqual(closing.event.tally);
    expect(decision.tally).toMatchObject({
      quorum: { pass: true },
      alternatives: [
        {
          pass: false,
          tests: [
            { scope: 'body', yes: 12, no: 4, lhs: 24, rhs: 16, pass: true },
            {
              scope: 'each_constituency',
              parts: [
                { scope: 'LAUSD', yes: 8, lhs: 16, rhs: 8, pass: true },
                { scope: 'UTLA', yes: 4, lhs: 8, rhs: 8, pass: false },
              ],
            },
          ],
        },
      ],
    });
  });

  it('holds all that is needed to count again', () => {
    const { rule, eligibility, rollCall, castingVote } = decision;
    expect(tally.tally(rule!, eligibility!, rollCall, castingVote)).toEqual(decision.tally);
  });

  it('names every seat in the roll call, by label and never by person', () => {
    expect(decision.rollCall.map(({ seatId, option }) => [seatId, option])).toEqual([...v01.v01]);
    expect(decision.rollCall[8]).toEqual({
      seatId: 'utla-1',
      label: 'UTLA seat 1',
      constituencyId: 'UTLA',
      option: 'yes',
      present: true,
      by: 'member',
    });
    expect(decision.advisory).toEqual([{ seatId: 'pupil', label: 'Pupil', option: 'yes' }]);
    expect(JSON.stringify(decision)).not.toContain('person-');
  });

  it('is served as text with the hash of that text', () => {
    const { json, sha256 } = decisionJson(reads, decisionId)!;
    expect(sha256).toBe(createHash('sha256').update(json).digest('hex'));
    expect(JSON.parse(json)).toEqual(decision);
  });

  it('is there only when the vote is closed', () => {
    const before = projected(models, events.slice(0, closing.position - 1));
    expect(getDecision(before, decisionId)).toBeUndefined();
    expect(listDecisions(before).items).toEqual([]);
    expect(before.all('SELECT id FROM decision_votes')).toHaveLength(1);
    expect(reads.all('SELECT id FROM decision_votes')).toEqual([]);
  });
});

describe('an aborted vote', () => {
  it('leaves no decision, and the next one is decided by itself', () => {
    const { record, decide } = v01.meetingBeforeVote();
    const open = { type: 'OpenVote', rule: v01.concurrentMajority, method: 'roll_call' } as const;
    decide(10, { ...open, voteEventId: 'first' });
    decide(11, { type: 'RecordAdvisoryBallot', voteEventId: 'first', seatId: 'pupil', option: 'no' });
    decide(12, { type: 'AbortVote', voteEventId: 'first', reason: 'disorder' });
    decide(13, { ...open, voteEventId: 'second' });
    for (const seatId of v01.members)
      decide(14, { type: 'RecordBallot', voteEventId: 'second', seatId, option: 'yes' });
    decide(15, { type: 'CloseVote', voteEventId: 'second' });
    const reads = projected(models, record.events);
    expect(getDecision(reads, decisionIdOf(v01.motionId, 'first'))).toBeUndefined();
    expect(getDecision(reads, decisionIdOf(v01.motionId, 'second'))).toMatchObject({
      outcome: 'adopted',
      counts: { yes: 16 },
      advisory: [],
    });
    expect(reads.all('SELECT id FROM decision_votes')).toEqual([]);
  });
});

describe('findings', () => {
  it('of the motion stand with its decision, also those that come after the closing', () => {
    const found = (code: string): Circumstances => ({
      findings: [{ code, severity: 'irregular', inputs: {} }],
    });
    const { record, decide } = v01.meetingBeforeVote({}, found('UNTITLED'));
    decide(
      10,
      { type: 'OpenVote', voteEventId: 'v', rule: v01.concurrentMajority, method: 'voice' },
      found('EARLY'),
    );
    for (const seatId of v01.members)
      decide(14, { type: 'RecordBallot', voteEventId: 'v', seatId, option: 'yes' });
    decide(15, { type: 'CloseVote', voteEventId: 'v' });
    record.add('motion', v01.motionId, { type: 'MotionSubmitted' }, found('LATE'));
    record.add('motion', 'another', { type: 'MotionSubmitted' }, found('ELSEWHERE'));
    for (const batchSizes of [[], record.events.map(() => 1)]) {
      const reads = projected(models, record.events, batchSizes);
      const { json, sha256 } = decisionJson(reads, `${v01.motionId}:v`)!;
      const { findings } = getDecision(reads, `${v01.motionId}:v`)!;
      expect(findings.map(({ code, eventType }) => [code, eventType])).toEqual([
        ['UNTITLED', 'MotionDrafted'],
        ['EARLY', 'VoteOpened'],
        ['LATE', 'MotionSubmitted'],
      ]);
      expect(sha256).toBe(createHash('sha256').update(json).digest('hex'));
    }
  });
});

describe('where events are missing', () => {
  it('keeps what the closing tells', () => {
    const only = projected(models, [closing]);
    const decision = getDecision(only, decisionId)!;
    expect(decision).toMatchObject({
      outcome: 'rejected',
      counts: { yes: 12, no: 4 },
      constituencies: [
        { constituencyId: 'LAUSD', counts: { yes: 8 }, result: 'pass' },
        { constituencyId: 'UTLA', counts: { yes: 4, no: 4 }, result: 'fail' },
      ],
      tally: closing.event.tally,
      rollCall: closing.event.rollCall,
    });
    for (const unknown of ['title', 'bodyId', 'bodyName', 'text', 'rule', 'eligibility', 'openedAt'])
      expect(decision).not.toHaveProperty(unknown);
    expect(listDecisions(only).items).toHaveLength(1);
  });

  it('shows no text that may not be the one voted on', () => {
    const revised: motion.MotionTextRevised = {
      type: 'MotionTextRevised',
      text: 'Another text.',
      textSha256: 'b'.repeat(64),
    };
    const drafted = events.find(({ event }) => event.type === 'MotionDrafted')!;
    const others = events.map((one) => (one === drafted ? { ...drafted, event: revised } : one));
    const decision = getDecision(projected(models, others), decisionId)!;
    expect(decision).not.toHaveProperty('text');
    expect(decision.textSha256).toBe(v01.textSha256);
  });

  it('gives no names to what is not named', () => {
    const decision = getDecision(projected(models, without('VoteOpened', 'BodyEstablished')), decisionId)!;
    expect(decision).not.toHaveProperty('bodyName');
    expect(decision).toMatchObject({
      title: 'Two more schools',
      text: v01.text,
      movedBy: { seatId: 'lausd-2' },
    });
    expect(decision.rollCall[0]).not.toHaveProperty('label');
  });
});

describe('the list', () => {
  /** Decisions of some bodies, each on its day; only what the list needs is in the record. */
  function addDecision(record: TestRecord, n: number, day: string, more: Circumstances = {}): void {
    const motionId = `motion-${n}`;
    const draft = {
      ...events.find(({ event }) => event.type === 'MotionDrafted')!.event,
    } as motion.MotionDrafted;
    record.add('motion', motionId, { ...draft, bodyId: n % 2 === 0 ? 'even' : 'odd', title: `No. ${n}` });
    const result = n % 3 === 0 ? ('pass' as const) : ('fail' as const);
    const event = { ...closing.event, tally: { ...closing.event.tally, result } };
    record.add('motion', motionId, event, { at: on(day), ...more });
  }
  const numbersOf = (reads: Reads, request: DecisionFilter = {}) =>
    listDecisions(reads, request).items.map(({ title }) => Number(title?.slice(4)));
  const record = new TestRecord();
  ['2021-03-01', '2019', '2021-03-02', '2022-01-01', '2020-06'].forEach((day, n) =>
    addDecision(record, n, day, n === 3 ? { illustration: true } : {}),
  );
  const reads = projected(models, record.events);

  it('is ordered by the time of the decision, or by its recording', () => {
    expect(numbersOf(reads)).toEqual([3, 2, 0, 4, 1]);
    expect(numbersOf(reads, { order: 'recorded' })).toEqual([4, 3, 2, 1, 0]);
  });

  it('is filtered by body, motion, outcome, illustration, and time, coarse ones as they may be meant', () => {
    expect(numbersOf(reads, { bodyId: 'even' })).toEqual([2, 0, 4]);
    expect(numbersOf(reads, { motionId: 'motion-2' })).toEqual([2]);
    expect(numbersOf(reads, { outcome: 'adopted' })).toEqual([3, 0]);
    expect(numbersOf(reads, { illustration: true })).toEqual([3]);
    expect(numbersOf(reads, { illustration: false, bodyId: 'odd' })).toEqual([1]);
    expect(numbersOf(reads, { from: on('2021-03-02') })).toEqual([3, 2]);
    expect(numbersOf(reads, { to: on('2019-05-05') })).toEqual([1]);
    expect(numbersOf(reads, { from: on('2020-06-15'), to: on('2021-03-01') })).toEqual([0, 4]);
  });

  it.each(['decided', 'recorded'] as const)('by time %s: pages do not move while decisions come', (order) => {
    const growing = new TestRecord();
    for (let n = 0; n < 6; n++) addDecision(growing, n, `2021-0${n + 1}-01`);
    const seen: number[] = [];
    let cursor: string | undefined;
    for (let n = 6; ; n++) {
      const page = listDecisions(projected(models, growing.events), { order, limit: 2, cursor });
      seen.push(...page.items.map(({ title }) => Number(title?.slice(4))));
      cursor = page.next;
      if (cursor === undefined) break;
      addDecision(growing, n, '2023-01-01');
    }
    expect(seen).toEqual([5, 4, 3, 2, 1, 0]);
  });

  it('tells decisions of the same time apart by their place in the record', () => {
    const same = new TestRecord();
    for (let n = 0; n < 5; n++) addDecision(same, n, '2021-01-01');
    const reads = projected(models, same.events);
    const first = listDecisions(reads, { limit: 3 });
    const second = listDecisions(reads, { limit: 3, cursor: first.next });
    expect([...first.items, ...second.items].map(({ title }) => title)).toEqual(
      [4, 3, 2, 1, 0].map((n) => `No. ${n}`),
    );
    expect(second.next).toBeUndefined();
  });

  it('refuses the cursor of another list', () => {
    const { next } = listDecisions(reads, { limit: 1, order: 'recorded' });
    expect(() => listDecisions(reads, { cursor: next })).toThrow(InvalidCursor);
    expect(() => listDecisions(reads, { cursor: 'nonsense' })).toThrow(InvalidCursor);
  });
});
