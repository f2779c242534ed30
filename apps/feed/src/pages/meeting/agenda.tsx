import { useSay } from '../frame/page.tsx';
import { Name } from '../parts/text.tsx';
import { Time } from '../parts/time.tsx';
import type { MeetingData } from './data.ts';

type Item = MeetingData['meeting']['agenda'][number];

function AgendaItem({ of, lang }: Readonly<{ of: Item; lang: string | undefined }>) {
  const { t, href } = useSay();
  const { number, title, description, kind, motionId, openings, offAgenda, pulledFromConsent } = of;
  const [opened] = openings;
  return (
    <li>
      <h3>
        <Name>{number}</Name>. <Name lang={lang}>{title}</Name>
      </h3>
      {description !== undefined && (
        <p>
          <Name lang={lang}>{description}</Name>
        </p>
      )}
      <p class="meta">
        {t('agenda.kind', { kind })}
        {opened && (
          <>
            {' · '}
            {t('agenda.opened')} <Time at={opened.from} style="time" />
          </>
        )}
        {offAgenda && ` · ${t('agenda.offAgenda', { basis: offAgenda })}`}
        {pulledFromConsent && ` · ${t('agenda.pulled')}`}
        {motionId !== undefined && (
          <>
            {' · '}
            <a href={href(`/motions/${motionId}`)}>{t('agenda.motion')}</a>
          </>
        )}
      </p>
    </li>
  );
}

export function Agenda({ data: { meeting, lang } }: Readonly<{ data: MeetingData }>) {
  const { t } = useSay();
  const { agenda, postings } = meeting;
  if (agenda.length === 0) return <p>{t('agenda.none')}</p>;
  return (
    <>
      {postings.map(({ postingId, places, provenance }) => (
        <p key={postingId} class="meta">
          {t('agenda.posted')} <Time at={provenance.occurredAt} />:{' '}
          <Name>{places.map(({ description }) => description).join('; ')}</Name>
        </p>
      ))}
      <ol class="list agenda">
        {agenda.map((item) => (
          <AgendaItem key={item.itemId} of={item} lang={lang} />
        ))}
      </ol>
    </>
  );
}
