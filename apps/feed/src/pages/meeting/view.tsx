import { languageName } from '../../words/speech.ts';
import { useSay } from '../frame/page.tsx';
import { DecisionList } from '../parts/decision-list.tsx';
import { IllustrationNote, Name, Section } from '../parts/text.tsx';
import { Time } from '../parts/time.tsx';
import { Agenda } from './agenda.tsx';
import type { MeetingData } from './data.ts';
import { Presence } from './presence.tsx';
import { Proceedings } from './proceedings.tsx';

type Props = Readonly<{ data: MeetingData }>;

function Facts({ data: { meeting, bodyName, seats } }: Props) {
  const { t, href } = useSay();
  const { bodyId, startsAt, meetingType, places, remoteAccess, presiding, rescheduled } = meeting;
  const chair = seats.find(({ seatId }) => presiding?.kind === 'seat' && seatId === presiding.id);
  return (
    <dl class="facts">
      {bodyId !== undefined && (
        <>
          <dt>{t('filter.body')}</dt>
          <dd>
            <a href={href(`/bodies/${bodyId}`)}>
              <Name>{bodyName ?? bodyId}</Name>
            </a>
          </dd>
        </>
      )}
      {startsAt && (
        <>
          <dt>{t('meeting.when')}</dt>
          <dd>
            <Time at={startsAt} />
            {rescheduled.length > 0 && ` (${t('meeting.rescheduled', { count: rescheduled.length })})`}
          </dd>
        </>
      )}
      {meetingType && (
        <>
          <dt>{t('meeting.type')}</dt>
          <dd>{t('meeting.kind', { kind: meetingType })}</dd>
        </>
      )}
      {places.length > 0 && (
        <>
          <dt>{t('meeting.place')}</dt>
          <dd>
            <Name>{places.map(({ description }) => description).join('; ')}</Name>
          </dd>
        </>
      )}
      {remoteAccess !== undefined && (
        <>
          <dt>{t('meeting.remote')}</dt>
          <dd>
            <Name>{remoteAccess}</Name>
          </dd>
        </>
      )}
      {chair && (
        <>
          <dt>{t('meeting.presiding')}</dt>
          <dd>
            <Name>{chair.label}</Name>
          </dd>
        </>
      )}
    </dl>
  );
}

function Minutes({ data: { meeting, minutes } }: Props) {
  const { t, base } = useSay();
  if (!minutes) return <p>{t('minutes.none')}</p>;
  const renditions = minutes.approved?.renditions ?? minutes.drafts.at(-1)?.renditions ?? [];
  return (
    <>
      <p>{t('minutes.standing', { status: minutes.status, attested: minutes.attested ? 'yes' : 'no' })}</p>
      <ul>
        {renditions.map(({ lang, format, sha256 }) => (
          <li key={`${lang} ${format}`}>
            <a href={`${base}/blobs/${sha256}`} hreflang={lang}>
              {t('minutes.rendition', {
                language: languageName(lang),
                format,
              })}
            </a>
          </li>
        ))}
      </ul>
      <p>
        <a href={`${base}/meetings/${meeting.meetingId}/minutes`}>{t('minutes.data')}</a>
      </p>
    </>
  );
}

/** One meeting: what was to be dealt with, who was there, what happened and what was decided. */
export function MeetingPageView({ data }: Props) {
  const { t, href } = useSay();
  const { meeting, lang, decisions } = data;
  const { title, meetingType, status, cancelled } = meeting;
  return (
    <article>
      <p class="kicker">{t('meeting.kicker')}</p>
      <h1>
        {title === undefined ? (
          t('meeting.kind', { kind: meetingType ?? 'other' })
        ) : (
          <Name lang={lang}>{title}</Name>
        )}
      </h1>
      <p class="badges">
        <span class={`badge is-${status}`}>{t('meeting.status', { status })}</span>
      </p>
      {(status === 'in_session' || status === 'recessed') && (
        <p>
          <a href={href(`/live/${meeting.meetingId}`)}>{t('live.follow')}</a>
        </p>
      )}
      <IllustrationNote of={meeting} />
      {cancelled && (
        <p class="note">
          {t('meeting.cancelled')} <Name lang={lang}>{cancelled.reason}</Name>
        </p>
      )}
      <Facts data={data} />
      <Section id="agenda" title={t('agenda.title')}>
        <Agenda data={data} />
      </Section>
      <Section id="decisions" title={t('nav.decisions')}>
        {decisions.length === 0 ? <p>{t('meeting.noDecisions')}</p> : <DecisionList of={decisions} />}
      </Section>
      <Section id="presence" title={t('presence.title')}>
        <Presence data={data} />
      </Section>
      <Section id="proceedings" title={t('proceedings.title')}>
        <Proceedings data={data} />
      </Section>
      <Section id="minutes" title={t('minutes.title')}>
        <Minutes data={data} />
      </Section>
    </article>
  );
}
