import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { consensusOf, positions, ruleProblems } from './index.ts';
import type { DecisionRule, Position, PositionEntry } from './index.ts';
import { committee } from './testing/committee.ts';
import { bodyMajority, fullQuorum, ruleOf } from './testing/rules.ts';

const fourAndFour = committee({ LAUSD: { filled: 4 }, UTLA: { filled: 4 } });
const terms = (maxBlocks: number, maxStandAsides?: number): DecisionRule =>
  ruleOf([bodyMajority], {
    quorum: fullQuorum,
    mode: 'consensus_then_vote',
    consensus: { maxBlocks, ...(maxStandAsides !== undefined && { maxStandAsides }) },
  });

type Said = PositionEntry['position'];
const round = (...said: readonly Said[]): readonly PositionEntry[] =>
  said.map((position, i): PositionEntry => {
    const side = i < 4 ? 'LAUSD' : 'UTLA';
    const seatId = `${side.toLowerCase()}-${(i % 4) + 1}`;
    return { seatId, constituencyId: side, position, present: position !== 'absent' };
  });
const all = (position: Said, n: number): readonly Said[] => Array.from({ length: n }, () => position);

/* Worked out by hand. Of 4 + 4 authorized seats a quorum needs 5 in all (5 × 2 > 8) and 3 of each side (3 × 2 > 4). */
const vectors = [
  [
    '8 agree: 0 ≤ 0 blocks, no limit on stand-asides',
    terms(0),
    round(...all('agree', 8)),
    'reached',
    undefined,
  ],
  ['1 block of 8: 1 > 0', terms(0), round('block', ...all('agree', 7)), 'failed', 'BLOCKED'],
  ['1 block where 1 may: 1 ≤ 1', terms(1), round('block', ...all('agree', 7)), 'reached', undefined],
  [
    '2 stand aside where 2 may: 2 ≤ 2',
    terms(0, 2),
    round('stand_aside', 'stand_aside', ...all('agree', 6)),
    'reached',
    undefined,
  ],
  [
    '3 stand aside where 2 may: 3 > 2',
    terms(0, 2),
    round(...all('stand_aside', 3), ...all('agree', 5)),
    'failed',
    'TOO_MANY_STAND_ASIDES',
  ],
  [
    '7 stand aside without a limit, 1 agrees',
    terms(0),
    round(...all('stand_aside', 7), 'agree_with_reservations'),
    'reached',
    undefined,
  ],
  ['8 abstain: 0 agree', terms(0), round(...all('abstain', 8)), 'failed', 'NOBODY_AGREES'],
  ['1 silent of 8', terms(0), round(...all('agree', 7), 'no position'), 'failed', 'POSITIONS_MISSING'],
  [
    '4 and 1 present: 5 of 8, but 1 × 2 is not more than 4',
    terms(0),
    round(...all('agree', 5), ...all('absent', 3)),
    'failed',
    'CONSTITUENCY_QUORUM_LOST',
  ],
  [
    '2 and 2 present: 4 × 2 is not more than 8',
    terms(0),
    round('agree', 'agree', 'absent', 'absent', 'agree', 'agree', 'absent', 'absent'),
    'failed',
    'QUORUM_NOT_ESTABLISHED',
  ],
] as const;

describe('consensus, worked out by hand', () => {
  it.each(vectors)('%s: %4$s', (_note, rule, entries, result, reason) => {
    const trace = consensusOf(rule, fourAndFour, entries);
    expect([trace.result, trace.reason]).toEqual([result, reason]);
  });

  it('counts by constituency, and only seats that may be counted', () => {
    const stranger: PositionEntry = { seatId: 'visitor', position: 'block', present: true };
    const { counts } = consensusOf(terms(0), fourAndFour, [...round('block', ...all('agree', 7)), stranger]);
    expect(counts).toEqual([
      { position: 'agree', value: 7 },
      { position: 'block', value: 1 },
      { position: 'agree', value: 3, constituencyId: 'LAUSD' },
      { position: 'block', value: 1, constituencyId: 'LAUSD' },
      { position: 'agree', value: 4, constituencyId: 'UTLA' },
    ]);
  });
});

const anySaid = fc.array(fc.constantFrom<Said>(...positions, 'recused', 'no position', 'absent'), {
  minLength: 8,
  maxLength: 8,
});
const anyRule = fc
  .tuple(fc.nat({ max: 3 }), fc.option(fc.nat({ max: 3 }), { nil: undefined }))
  .map(([b, s]) => terms(b, s));

describe('any round', () => {
  it('the order of the positions changes nothing', () => {
    const shuffled = anySaid.chain((said) =>
      fc.record({
        said: fc.constant(said),
        order: fc.shuffledSubarray(round(...said).slice(), { minLength: 8 }),
      }),
    );
    fc.assert(
      fc.property(anyRule, shuffled, (rule, { said, order }) => {
        expect(consensusOf(rule, fourAndFour, order)).toEqual(consensusOf(rule, fourAndFour, round(...said)));
      }),
    );
  });
  it('one more agreement never prevents consensus', () => {
    fc.assert(
      fc.property(anyRule, anySaid, fc.nat({ max: 7 }), (rule, said, n) => {
        fc.pre(consensusOf(rule, fourAndFour, round(...said)).result === 'reached');
        expect(consensusOf(rule, fourAndFour, round(...said.with(n, 'agree'))).result).toBe('reached');
      }),
    );
  });
  it('one more block never brings it about', () => {
    fc.assert(
      fc.property(anyRule, anySaid, fc.nat({ max: 7 }), (rule, said, n) => {
        const before: Said | undefined = said[n];
        fc.pre(positions.includes(before as Position));
        // A rule may allow more blocks than stand-asides: who blocks instead stands aside no more.
        fc.pre(before !== 'stand_aside');
        fc.pre(consensusOf(rule, fourAndFour, round(...said)).result === 'failed');
        expect(consensusOf(rule, fourAndFour, round(...said.with(n, 'block'))).result).toBe('failed');
      }),
    );
  });
});

describe('the terms of a rule', () => {
  it('must be there where the mode needs them, in whole numbers', () => {
    const { consensus: _consensus, ...without } = terms(0);
    expect(ruleProblems(without)).toEqual([
      { path: 'consensus', problem: 'must say when there is consensus' },
    ]);
    expect(
      ruleProblems({ ...terms(-1, 0.5), consensus: { maxBlocks: -1, maxStandAsides: 0.5, rounds: 0 } }),
    ).toHaveLength(3);
    expect(
      ruleProblems({ ...terms(0), mode: 'acclamation' as never, absentee: 'anybody' as never }),
    ).toHaveLength(2);
    expect(ruleProblems({ ...terms(0), mode: 'consensus', passIfAny: [] })).toEqual([]);
    expect(ruleProblems({ ...terms(0), passIfAny: [] })).toHaveLength(1);
  });
});
