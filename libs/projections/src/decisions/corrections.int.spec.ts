import { describe, expect, it } from '@jest/globals';
import { tally } from '#governance';
import { motionTimelineModel } from '../motion-timeline/model.ts';
import { getMotion } from '../motions/index.ts';
import { motionsModel } from '../motions/model.ts';
import { correctable, projected, v01 } from '../testing/index.ts';
import type { Reads } from '../runtime/index.ts';
import { decisionsModel } from './model.ts';
import { decisionIdOf, decisionJson, getDecision, listDecisions } from './index.ts';

const models = [decisionsModel, motionsModel, motionTimelineModel];
const decisionId = decisionIdOf(v01.motionId, v01.voteEventId);

/** V01, and one more side that the tape has agreeing: five of eight. */
function corrected() {
  const { record, ...acts } = correctable();
  const original = getDecision(projected(models, record.events), decisionId)!;
  return { record, original, ...acts };
}

const everyBatching = (record: { events: readonly unknown[] }) => [[], record.events.map(() => 1)];

describe('a decision whose record was corrected', () => {
  const { record, original, correct } = corrected();
  correct('utla-8', 'yes');
  const read = (batches: readonly number[]): Reads => projected(models, record.events, batches);

  it('shows the restated outcome and the original beside it, however the events came', () => {
    for (const batches of everyBatching(record)) {
      const decision = getDecision(read(batches), decisionId)!;
      expect(decision).toMatchObject({
        decisionId,
        position: original.position,
        outcome: 'adopted',
        corrected: true,
        counts: { yes: 13, no: 3 },
        constituencies: [
          { constituencyId: 'LAUSD', counts: { yes: 8 }, result: 'pass' },
          { constituencyId: 'UTLA', name: 'Side of UTLA', counts: { yes: 5, no: 3 }, result: 'pass' },
        ],
        corrections: [
          {
            seatId: 'utla-8',
            label: 'UTLA seat 8',
            from: 'no',
            to: 'yes',
            authority: { kind: 'motion', motionId: 'amend', motionRevision: 7 },
            reason: 'The tape has it.',
            changesOutcome: true,
            correctedAt: v01.minutes(60 * 24),
          },
        ],
      });
      expect(decision).not.toHaveProperty('reason');
      expect(decision.rollCall.find(({ seatId }) => seatId === 'utla-8')?.option).toBe('yes');
      const { outcome, reason, counts, constituencies, rollCall, tally } = original;
      expect(decision.original).toEqual({ outcome, reason, counts, constituencies, rollCall, tally });
    }
  });

  it('can be counted again, now and as it was', () => {
    const {
      rule,
      eligibility,
      rollCall,
      castingVote,
      original,
      tally: stored,
    } = getDecision(read([]), decisionId)!;
    expect(tally.tally(rule!, eligibility!, rollCall, castingVote)).toEqual(stored);
    expect(tally.tally(rule!, eligibility!, original!.rollCall, castingVote)).toEqual(original!.tally);
  });

  it('is listed by the outcome that stands, marked', () => {
    expect(listDecisions(read([]), { outcome: 'adopted' }).items).toMatchObject([
      { decisionId, corrected: true, outcome: 'adopted' },
    ]);
    expect(listDecisions(read([]), { outcome: 'rejected' }).items).toEqual([]);
  });

  it('shows in the motion, with the ballot as it was recorded', () => {
    const view = getMotion(read([]), v01.motionId)!;
    expect(view.status).toBe('adopted');
    expect(view.votes[0]).toMatchObject({
      result: 'pass',
      asClosed: { result: 'fail', reason: 'TEST_FAILED' },
      corrections: [{ seatId: 'utla-8', from: 'no', to: 'yes' }],
    });
    expect(view.votes[0]).not.toHaveProperty('reason');
    expect(view.votes[0]?.ballots.find(({ seatId }) => seatId === 'utla-8')?.option).toBe('no');
  });

  it('undone stands as it was, both corrections beside it', () => {
    const { record, original, correct } = corrected();
    correct('utla-8', 'yes');
    correct('utla-8', 'no');
    const {
      corrections,
      original: kept,
      corrected: mark,
      ...decision
    } = getDecision(projected(models, record.events), decisionId)!;
    expect(decision).toEqual(original);
    expect(mark).toBe(true);
    expect(corrections?.map(({ changesOutcome }) => changesOutcome)).toEqual([true, true]);
    expect(kept?.tally).toEqual(original.tally);
  });
});

describe('a seat without a vote that the quorum demands', () => {
  const seatId = 'neutral-chair';
  const away = { seatId, option: 'absent', present: false } as const;
  const { record } = correctable();
  record.add('motion', v01.motionId, {
    type: 'VoteRecordCorrected',
    voteEventId: v01.voteEventId,
    seatId,
    from: 'absent',
    to: 'not voting',
    presence: { from: false, to: true },
    authority: { kind: 'clerical' },
    reason: 'The tape has it.',
  });
  const events = record.events.map((one) =>
    one.event.type === 'VoteClosed' ? { ...one, event: { ...one.event, withoutVote: [away] } } : one,
  );
  const decision = getDecision(projected(models, events), decisionId)!;

  it('stands apart from the roll call, as corrected and as it was recorded', () => {
    expect(decision).toMatchObject({
      withoutVote: [{ seatId, option: 'not voting', present: true }],
      original: { withoutVote: [away] },
    });
    for (const roll of [decision.rollCall, decision.original?.rollCall ?? []])
      expect(roll.map((line) => line.seatId)).not.toContain(seatId);
  });
});

describe('a motion that was voided', () => {
  const { record, correct, voidIt } = corrected();
  correct('utla-8', 'yes');
  voidIt();
  const reads = projected(models, record.events);

  it('keeps its decision, marked', () => {
    expect(getDecision(reads, decisionId)).toMatchObject({
      outcome: 'adopted',
      voided: true,
      voidedAs: { basis: 'court', reason: 'No notice was given.', challengeId: 'suit-1' },
    });
    expect(listDecisions(reads).items).toMatchObject([{ voided: true }]);
    expect(getMotion(reads, v01.motionId)).toMatchObject({ status: 'void', voided: { basis: 'court' } });
    expect(decisionJson(reads, decisionId)?.json).toContain('No notice was given.');
  });
});
