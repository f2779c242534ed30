import type { tally } from '#governance';
import type { Sides } from '../../words/outcome.ts';
import { alternativeLines, quorumLines, remarksOf } from '../../words/trace.ts';
import type { Line } from '../../words/trace.ts';
import { useSay } from '../frame/page.tsx';

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

/** A stored tally, from the quorum to the result. */
export function TallyTrace({ rule, counted, sides }: TallyProps) {
  const say = useSay();
  const terms = { say, sides };
  const several = counted.alternatives.length > 1;
  return (
    <>
      {remarksOf(terms, counted, rule).map((remark) => (
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
