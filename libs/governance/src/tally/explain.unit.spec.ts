import { describe, expect, it } from '@jest/globals';
import { explain } from './explain.ts';
import type { RollCallEntry } from './roll-call.ts';
import type { DecisionRule } from './rule.ts';
import { tally } from './tally.ts';
import { committee, eightAndEight, roll } from './testing/committee.ts';
import { bodyMajority, concurrent, eachMajority, fullQuorum, ruleOf } from './testing/rules.ts';

const explained = (rule: DecisionRule, votes: readonly RollCallEntry[], chair?: 'yes' | 'no') =>
  explain(tally(rule, eightAndEight, votes, chair && { seatId: 'lausd-1', option: chair }), rule);

describe('explain', () => {
  it('tells V01 from the rule to the result', () => {
    const clauseRef = { instrument: 'cssc-bylaws', version: '2023', clause: 'IV.3' };
    const rule = ruleOf(concurrent, { clauseRef, quorum: fullQuorum });
    expect(explained(rule, roll({ LAUSD: { yes: 8 }, UTLA: { yes: 4, no: 4 } }))).toEqual([
      'Rule rule-1, by clause IV.3 of cssc-bylaws (2023).',
      'Roll call of the body: 12 yes, 4 no.',
      'Roll call of LAUSD: 8 yes.',
      'Roll call of UTLA: 4 yes, 4 no.',
      'Quorum of the body: 16 present of 16 authorized seats; more than 1/2 needed (16 × 2 = 32 is more than 16 × 1 = 16): met.',
      'Quorum of LAUSD: 8 present of 8 authorized seats; more than 1/2 needed (8 × 2 = 16 is more than 8 × 1 = 8): met.',
      'Quorum of UTLA: 8 present of 8 authorized seats; more than 1/2 needed (8 × 2 = 16 is more than 8 × 1 = 8): met.',
      'Mandatory seat co_chair:LAUSD is present: met.',
      'Mandatory seat co_chair:UTLA is present: met.',
      'Ayes of the body: 12 of 16 votes cast; more than 1/2 needed (12 × 2 = 24 is more than 16 × 1 = 16): met.',
      'Ayes of LAUSD: 8 of 8 votes cast; more than 1/2 needed (8 × 2 = 16 is more than 8 × 1 = 8): met.',
      'Ayes of UTLA: 4 of 8 votes cast; more than 1/2 needed (4 × 2 = 8 is not more than 8 × 1 = 8): not met.',
      'Result: rejected, because no alternative of the rule was met.',
    ]);
  });

  it('tells alternatives one by one', () => {
    const passIfAny = [[{ ...bodyMajority, num: 2, den: 3, cmp: 'gte' as const }], [bodyMajority]];
    const sentences = explained({ ...ruleOf([]), passIfAny }, roll({ LAUSD: { yes: 3 }, UTLA: { no: 2 } }));
    expect(sentences.slice(-5)).toEqual([
      'Alternative 1 of 2: not met.',
      'Ayes of the body: 3 of 5 votes cast; at least 2/3 needed (3 × 3 = 9 is not at least 5 × 2 = 10): not met.',
      'Alternative 2 of 2: met.',
      'Ayes of the body: 3 of 5 votes cast; more than 1/2 needed (3 × 2 = 6 is more than 5 × 1 = 5): met.',
      'Result: adopted.',
    ]);
  });

  it('tells a fixed number, a minimum and an empty base', () => {
    const rule = ruleOf([
      { scope: 'body', base: 'fixed', n: 8, num: 1, den: 1, cmp: 'gte' },
      { ...eachMajority, minimumYes: 1 },
    ]);
    expect(explained(rule, roll({ LAUSD: { yes: 8 }, UTLA: { abstain: 8 } }))).toEqual(
      expect.arrayContaining([
        'Ayes of the body: 8 against a fixed number of 8; at least 8 needed (8 × 1 = 8 is at least 8 × 1 = 8): met.',
        'Ayes of UTLA: 0 of 0 votes cast; more than 1/2 needed (0 × 2 = 0 is not more than 0 × 1 = 0); the base is empty; a minimum of 1 needed, 0 given: not met.',
      ]),
    );
  });

  it('tells who was left out', () => {
    const rule = ruleOf(concurrent, { emptyBase: 'skip' });
    const halfVacant = committee({ LAUSD: { filled: 8 }, UTLA: { filled: 0, authorized: 8 } });
    expect(explain(tally(rule, halfVacant, roll({ LAUSD: { yes: 8 } })), rule)).toContain(
      'Ayes of UTLA: 0 of 0 votes cast; left out, because the rule skips a constituency without eligible voters.',
    );
  });

  it('tells a tie, a casting vote, and that no clause is on record', () => {
    const rule = ruleOf([bodyMajority], { tie: 'chair_casts' });
    const tied = roll({ LAUSD: { yes: 8 }, UTLA: { no: 8 } });
    expect(explained(rule, tied, 'yes')).toEqual([
      'Rule rule-1; no clause is on record for it.',
      'Roll call of the body: 8 yes, 8 no.',
      'Roll call of LAUSD: 8 yes.',
      'Roll call of UTLA: 8 no.',
      "Tie: 8 ayes and 8 noes. The chair's casting vote is yes.",
      'Ayes of the body: 9 of 17 votes cast; more than 1/2 needed (9 × 2 = 18 is more than 17 × 1 = 17): met.',
      'Result: adopted.',
    ]);
    expect(explained(rule, tied).at(-1)).toBe(
      'Result: rejected, because the vote was tied, and a tie fails.',
    );
  });

  it('tells a missing quorum', () => {
    const rule = ruleOf([bodyMajority], { quorum: fullQuorum });
    expect(explained(rule, roll({ LAUSD: { yes: 3, no: 1 }, UTLA: { yes: 3, no: 1 } })).at(-1)).toBe(
      'Result: rejected, because the body had no quorum.',
    );
  });

  it.each([
    [{ countsForQuorum: true, reducesSeatBase: false }, 'counts for the quorum, stays in', 'stays in'],
    [{ countsForQuorum: false, reducesSeatBase: true }, 'does not count for the quorum, leaves', 'stays in'],
    [
      { countsForQuorum: false, reducesSeatBase: false, reducesPresentBase: true },
      'does not count for the quorum, stays in',
      'leaves',
    ],
  ])('says where the rule leaves a recused seat: %j', (recusal, seats, room) => {
    const rule = ruleOf([bodyMajority], { recusal });
    expect(explained(rule, roll({ LAUSD: { yes: 7, recused: 1 }, UTLA: { yes: 8 } }))).toContain(
      `Recused: 1. By the rule a recused seat ${seats} the seats on which the ayes are measured, and ${room} the members present.`,
    );
    expect(explained(rule, roll({ LAUSD: { yes: 8 }, UTLA: { yes: 8 } })).join()).not.toMatch(/Recused/);
  });
});
