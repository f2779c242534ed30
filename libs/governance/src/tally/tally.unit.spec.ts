import { describe, expect, it } from '@jest/globals';
import type { Eligibility } from './electorate.ts';
import type { DecisionRule, DecisionTest } from './rule.ts';
import { awaitsCastingVote, tally } from './tally.ts';
import { committee, eightAndEight, entry, roll } from './testing/committee.ts';
import { bodyMajority, concurrent, eachMajority, fullQuorum, ruleOf } from './testing/rules.ts';

describe('a majority of those in attendance and not less than a majority of the quorum', () => {
  const fifteen = committee({ ALL: { filled: 15 } });
  const rule = ruleOf(
    [
      { scope: 'body', base: 'members_present', num: 1, den: 2, cmp: 'gt' },
      { scope: 'body', base: 'fixed', n: 8, num: 1, den: 2, cmp: 'gt' },
    ],
    { quorum: [{ scope: 'body', base: 'fixed', n: 8, num: 1, den: 1, cmp: 'gte' }] },
  );
  const vote = (votes: Parameters<typeof roll>[0]['ALL']) => tally(rule, fifteen, roll({ ALL: votes }));

  it('5 to 3 of 8 present passes', () => {
    expect(vote({ yes: 5, no: 3, absent: 7 }).result).toBe('pass');
  });
  it('4 to 2 with 2 abstaining does not: 4 are no majority of the 8 present', () => {
    expect(vote({ yes: 4, no: 2, abstain: 2, absent: 7 })).toMatchObject({
      result: 'fail',
      reason: 'TEST_FAILED',
      alternatives: [
        {
          tests: [
            { yes: 4, baseValue: 8, pass: false },
            { yes: 4, baseValue: 8, pass: false },
          ],
        },
      ],
    });
  });
  it('5 to 2 of 7 present has no quorum', () => {
    expect(vote({ yes: 5, no: 2, absent: 8 }).reason).toBe('QUORUM_NOT_ESTABLISHED');
  });
});

describe('counts', () => {
  it('are of the body, then of each constituency, without zeros', () => {
    const { counts } = tally(
      ruleOf(concurrent),
      eightAndEight,
      roll({ LAUSD: { yes: 8 }, UTLA: { yes: 4, absent: 4 } }),
    );
    expect(counts).toEqual([
      { option: 'yes', value: 12 },
      { option: 'absent', value: 4 },
      { option: 'yes', value: 8, constituencyId: 'LAUSD' },
      { option: 'yes', value: 4, constituencyId: 'UTLA' },
      { option: 'absent', value: 4, constituencyId: 'UTLA' },
    ]);
  });

  it.each([
    ['advisory', { votingRight: 'advisory' }],
    ['without a vote', { votingRight: 'none' }],
    ['of unknown right', { votingRight: 'unknown' }],
    ['vacant', { filled: false }],
  ] as const)('a seat that is %s counts nowhere', (_name, change) => {
    const electorate: Eligibility = {
      ...eightAndEight,
      seats: eightAndEight.seats.map((seat) => (seat.seatId === 'utla-1' ? { ...seat, ...change } : seat)),
    };
    const rule = ruleOf([{ scope: 'body', base: 'members_present', num: 1, den: 2, cmp: 'gt' }]);
    const result = tally(rule, electorate, roll({ LAUSD: { yes: 1 }, UTLA: { yes: 1 } }));
    expect(result.counts).toEqual([
      { option: 'yes', value: 1 },
      { option: 'yes', value: 1, constituencyId: 'LAUSD' },
    ]);
    expect(result.alternatives).toMatchObject([{ tests: [{ yes: 1, baseValue: 1 }] }]);
  });

  it('a seat without a constituency counts for the body only', () => {
    const { constituencyId: _none, ...atLarge } = eightAndEight.seats[0]!;
    const electorate = {
      ...eightAndEight,
      seats: [...eightAndEight.seats, { ...atLarge, seatId: 'at-large' }],
    };
    const rollCall = [...roll({ LAUSD: { yes: 1 }, UTLA: { yes: 1 } }), entry('at-large', 'no')];
    expect(tally(ruleOf(concurrent), electorate, rollCall).alternatives).toMatchObject([
      {
        tests: [
          { yes: 2, no: 1 },
          {
            parts: [
              { yes: 1, no: 0 },
              { yes: 1, no: 0 },
            ],
          },
        ],
      },
    ]);
  });

  it('the snapshot decides where a seat belongs, not the roll call', () => {
    const strangers = [entry('visitor', 'yes', 'UTLA'), entry('lausd-1', 'yes', 'UTLA')];
    expect(tally(ruleOf(concurrent), eightAndEight, strangers).counts).toEqual([
      { option: 'yes', value: 1 },
      { option: 'yes', value: 1, constituencyId: 'LAUSD' },
    ]);
  });
});

