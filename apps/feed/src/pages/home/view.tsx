import { useSay } from '../frame/page.tsx';
import { DecisionList } from '../parts/decision-list.tsx';
import { MeetingList } from '../parts/meeting-list.tsx';
import { Illustration, Name, Section } from '../parts/text.tsx';
import type { HomeData } from './data.ts';

export function HomeView({ data: { decisions, meetings, bodies } }: Readonly<{ data: HomeData }>) {
  const { t, href } = useSay();
  return (
    <>
      <div class="hero">
        <h1>{t('home.title')}</h1>
        <p class="lead">{t('home.lead')}</p>
      </div>
      <div class="columns">
        <Section id="latest" title={t('home.latest')}>
          {decisions.length === 0 ? <p>{t('home.noDecisions')}</p> : <DecisionList of={decisions} />}
          <p>
            <a href={href('/decisions')}>{t('home.allDecisions')}</a>
          </p>
        </Section>
        <div>
          <Section id="coming" title={t('home.coming')}>
            {meetings.length === 0 ? <p>{t('home.nothingComing')}</p> : <MeetingList of={meetings} />}
            <p>
              <a href={href('/meetings')}>{t('home.allMeetings')}</a>
            </p>
          </Section>
          <Section id="bodies" title={t('home.bodies')}>
            <ul class="plain">
              {bodies.map((body) => (
                <li key={body.bodyId}>
                  <a href={href(`/bodies/${body.bodyId}`)}>
                    <Name>{body.name ?? body.bodyId}</Name>
                  </a>{' '}
                  <Illustration of={body} />
                </li>
              ))}
            </ul>
          </Section>
        </div>
      </div>
    </>
  );
}
