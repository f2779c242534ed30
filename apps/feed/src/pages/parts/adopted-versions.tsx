import type { AdoptedByMotion } from '#projections';
import { useSay } from '../frame/page.tsx';
import { Name, Section } from './text.tsx';

/** What a motion put into the rules: the ways to the texts, and to what changed in them. */
export function AdoptedVersions({ of }: Readonly<{ of: readonly AdoptedByMotion[] }>) {
  const { t, href } = useSay();
  if (of.length === 0) return null;
  return (
    <Section id="instruments" title={t('motion.instruments')}>
      <ul>
        {of.map(({ instrumentId, title, versionId }) => (
          <li key={`${instrumentId} ${versionId}`}>
            <a href={href(`/instruments/${instrumentId}?version=${versionId}`)}>
              <Name>{title}</Name> {t('rule.version', { version: versionId })}
            </a>
            {' · '}
            <a
              href={href(`/instruments/${instrumentId}/diff?to=${versionId}`)}
              aria-label={`${t('version.changes')}: ${title}`}
            >
              {t('version.changes')}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