describe('abstentions', () => {
  const votes = roll({ LAUSD: { yes: 5, no: 3 }, UTLA: { yes: 4, abstain: 4 } });
  it('stay out of the votes cast', () => {
    expect(tally(ruleOf(concurrent), eightAndEight, votes).result).toBe('pass');
  });
  it('stand in them where the rule says so', () => {
    expect(tally(ruleOf(concurrent, { abstention: 'counts_in_base' }), eightAndEight, votes)).toMatchObject({
      result: 'fail',
      alternatives: [
        { tests: [{ yes: 9, baseValue: 16, pass: true }, { parts: [{}, { yes: 4, baseValue: 8 }] }] },
      ],
    });
  });
});

describe('recusals', () => {
  const seatBases: readonly DecisionTest[] = [
    { scope: 'each_constituency', base: 'seats_filled', num: 1, den: 2, cmp: 'gt' },
    { scope: 'body', base: 'seats_authorized', num: 1, den: 2, cmp: 'gt' },
    { scope: 'body', base: 'members_present', num: 1, den: 2, cmp: 'gt' },
  ];
  const votes = roll({ LAUSD: { yes: 4, no: 3, recused: 1 }, UTLA: { yes: 5, no: 3 } });
  const basesUnder = (recusal: DecisionRule['recusal']) => {
    const { alternatives } = tally(ruleOf(seatBases, { recusal }), eightAndEight, votes);
    return alternatives[0]!.tests.map((test) =>
      'parts' in test ? test.parts.map(({ baseValue }) => baseValue) : test.baseValue,
    );
  };

  it('leave the bases as they are', () => {
    expect(basesUnder({ countsForQuorum: false, reducesSeatBase: false })).toEqual([[8, 8], 16, 16]);
  });
  it('leave the seats, of the body and of their own side, where the rule says so', () => {
    expect(basesUnder({ countsForQuorum: false, reducesSeatBase: true })).toEqual([[7, 8], 15, 16]);
  });
  it('leave the members present where the body chooses so', () => {
    const recusal = { countsForQuorum: false, reducesSeatBase: false, reducesPresentBase: true };
    expect(basesUnder(recusal)).toEqual([[8, 8], 16, 15]);
  });
  it('stay with the members present as long as they count for the quorum', () => {
    const recusal = { countsForQuorum: true, reducesSeatBase: false, reducesPresentBase: true };
    expect(basesUnder(recusal)).toEqual([[8, 8], 16, 16]);
  });

  it.each([
    [
      { countsForQuorum: true, reducesSeatBase: false },
      { present: 5, baseValue: 8, pass: true },
    ],
    [
      { countsForQuorum: true, reducesSeatBase: true },
      { present: 5, baseValue: 8, pass: true },
    ],
    [
      { countsForQuorum: false, reducesSeatBase: false },
      { present: 4, baseValue: 8, pass: false },
    ],
    [
      { countsForQuorum: false, reducesSeatBase: true },
      { present: 4, baseValue: 7, pass: true },
    ],
  ])('%j: the quorum of a side with one of five recused is %j', (recusal, expected) => {
    const rollCall = roll({ LAUSD: { yes: 4, recused: 1, absent: 3 }, UTLA: { yes: 8 } });
    const { quorum } = tally(ruleOf(concurrent, { recusal, quorum: fullQuorum }), eightAndEight, rollCall);
    expect(quorum.tests[1]).toMatchObject({
      parts: [
        { scope: 'LAUSD', ...expected },
        { scope: 'UTLA', pass: true },
      ],
    });
  });

  it('a recused co-chair does not count as the mandatory seat, unless recusals count for the quorum', () => {
    const rollCall = roll({ LAUSD: { recused: 1, yes: 7 }, UTLA: { yes: 8 } });
    const reason = (countsForQuorum: boolean) =>
      tally(
        ruleOf(concurrent, { recusal: { countsForQuorum, reducesSeatBase: false }, quorum: fullQuorum }),
        eightAndEight,
        rollCall,
      ).reason;
    expect(reason(false)).toBe('MANDATORY_SEAT_ABSENT');
    expect(reason(true)).toBeUndefined();
  });
});

