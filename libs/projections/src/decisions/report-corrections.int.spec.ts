import { describe, expect, it } from '@jest/globals';
import type { motion } from '#governance';
import { motionTimelineModel } from '../motion-timeline/model.ts';
import { getMotion } from '../motions/index.ts';
import { motionsModel } from '../motions/model.ts';
import { projected, v01 } from '../testing/index.ts';
import { decisionsModel } from './model.ts';
import { decisionIdOf, getDecision, listDecisions } from './index.ts';

const { voteEventId, motionId } = v01;
const models = [decisionsModel, motionsModel, motionTimelineModel];
const decisionId = decisionIdOf(motionId, voteEventId);
const sides = (lausd: number, utla: number): readonly motion.VoteTotal[] => [
  { option: 'yes', value: lausd, constituencyId: 'LAUSD' },
  { option: 'yes', value: utla, constituencyId: 'UTLA' },
  { option: 'no', value: 16 - lausd - utla, constituencyId: 'UTLA' },
];
const reported = sides(8, 6);

/** V01 by secret ballot. */
function secretly() {
  const { record, decide } = v01.meetingBeforeVote();
  decide(10, { type: 'OpenVote', voteEventId, rule: v01.concurrentMajority, method: 'secret' });
  const tellers = [{ kind: 'seat', id: 'lausd-3' }] as const;
  decide(12, { type: 'ReportVoteTellers', voteEventId, tellers, totals: reported });
  decide(15, { type: 'CloseVote', voteEventId });
  const correct = (totals: readonly motion.VoteTotal[]) =>
    decide(20, { type: 'CorrectVoteTellersReport', voteEventId, totals, reason: 'The sheet has it.' });
  return { record, correct, original: getDecision(projected(models, record.events), decisionId)! };
}

describe('a decision whose tellers’ report was corrected', () => {
  it('shows the totals that stand and the report beside them, however the events came', () => {
    const { record, correct, original } = secretly();
    correct(sides(8, 5));
    for (const batches of [[], record.events.map(() => 1)]) {
      const reads = projected(models, record.events, batches);
      const decision = getDecision(reads, decisionId)!;
      expect(decision).toMatchObject({
        outcome: 'adopted',
        corrected: true,
        counts: { yes: 13, no: 3 },
        constituencies: [
          { constituencyId: 'LAUSD', counts: { yes: 8 } },
          { constituencyId: 'UTLA', counts: { yes: 5, no: 3 } },
        ],
        secret: { totals: sides(8, 5), tellers: [{ id: 'lausd-3' }] },
        reportCorrections: [{ from: reported, to: sides(8, 5), changesOutcome: false }],
        original: { counts: { yes: 14, no: 2 }, totals: reported, tally: original.tally },
      });
      expect(decision).not.toHaveProperty('corrections');
      expect(listDecisions(reads).items).toMatchObject([{ corrected: true, counts: { yes: 13 } }]);
      expect(getMotion(reads, motionId)?.votes).toMatchObject([
        {
          tellersReport: { totals: reported },
          reportCorrections: [{ to: sides(8, 5) }],
          asClosed: { result: 'pass' },
        },
      ]);
    }
  });

  it('undone stands as it was, both corrections beside it', () => {
    const { record, correct, original } = secretly();
    correct(sides(8, 5));
    correct(reported);
    const {
      reportCorrections,
      original: _kept,
      corrected,
      ...decision
    } = getDecision(projected(models, record.events), decisionId)!;
    expect(decision).toEqual(original);
    expect([corrected, reportCorrections?.length]).toEqual([true, 2]);
  });
});
