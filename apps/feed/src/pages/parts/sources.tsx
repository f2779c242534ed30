import type { SourceRef } from '#governance';
import { useSay } from '../frame/page.tsx';
import { Name, Section } from './text.tsx';

/** Where what is recorded was found. */
export function Sources({ of }: Readonly<{ of: readonly SourceRef[] }>) {
  const { t } = useSay();
  if (of.length === 0) return null;
  return (
    <Section id="sources" title={t('sources.title')}>
      <ul>
        {of.map(({ sourceId, locator, confidence }) => (
          <li key={`${sourceId} ${locator}`}>
            <code>{sourceId}</code>, <Name>{locator}</Name> ({t('sources.confidence', { confidence })})
          </li>
        ))}
      </ul>
    </Section>
  );
}
