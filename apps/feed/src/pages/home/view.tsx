import { DueDate, StandingBadge } from '../commitments/view.tsx';
import { useSay } from '../frame/page.tsx';
import { DecisionList } from '../parts/decision-list.tsx';
import { MeetingList } from '../parts/meeting-list.tsx';
import { Illustration, Name, Section } from '../parts/text.tsx';
import type { HomeData } from './data.ts';

function Due({ of }: Readonly<{ of: HomeData['due'] }>) {
  const { href } = useSay();
  return (
    <ul class="list">
      {of.map((one) => (
        <li key={one.commitmentId}>
          <p class="badges">
            <StandingBadge of={one.standing} />
          </p>
          <h3>
            <a href={href(`/commitments/${one.commitmentId}`)}>
              <Name>{one.title}</Name>
            </a>
          </h3>
          <p class="meta">
            <DueDate of={one} />
          </p>
        </li>
      ))}
    </ul>
  );
}

export function HomeView({ data: { decisions, meetings, due, bodies } }: Readonly<{ data: HomeData }>) {
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
          {due.length > 0 && (
            <Section id="due" title={t('home.due')}>
              <Due of={due} />
              <p>
                <a href={href('/commitments')}>{t('home.allCommitments')}</a>
              </p>
            </Section>
          )}
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