describe('pairs', () => {
  it('a paired member in the room is a member present, one who is away is not, and neither casts a vote', () => {
    const rule = ruleOf([
      { scope: 'body', base: 'members_present', num: 1, den: 2, cmp: 'gt' },
      bodyMajority,
    ]);
    const rollCall = [
      entry('lausd-1', 'yes'),
      entry('lausd-2', 'paired', 'LAUSD', true),
      entry('utla-1', 'paired', 'UTLA', false),
    ];
    expect(tally(rule, eightAndEight, rollCall).alternatives).toMatchObject([
      { tests: [{ baseValue: 2 }, { baseValue: 1 }] },
    ]);
  });
});

describe('an empty base', () => {
  const abstaining = roll({ LAUSD: { yes: 8 }, UTLA: { abstain: 8 } });
  const under = (emptyBase: DecisionRule['emptyBase'], tests = concurrent, votes = abstaining) =>
    tally(ruleOf(tests, { emptyBase }), eightAndEight, votes);

  it('fails, even where nothing is at least nothing', () => {
    expect(under('fail').result).toBe('fail');
    const none: DecisionTest = { scope: 'body', base: 'votes_cast', num: 0, den: 1, cmp: 'gte' };
    expect(under('fail', [none], roll({ LAUSD: { abstain: 8 } })).result).toBe('fail');
  });
  it('passes where the rule says so, but never without the minimum of ayes', () => {
    expect(under('pass').result).toBe('pass');
    const atLeastOne = { ...eachMajority, minimumYes: 1 };
    expect(under('pass', [atLeastOne]).result).toBe('fail');
  });
  const vacant = committee({ LAUSD: { filled: 8 }, UTLA: { filled: 0, authorized: 8 } });
  const skipping = ruleOf(concurrent, { emptyBase: 'skip' });

  it('is left out where the rule says so and nobody is eligible, and the constituency then has no result', () => {
    const outcome = tally(skipping, vacant, roll({ LAUSD: { yes: 8 } }));
    expect(outcome).toMatchObject({
      result: 'pass',
      groupResults: [{ constituencyId: 'LAUSD', result: 'pass' }],
      alternatives: [
        { tests: [{}, { parts: [{ pass: true }, { pass: true, skipped: true, baseValue: 0 }] }] },
      ],
    });
    expect(outcome.groupResults).toHaveLength(1);
  });
  it.each([
    ['abstains', { abstain: 8 }],
    ['stays away', { absent: 8 }],
    ['does not answer', { 'not voting': 8 }],
  ])('SP-04: a side that %s is not left out', (_what, UTLA) => {
    expect(under('skip', concurrent, roll({ LAUSD: { yes: 8 }, UTLA }))).toMatchObject({
      result: 'fail',
      groupResults: [{ result: 'pass' }, { constituencyId: 'UTLA', result: 'fail' }],
    });
  });
  it('a side that is recused altogether is left out where recused seats leave the seat base', () => {
    const recused = roll({ LAUSD: { yes: 8 }, UTLA: { recused: 8 } });
    const resultWith = (reducesSeatBase: boolean) =>
      tally({ ...skipping, recusal: { countsForQuorum: false, reducesSeatBase } }, eightAndEight, recused)
        .result;
    expect([true, false].map(resultWith)).toEqual(['pass', 'fail']);
  });
  it('cannot be left out for every constituency, nor for the body', () => {
    const nobody = roll({ LAUSD: { abstain: 8 }, UTLA: { abstain: 8 } });
    expect(under('skip', [eachMajority], nobody).result).toBe('fail');
    expect(under('skip', [bodyMajority], nobody).result).toBe('fail');
  });
});

