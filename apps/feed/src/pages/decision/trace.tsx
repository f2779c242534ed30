import type { tally } from '#governance';
import { useSay } from '../frame/page.tsx';
import type { Say } from '../frame/page.tsx';
import type { Sides } from '../parts/sides.tsx';
import { nameOfSide } from './outcome.tsx';

/* Why a decision came out as it did: every comparison of the rule with its numbers, in sentences. */

type Line = Readonly<{ text: string; pass: boolean }>;
export type Terms = Readonly<{ say: Say; sides: Sides }>;

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

/** Sentences with a sign and a word for each: met or not. */
export function Lines({ lines }: Readonly<{ lines: readonly Line[] }>) {
  const { t } = useSay();
  return (
    <ul class="trace">
      {lines.map(({ text, pass }) => (
        <li key={text} class={pass ? 'is-pass' : 'is-fail'}>
          {text} <strong>{t('trace.met', { met: pass ? 'yes' : 'no' })}</strong>
        </li>
      ))}
    </ul>
  );
}

type TallyProps = Readonly<{ rule: tally.DecisionRule; counted: tally.Tally; sides: Sides }>;

function remarksOf({ say, sides }: Terms, { blocs = [], proxies = [], tie, castingVote }: tally.Tally) {
  return [
    ...blocs.map(({ constituencyId, option, votes, seatIds }) =>
      say.t('trace.bloc', { side: nameOfSide(sides, constituencyId), option, votes, seats: seatIds.length }),
    ),
    ...proxies.map(({ seatId, proxySeatId = 'none', option }) =>
      say.t('trace.proxy', { seat: seatId, proxy: proxySeatId, option }),
    ),
    ...(tie ? [say.t('trace.tie', { casting: castingVote ?? 'none' })] : []),
  ];
}

/** A stored tally, from the quorum to the result. */
export function TallyTrace({ rule, counted, sides }: TallyProps) {
  const say = useSay();
  const terms = { say, sides };
  const several = counted.alternatives.length > 1;
  return (
    <>
      {remarksOf(terms, counted).map((remark) => (
        <p key={remark}>{remark}</p>
      ))}
      <Lines lines={quorumLines(terms, counted.quorum, rule)} />
      {several && <p>{say.t('trace.alternatives', { count: counted.alternatives.length })}</p>}
      {counted.alternatives.map((alternative, i) => (
        <div key={i}>
          {several && <h3>{say.t('trace.alternative', { number: i + 1 })}</h3>}
          <Lines lines={alternativeLines(terms, rule.passIfAny[i] ?? [], alternative)} />
        </div>
      ))}
      <p class="result">
        {say.t('trace.result', { result: counted.result, reason: counted.reason ?? 'none' })}
      </p>
    </>
  );
}
