import type { tally } from '#governance';
import { nameOfSide } from './outcome.ts';
import type { Sides } from './outcome.ts';
import type { Speech } from './speech.ts';

/* Why a decision came out as it did: every comparison of the rule with its numbers, in sentences. */

export type Line = Readonly<{ text: string; pass: boolean }>;
export type Terms = Readonly<{ say: Speech; sides: Sides }>;

const scopeText = ({ say, sides }: Terms, scope: string): string =>
  scope === 'body' ? say.t('trace.body') : nameOfSide(sides, scope);

function testLine(terms: Terms, test: tally.DecisionTest, trace: tally.TestTrace): Line {
  const { yes, baseValue, lhs, rhs, cmp, pass, base, scope, skipped, minimumYes } = trace;
  const { t } = terms.say;
  const of = scopeText(terms, scope);
  if (skipped) return { text: t('trace.skipped', { scope: of }), pass: true };
  const { num, den } = test;
  const numbers = { yes, total: baseValue, num, den, lhs, rhs, cmp, base };
  const least = minimumYes === undefined ? '' : ` ${t('trace.minimum', { minimum: minimumYes, yes })}`;
  return { text: `${t('trace.test', { scope: of, ...numbers })}${least}`, pass };
}

/** One alternative of a rule. */
export function alternativeLines(
  terms: Terms,
  tests: readonly tally.DecisionTest[],
  trace: tally.AlternativeTrace,
): readonly Line[] {
  return trace.tests.flatMap((each, i) => {
    const test = tests[i];
    if (test === undefined) return [];
    const parts = 'parts' in each ? each.parts : [each];
    return parts.map((part) => testLine(terms, test, part));
  });
}

function quorumPart(terms: Terms, test: tally.QuorumTest | undefined, part: tally.QuorumPartTrace): Line[] {
  if (test === undefined || !('base' in test)) return [];
  const { present, baseValue, lhs, rhs, cmp, base, scope, pass } = part;
  const { num, den } = test;
  const values = { scope: scopeText(terms, scope), present, total: baseValue, num, den, lhs, rhs, cmp, base };
  return [{ text: terms.say.t('trace.quorum', values), pass }];
}

export const quorumLines = (
  terms: Terms,
  { tests }: tally.QuorumTrace,
  rule: tally.DecisionRule,
): readonly Line[] =>
  tests.flatMap((trace, i) => {
    const test = rule.quorum[i];
    if (!('parts' in trace)) return quorumPart(terms, test, trace);
    if (trace.scope !== 'mandatory_seats')
      return trace.parts.flatMap((part) => quorumPart(terms, test, part));
    return trace.parts.map(({ selector, pass }) => ({
      text: terms.say.t('trace.mandatory', { selector }),
      pass,
    }));
  });

/** A round of consensus. */
export function consensusLines(
  terms: Terms,
  { blocks, standAsides, quorum }: tally.ConsensusTrace,
  rule: tally.DecisionRule,
): readonly Line[] {
  const limits = [
    { what: 'blocks', ...blocks },
    { what: 'stand_asides', ...standAsides },
  ].map(({ what, count, max, pass }) => ({
    text: terms.say.t('consensus.limit', { what, count, max: max ?? 'none' }),
    pass,
  }));
  return [...quorumLines(terms, quorum, rule), ...limits];
}

const yes = (is: boolean | undefined): 'yes' | 'no' => (is ? 'yes' : 'no');

/** Where the rule leaves the seats that stepped aside (meeting rule SP-10). */
function recusalRemarks(
  { say }: Terms,
  { counts }: tally.Tally,
  { recusal }: tally.DecisionRule,
): readonly string[] {
  const recused = counts.find(({ option, constituencyId }) => option === 'recused' && !constituencyId);
  if (!recused) return [];
  const { countsForQuorum, reducesSeatBase, reducesPresentBase } = recusal;
  const values = {
    count: recused.value,
    quorum: yes(countsForQuorum),
    seats: yes(reducesSeatBase),
    present: yes(reducesPresentBase),
  };
  return [say.t('trace.recused', values)];
}

/** What the tests alone do not tell: blocs, proxies, who stepped aside, a tie. */
export function remarksOf(terms: Terms, counted: tally.Tally, rule: tally.DecisionRule): readonly string[] {
  const { say, sides } = terms;
  const { blocs = [], proxies = [], tie, castingVote } = counted;
  return [
    ...blocs.map(({ constituencyId, option, votes, seatIds }) =>
      say.t('trace.bloc', { side: nameOfSide(sides, constituencyId), option, votes, seats: seatIds.length }),
    ),
    ...proxies.map(({ seatId, proxySeatId = 'none', option }) =>
      say.t('trace.proxy', { seat: seatId, proxy: proxySeatId, option }),
    ),
    ...recusalRemarks(terms, counted, rule),
    ...(tie ? [say.t('trace.tie', { casting: castingVote ?? 'none' })] : []),
  ];
}
