import type { Finding } from '#governance';
import { findingTitle } from '../../words/languages.ts';
import { useSay } from '../frame/page.tsx';
import { Section } from './text.tsx';

/** What was irregular and was recorded nevertheless. */
export function Findings({ of }: Readonly<{ of: readonly Finding[] }>) {
  const { t, lang } = useSay();
  return (
    <Section id="findings" title={t('findings.title')}>
      {of.length === 0 ? (
        <p>{t('findings.none')}</p>
      ) : (
        <ul class="findings">
          {of.map(({ code, severity, ruleId }, i) => (
            <li key={i}>
              <strong>{t('findings.severity', { severity })}</strong> {findingTitle(lang, code) ?? ''}{' '}
              <code>{code}</code>
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
