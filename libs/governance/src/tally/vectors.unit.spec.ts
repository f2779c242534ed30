import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { consensusOf } from './consensus.ts';
import type { ConsensusTrace, PositionEntry } from './consensus.ts';
import { evaluateTests } from './decision-tests.ts';
import type { CastingVote } from './poll.ts';
import type { RollCallEntry } from './roll-call.ts';
import type { ConsensusTerms, DecisionRule, DecisionTest } from './rule.ts';
import { ruleProblems } from './rule-problems.ts';
import { tally } from './tally.ts';
import { committee, entry } from './testing/committee.ts';
import type { Side } from './testing/committee.ts';
import { fullQuorum, ruleOf } from './testing/rules.ts';
import type { AlternativeTrace, FailureReason, QuorumTrace, Tally, VoteOption } from './trace.ts';

type Vector = Readonly<{
  id: string;
  desc: string;
  votes: readonly Readonly<{ constituency: string; option: VoteOption }>[];
  seats: Readonly<Record<string, Side>>;
  results: Readonly<Record<string, Readonly<{ pass: boolean; trace: AlternativeTrace['tests'] }>>>;
}>;
/** A vote with a bloc, a proxy, an alternate, a recusal or a casting vote; the arithmetic stands in the note. */
type MannerVector = Readonly<{
  id: string;
  note: string;
  rule: Partial<DecisionRule>;
  seats: Readonly<Record<string, Side>>;
  rollCall: readonly (Pick<RollCallEntry, 'seatId' | 'option'> & Partial<RollCallEntry>)[];
  castingVote?: CastingVote;
  expected: Readonly<{
    result: Tally['result'];
    reason?: FailureReason;
    castingVote?: 'yes' | 'no';
    quorum?: QuorumTrace['tests'];
    tests: AlternativeTrace['tests'];
  }>;
}>;
type ConsensusVector = Readonly<{
  id: string;
  note: string;
  terms: ConsensusTerms;
  positions: readonly Pick<PositionEntry, 'seatId' | 'position'>[];
  expected: Partial<ConsensusTrace>;
}>;
type Vectors = Readonly<{
  rules: Readonly<Record<string, readonly DecisionTest[]>>;
  vectors: readonly Vector[];
  manners: readonly MannerVector[];
  consensus: readonly ConsensusVector[];
}>;

const { rules, vectors, manners, consensus } = JSON.parse(
  readFileSync(new URL('./tally-vectors.json', import.meta.url), 'utf8'),
) as Vectors;

/** The vectors name no seats: the first vote of a side is its first seat's, and so on. */
function rollCallOf({ votes }: Vector): readonly RollCallEntry[] {
  const seen = new Map<string, number>();
  return votes.map(({ constituency, option }) => {
    const n = (seen.get(constituency) ?? 0) + 1;
    seen.set(constituency, n);
    return entry(`${constituency.toLowerCase()}-${n}`, option, constituency);
  });
}

const cases = vectors.flatMap((vector) =>
  Object.entries(vector.results).map(([name, expected]) => ({
    name: `${vector.id} ${name}: ${vector.desc}`,
    vector,
    tests: rules[name] ?? [],
    expected,
  })),
);

describe('golden vectors', () => {
  it('are twelve votes under seven rules', () => {
    expect(cases).toHaveLength(84);
    expect(Object.values(rules).flatMap((tests) => ruleProblems(ruleOf(tests)))).toEqual([]);
  });

  it.each(cases)('$name', ({ vector, tests, expected }) => {
    const electorate = committee(vector.seats);
    const rollCall = rollCallOf(vector);
    const rule = ruleOf(tests);
    expect(evaluateTests(tests, { electorate, rollCall, conventions: rule })).toEqual(expected.trace);
    const { result, alternatives } = tally(rule, electorate, rollCall);
    expect(result).toBe(expected.pass ? 'pass' : 'fail');
    expect(alternatives).toEqual([{ pass: expected.pass, tests: expected.trace }]);
  });
});

const vectorOf = (id: string): Vector => vectors.find((vector) => vector.id === id)!;
const underFullQuorum = (id: string, ruleName: string) => {
  const vector = vectorOf(id);
  return tally(
    ruleOf(rules[ruleName] ?? [], { quorum: fullQuorum }),
    committee(vector.seats),
    rollCallOf(vector),
  );
};

describe('golden vectors with a quorum', () => {
  it('V01: three quarters of the body, and no agreement between the two partners', () => {
    expect(underFullQuorum('V01', 'CONCURRENT_CAST')).toMatchObject({
      result: 'fail',
      reason: 'TEST_FAILED',
      groupResults: [
        { constituencyId: 'LAUSD', result: 'pass' },
        { constituencyId: 'UTLA', result: 'fail' },
      ],
    });
  });

  it('V07 passes its tests and has no quorum', () => {
    expect(underFullQuorum('V07', 'CONCURRENT_CAST')).toMatchObject({
      alternatives: [{ pass: true }],
      quorum: { pass: false },
      result: 'fail',
      reason: 'QUORUM_NOT_ESTABLISHED',
    });
  });

  it('V12: two thirds of nine are six, and nine of sixteen are a quorum of the body, not of each side', () => {
    expect(underFullQuorum('V12', 'TWO_THIRDS_PRESENT')).toMatchObject({
      alternatives: [{ pass: true, tests: [{ yes: 6, baseValue: 9, lhs: 18, rhs: 18 }] }],
      quorum: { pass: false, tests: [{ present: 9, pass: true }, { pass: false }, { pass: true }] },
      reason: 'CONSTITUENCY_QUORUM_LOST',
    });
  });
});

const sideOf = (seatId: string): string => (seatId.startsWith('lausd') ? 'LAUSD' : 'UTLA');

describe('golden vectors of the ways in which a vote is cast', () => {
  it.each(manners)('$id: $note', ({ rule: changes, seats, rollCall, castingVote, expected }) => {
    const rule = { ...ruleOf([]), ...changes };
    expect(ruleProblems(rule)).toEqual([]);
    const roll = rollCall.map((one) => ({ ...entry(one.seatId, one.option, sideOf(one.seatId)), ...one }));
    const { tests, quorum = [], ...rest } = expected;
    const outcome = tally(rule, committee(seats), roll, castingVote);
    expect(outcome).toMatchObject(rest);
    expect([outcome.reason, outcome.castingVote]).toEqual([rest.reason, rest.castingVote]);
    expect(outcome.alternatives.map((each) => each.tests)).toEqual([tests]);
    expect(outcome.quorum.tests).toEqual(quorum);
  });

  it.each(consensus)('$id: $note', ({ terms, positions, expected }) => {
    const rule: DecisionRule = { ...ruleOf([]), passIfAny: [], mode: 'consensus', consensus: terms };
    const entries = positions.map((one) => ({ ...one, constituencyId: sideOf(one.seatId), present: true }));
    const outcome = consensusOf(rule, committee({ LAUSD: { filled: 3 }, UTLA: { filled: 3 } }), entries);
    expect(outcome).toMatchObject(expected);
    expect(outcome.reason).toBe(expected.reason);
  });
});
