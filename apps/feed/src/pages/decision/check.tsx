import { useSay } from '../frame/page.tsx';
import { Section } from '../parts/text.tsx';
import { proofPath } from '../../log/proof-path.ts';
import { Checker } from './checker.tsx';
import { Countersigned } from './countersigned.tsx';
import type { DecisionData } from './data.ts';

/** What anyone can compare with what they hold: the text by its hash, the events by their places in the record. */
export function Check({ data: { decision, published, countersigned } }: Readonly<{ data: DecisionData }>) {
  const { t, base } = useSay();
  const [first] = published;
  return (
    <Section id="check" title={t('check.title')}>
      <p>{t('check.intro')}</p>
      <dl class="facts">
        {decision.textSha256 !== undefined && (
          <>
            <dt>{t('check.text')}</dt>
            <dd>
              <code>{decision.textSha256}</code>
            </dd>
          </>
        )}
        <dt>{t('check.entries')}</dt>
        <dd>
          {published.map(({ index }, i) => (
            <>
              {i > 0 && ', '}
              <a href={`${base}${proofPath(index)}`} download={`entry-${index}.tlog-proof`}>
                {index}
              </a>
            </>
          ))}
          <p class="meta">{t('check.proofs')}</p>
        </dd>
        {countersigned && <Countersigned of={countersigned} />}
        <dt>{t('check.data')}</dt>
        <dd>
          <a href={`${base}/decisions/${decision.decisionId}`}>{t('check.json')}</a>
          {first && (
            <>
              {', '}
              <a href={`${base}/events?after=${first.index - 1}`}>{t('check.events')}</a>
            </>
          )}
        </dd>
      </dl>
      {published.length > 0 && <Checker motionId={decision.motionId} published={published} />}
    </Section>
  );
}