describe('minimumYes', () => {
  it('fails a test that its base would pass', () => {
    const votes = roll({ LAUSD: { yes: 1 }, UTLA: { yes: 2, no: 1 } });
    const test = (minimumYes: number) => [{ ...eachMajority, minimumYes }];
    expect(tally(ruleOf(test(1)), eightAndEight, votes).result).toBe('pass');
    expect(tally(ruleOf(test(2)), eightAndEight, votes).alternatives).toMatchObject([
      {
        tests: [
          {
            parts: [
              { scope: 'LAUSD', minimumYes: 2, pass: false },
              { scope: 'UTLA', pass: true },
            ],
          },
        ],
      },
    ]);
  });
});

describe('alternatives', () => {
  const twoThirds: DecisionTest = { ...bodyMajority, num: 2, den: 3, cmp: 'gte' };
  const entire: DecisionTest = { ...bodyMajority, base: 'seats_filled' };
  const rescind = { ...ruleOf([]), passIfAny: [[twoThirds], [entire]] };

  it('any one suffices', () => {
    expect(tally(rescind, eightAndEight, roll({ LAUSD: { yes: 4 }, UTLA: { yes: 2, no: 3 } }))).toMatchObject(
      {
        result: 'pass',
        alternatives: [{ pass: true }, { pass: false }],
      },
    );
    expect(tally(rescind, eightAndEight, roll({ LAUSD: { yes: 8 }, UTLA: { yes: 1, no: 7 } }))).toMatchObject(
      {
        result: 'pass',
        alternatives: [{ pass: false }, { pass: true }],
      },
    );
  });
  it('the group results are those of the first alternative that passed', () => {
    const rule = { ...ruleOf([]), passIfAny: [[eachMajority], [{ ...eachMajority, num: 1, den: 4 }]] };
    expect(
      tally(rule, eightAndEight, roll({ LAUSD: { yes: 8 }, UTLA: { yes: 3, no: 5 } })).groupResults,
    ).toEqual([
      { constituencyId: 'LAUSD', result: 'pass' },
      { constituencyId: 'UTLA', result: 'pass' },
    ]);
  });
  it('a constituency passes where it passes every test that is asked of it', () => {
    const rule = ruleOf([eachMajority, { ...eachMajority, base: 'seats_filled' }]);
    const votes = roll({ LAUSD: { yes: 8 }, UTLA: { yes: 3, abstain: 5 } });
    expect(tally(rule, eightAndEight, votes).groupResults).toEqual([
      { constituencyId: 'LAUSD', result: 'pass' },
      { constituencyId: 'UTLA', result: 'fail' },
    ]);
  });
  it('a rule that asks nothing of the constituencies gives them no result', () => {
    expect(tally(ruleOf([bodyMajority]), eightAndEight, roll({ LAUSD: { yes: 8 } })).groupResults).toEqual(
      [],
    );
  });
});

describe('a tie', () => {
  const tied = roll({ LAUSD: { yes: 8 }, UTLA: { no: 8 } });
  it.each([
    ['fails', 'TIE'],
    ['mediation', 'TIE_TO_MEDIATION'],
    ['chair_casts', 'TIE'],
  ] as const)('that %s: %s', (tie, reason) => {
    expect(tally(ruleOf([bodyMajority], { tie }), eightAndEight, tied)).toMatchObject({
      tie: true,
      result: 'fail',
      reason,
    });
  });
  it('is not there when nobody voted', () => {
    expect(tally(ruleOf([bodyMajority]), eightAndEight, roll({ LAUSD: { abstain: 8 } }))).toMatchObject({
      tie: false,
      reason: 'TEST_FAILED',
    });
  });
  it('gives way to a missing quorum as the reason', () => {
    const oneEach = roll({ LAUSD: { yes: 1 }, UTLA: { no: 1 } });
    const rule = ruleOf([bodyMajority], { quorum: fullQuorum });
    expect(tally(rule, eightAndEight, oneEach)).toMatchObject({
      tie: true,
      reason: 'QUORUM_NOT_ESTABLISHED',
    });
  });
});

