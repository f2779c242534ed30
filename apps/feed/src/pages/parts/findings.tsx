import type { Finding } from '#governance';
import { rejections } from '#platform';
import { useSay } from '../frame/page.tsx';
import { Section } from './text.tsx';

/** What was irregular and was recorded nevertheless. The catalogue of the rules speaks English. */
export function Findings({ of }: Readonly<{ of: readonly Finding[] }>) {
  const { t } = useSay();
  return (
    <Section id="findings" title={t('findings.title')}>
      {of.length === 0 ? (
        <p>{t('findings.none')}</p>
      ) : (
        <ul class="findings">
          {of.map(({ code, severity, ruleId }, i) => (
            <li key={i}>
              <strong>{t('findings.severity', { severity })}</strong>{' '}
              <span lang="en">{rejections[code]?.title ?? ''}</span> <code>{code}</code>
              {ruleId !== undefined && (
                <>
                  {' '}
                  {t('findings.rule')} <code>{ruleId}</code>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
