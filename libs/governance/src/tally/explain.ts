import { bodyScope } from './electorate.ts';
import type { Base, Comparison, DecisionRule, DecisionTest, Proportion, QuorumTest } from './rule.ts';
import type {
  AlternativeTrace,
  Count,
  FailureReason,
  QuorumPartTrace,
  QuorumTestTrace,
  QuorumTrace,
  Tally,
  TestTrace,
} from './trace.ts';

type Compared = Pick<TestTrace, 'baseValue' | 'lhs' | 'rhs' | 'cmp'>;

const baseWords: Readonly<Record<Base, string>> = {
  votes_cast: 'votes cast',
  members_present: 'members present',
  seats_filled: 'filled seats',
  seats_authorized: 'authorized seats',
  fixed: 'a fixed number',
};
const needed: Readonly<Record<Comparison, string>> = { gt: 'more than', gte: 'at least' };
export const reasonWords: Readonly<Record<FailureReason, string>> = {
  QUORUM_NOT_ESTABLISHED: 'the body had no quorum',
  CONSTITUENCY_QUORUM_LOST: 'a constituency had no quorum of its own',
  MANDATORY_SEAT_ABSENT: 'a seat that the quorum requires was not present',
  TEST_FAILED: 'no alternative of the rule was met',
  TIE: 'the vote was tied, and a tie fails',
  TIE_TO_MEDIATION: 'the vote was tied, and the rule sends a tie to mediation',
};

const met = (pass: boolean): string => (pass ? 'met' : 'not met');
export const nameOf = (scope: string): string => (scope === bodyScope ? 'the body' : scope);
const outOf = (base: Base, baseValue: number): string =>
  base === 'fixed' ? `against a fixed number of ${baseValue}` : `of ${baseValue} ${baseWords[base]}`;

/** 'more than 1/2 needed (4 × 2 = 8 is not more than 8 × 1 = 8)' */
function comparison(
  count: number,
  { base, num, den }: Proportion,
  { baseValue, lhs, rhs, cmp }: Compared,
): string {
  const holds = cmp === 'gt' ? lhs > rhs : lhs >= rhs;
  const whole = base === 'fixed' ? String(baseValue) : 'all';
  const share = num === den ? whole : `${num}/${den}`;
  const terms = `${count} × ${den} = ${lhs} is ${holds ? '' : 'not '}${needed[cmp]} ${baseValue} × ${num} = ${rhs}`;
  return `${needed[cmp]} ${share} needed (${terms})`;
}

function* remarks(test: DecisionTest, { baseValue, yes }: TestTrace): Generator<string, void, void> {
  if (baseValue === 0) yield 'the base is empty';
  if (test.minimumYes !== undefined) yield `a minimum of ${test.minimumYes} needed, ${yes} given`;
}

function testSentence(test: DecisionTest, trace: TestTrace): string {
  const { scope, base, yes, baseValue, pass, skipped } = trace;
  const subject = `Ayes of ${nameOf(scope)}: ${yes} ${outOf(base, baseValue)}`;
  if (skipped) return `${subject}; left out, because the rule skips a constituency without eligible voters.`;
  return `${[subject, comparison(yes, test, trace), ...remarks(test, trace)].join('; ')}: ${met(pass)}.`;
}

function alternativeSentences(
  tests: readonly DecisionTest[],
  trace: AlternativeTrace,
  title: string,
): readonly string[] {
  const sentences = trace.tests.flatMap((each, i) => {
    const test = tests[i];
    if (test === undefined) return [];
    const parts = 'parts' in each ? each.parts : [each];
    return parts.map((part) => testSentence(test, part));
  });
  return title === '' ? sentences : [`${title}: ${met(trace.pass)}.`, ...sentences];
}

const quorumSentence = (test: Proportion, trace: QuorumPartTrace): string =>
  `Quorum of ${nameOf(trace.scope)}: ${trace.present} present ${outOf(trace.base, trace.baseValue)}; ` +
  `${comparison(trace.present, test, trace)}: ${met(trace.pass)}.`;

function quorumSentences(test: QuorumTest | undefined, trace: QuorumTestTrace): readonly string[] {
  if (!('parts' in trace)) return test && 'base' in test ? [quorumSentence(test, trace)] : [];
  if (trace.scope === 'mandatory_seats')
    return trace.parts.map(
      ({ selector, pass }) => `Mandatory seat ${selector} is ${pass ? '' : 'not '}present: ${met(pass)}.`,
    );
  return test && 'base' in test ? trace.parts.map((part) => quorumSentence(test, part)) : [];
}

/** Every test of a quorum with its numbers. */
export const quorumSentencesOf = ({ tests }: QuorumTrace, rule: DecisionRule): readonly string[] =>
  tests.flatMap((trace, i) => quorumSentences(rule.quorum[i], trace));