describe('a casting vote', () => {
  const chairCasts = ruleOf([bodyMajority], { tie: 'chair_casts' });
  const sevenAll = roll({ LAUSD: { yes: 7, 'not voting': 1 }, UTLA: { no: 7 } });
  const by = (seatId: string, option: 'yes' | 'no') => ({ seatId, option });

  it('breaks the tie', () => {
    expect(tally(chairCasts, eightAndEight, sevenAll, by('lausd-8', 'yes'))).toMatchObject({
      tie: true,
      castingVote: 'yes',
      result: 'pass',
      alternatives: [{ tests: [{ yes: 8, no: 7, baseValue: 15 }] }],
    });
    expect(tally(chairCasts, eightAndEight, sevenAll, by('lausd-8', 'no'))).toMatchObject({
      castingVote: 'no',
      result: 'fail',
      reason: 'TEST_FAILED',
    });
  });
  it('comes on top of a vote that the chair has cast', () => {
    const { alternatives } = tally(chairCasts, eightAndEight, sevenAll, by('lausd-1', 'yes'));
    expect(alternatives).toMatchObject([{ tests: [{ yes: 8, no: 7, baseValue: 15 }] }]);
  });
  it('takes the place of an abstention that stands in the base', () => {
    const rule = { ...chairCasts, abstention: 'counts_in_base' } as const;
    const votes = roll({ LAUSD: { yes: 4, abstain: 1 }, UTLA: { no: 4 } });
    expect(tally(rule, eightAndEight, votes, by('lausd-5', 'yes'))).toMatchObject({
      result: 'pass',
      alternatives: [{ tests: [{ yes: 5, baseValue: 9 }] }],
    });
  });
  it('adds no member and speaks for no side', () => {
    const rule = ruleOf([{ ...bodyMajority, base: 'members_present' }, eachMajority], { tie: 'chair_casts' });
    expect(tally(rule, eightAndEight, sevenAll, by('utla-8', 'yes')).alternatives).toMatchObject([
      { tests: [{ yes: 8, baseValue: 15 }, { parts: [{ yes: 7 }, { yes: 0, no: 7 }] }] },
    ]);
  });
  it('is not counted without a tie, nor where the rule does not give it', () => {
    const untied = roll({ LAUSD: { yes: 7 }, UTLA: { no: 8 } });
    expect(tally(chairCasts, eightAndEight, untied, by('lausd-8', 'yes'))).toEqual(
      tally(chairCasts, eightAndEight, untied),
    );
    expect(tally(ruleOf([bodyMajority]), eightAndEight, sevenAll, by('lausd-8', 'yes')).result).toBe('fail');
  });

  it.each([
    ['the chair could carry it', chairCasts, sevenAll, true],
    ['the rule has a tie fail', ruleOf([bodyMajority]), sevenAll, false],
    ['there is no tie', chairCasts, roll({ LAUSD: { yes: 8 }, UTLA: { no: 7 } }), false],
    ['a side would still fail', { ...chairCasts, passIfAny: [concurrent] }, sevenAll, false],
    [
      'there is no quorum',
      { ...chairCasts, quorum: fullQuorum },
      roll({ LAUSD: { yes: 1 }, UTLA: { no: 1 } }),
      false,
    ],
    [
      'it passes as it is',
      { ...chairCasts, passIfAny: [[{ ...bodyMajority, cmp: 'gte' }]] },
      sevenAll,
      false,
    ],
  ] as const)('is awaited or not: %s', (_why, rule, votes, expected) => {
    expect(awaitsCastingVote(rule, eightAndEight, votes, 'lausd-8')).toBe(expected);
  });
});
