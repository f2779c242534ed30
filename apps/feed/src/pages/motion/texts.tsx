import { useSay } from '../frame/page.tsx';
import { Name, RecordText } from '../parts/text.tsx';
import { Time } from '../parts/time.tsx';
import type { MotionData } from './data.ts';

type Version = MotionData['motion']['texts'][number];

function Words({ of: { amendment } }: Readonly<{ of: Version }>) {
  if (!amendment) return null;
  const { strike, insert } = amendment;
  return (
    <p>
      {strike !== undefined && <del>{strike}</del>} {insert !== undefined && <ins>{insert}</ins>}
    </p>
  );
}

/** Every text that the motion had, the one that stands first: what an amendment struck and what it put there. */
export function Texts({ data: { motion, lang, titles } }: Readonly<{ data: MotionData }>) {
  const { t, href } = useSay();
  const [current, ...earlier] = motion.texts.toReversed();
  if (!current) return <p>{t('motion.noText')}</p>;
  return (
    <>
      <RecordText lang={lang}>{current.text}</RecordText>
      <Words of={current} />
      <p class="meta">
        SHA-256 <code>{current.textSha256}</code>
      </p>
      {earlier.map((version) => (
        <details key={version.provenance.eventId}>
          <summary>
            {t('motion.earlierText')} <Time at={version.provenance.occurredAt} />
          </summary>
          <RecordText lang={lang}>{version.text}</RecordText>
          <Words of={version} />
          {version.byMotionId !== undefined && (
            <p>
              {t('motion.changedBy')}{' '}
              <a href={href(`/motions/${version.byMotionId}`)}>
                <Name>{titles.get(version.byMotionId) ?? version.byMotionId}</Name>
              </a>
            </p>
          )}
        </details>
      ))}
    </>
  );
}