function countSentence(counts: readonly Count[], scope: string, poll: string): string {
  const listed = counts.map(({ option, value }) => `${value} ${option}`).join(', ');
  return `${poll} of ${nameOf(scope)}: ${listed || 'no seat to call'}.`;
}

function countSentences({ counts }: Tally, poll: string): readonly string[] {
  const scopes = [...new Set(counts.map(({ constituencyId }) => constituencyId))];
  return scopes.map((scope) =>
    countSentence(
      counts.filter(({ constituencyId }) => constituencyId === scope),
      scope ?? bodyScope,
      poll,
    ),
  );
}

/** Who could have cast a secret ballot, by as many proxies as were given one. */
export type SecretPoll = Readonly<{ presentSeatIds: readonly string[]; represented?: readonly unknown[] }>;

function secretSentences(secret: SecretPoll | undefined): readonly string[] {
  if (!secret) return [];
  const { presentSeatIds, represented = [] } = secret;
  const proxies = represented.length === 0 ? '' : ` and ${represented.length} by proxy`;
  return [
    `Secret ballot: ${presentSeatIds.length} voting seats present${proxies} could cast a ballot; whose ballot was which is not on record.`,
  ];
}

export function clauseSentence({ ruleId, clauseRef }: DecisionRule): string {
  if (clauseRef === undefined) return `Rule ${ruleId}; no clause is on record for it.`;
  const { clause, instrument, version } = clauseRef;
  return `Rule ${ruleId}, by clause ${clause} of ${instrument}${version === undefined ? '' : ` (${version})`}.`;
}

const blocSentences = ({ blocs = [] }: Tally): readonly string[] =>
  blocs.map(
    ({ constituencyId, option, votes, seatIds }) =>
      `${constituencyId} votes as a bloc: ${votes} votes ${option}, cast by ${seatIds.length} seats present.`,
  );

const proxySentences = ({ proxies = [] }: Tally): readonly string[] =>
  proxies.map(
    ({ seatId, proxySeatId, option, countsForQuorum }) =>
      `${seatId} votes ${option} by proxy${proxySeatId === undefined ? '' : `, held by ${proxySeatId}`}; it counts for the votes` +
      `${countsForQuorum ? ' and for the quorum' : ', not for the quorum'}.`,
  );

/** Where the rule leaves the seats that stepped aside (meeting rule SP-10). */
function recusalSentences({ counts }: Tally, { recusal }: DecisionRule): readonly string[] {
  const recused = counts.find(({ option, constituencyId }) => option === 'recused' && !constituencyId);
  if (!recused) return [];
  const { countsForQuorum, reducesSeatBase, reducesPresentBase } = recusal;
  return [
    `Recused: ${recused.value}. By the rule a recused seat ${countsForQuorum ? 'counts' : 'does not count'} for the ` +
      `quorum, ${reducesSeatBase ? 'leaves' : 'stays in'} the seats on which the ayes are measured, and ` +
      `${reducesPresentBase ? 'leaves' : 'stays in'} the members present.`,
  ];
}

function tieSentences({ tie, castingVote, counts }: Tally): readonly string[] {
  if (!tie) return [];
  const ayes = counts.find(({ option }) => option === 'yes')?.value ?? 0;
  const chair = castingVote === undefined ? '' : ` The chair's casting vote is ${castingVote}.`;
  return [`Tie: ${ayes} ayes and ${ayes} noes.${chair}`];
}

const resultSentence = ({ result, reason }: Tally): string =>
  result === 'pass'
    ? 'Result: adopted.'
    : `Result: rejected, because ${reasonWords[reason ?? 'TEST_FAILED']}.`;

/**
 * A stored tally in plain sentences: the rule with its clause, every number, every comparison, the result.
 *
 * @param secret who could vote, where the vote was secret
 */
export function explain(tally: Tally, rule: DecisionRule, secret?: SecretPoll): readonly string[] {
  const several = tally.alternatives.length > 1;
  return [
    clauseSentence(rule),
    ...secretSentences(secret),
    ...countSentences(tally, secret ? 'Count' : 'Roll call'),
    ...blocSentences(tally),
    ...proxySentences(tally),
    ...recusalSentences(tally, rule),
    ...tieSentences(tally),
    ...quorumSentencesOf(tally.quorum, rule),
    ...tally.alternatives.flatMap((trace, i) =>
      alternativeSentences(
        rule.passIfAny[i] ?? [],
        trace,
        several ? `Alternative ${i + 1} of ${tally.alternatives.length}` : '',
      ),
    ),
    resultSentence(tally),
  ];
}
