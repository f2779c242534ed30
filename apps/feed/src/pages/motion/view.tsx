import type { MotionSummary } from '#projections';
import type { ComponentChildren } from 'preact';
import { useSay } from '../frame/page.tsx';
import { DecisionList } from '../parts/decision-list.tsx';
import { AdoptedVersions } from '../parts/adopted-versions.tsx';
import { Findings } from '../parts/findings.tsx';
import { IllustrationNote, Name, Section } from '../parts/text.tsx';
import { Timeline } from '../parts/timeline.tsx';
import type { MotionData } from './data.ts';
import { Texts } from './texts.tsx';

type Props = Readonly<{ data: MotionData }>;

const Fact = ({ name, children }: Readonly<{ name: string; children: ComponentChildren }>) => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
);

function ToMotion({ id, titles }: Readonly<{ id: string; titles: MotionData['titles'] }>) {
  const { href } = useSay();
  return (
    <a href={href(`/motions/${id}`)}>
      <Name>{titles.get(id) ?? id}</Name>
    </a>
  );
}

function Facts({ data: { motion, bodyName, meetingTitle, titles, labels } }: Props) {
  const { t, href } = useSay();
  const { bodyId, meetingId, classification, appliesTo, moved, seconded, dividedInto = [] } = motion;
  const seat = (seatId: string | undefined) =>
    seatId === undefined ? null : <Name>{labels.get(seatId) ?? seatId}</Name>;
  return (
    <dl class="facts">
      {bodyId !== undefined && (
        <Fact name={t('filter.body')}>
          <a href={href(`/bodies/${bodyId}`)}>
            <Name>{bodyName ?? bodyId}</Name>
          </a>
        </Fact>
      )}
      {classification !== undefined && (
        <Fact name={t('motion.class')}>
          {t('motion.classes', { class: classification.split('.').at(-1) ?? classification })}
        </Fact>
      )}
      {appliesTo !== undefined && (
        <Fact name={t('motion.appliesTo')}>
          <ToMotion id={appliesTo} titles={titles} />
        </Fact>
      )}
      {moved && <Fact name={t('motion.moved')}>{seat(moved.seatId)}</Fact>}
      {seconded && (
        <Fact name={t('motion.seconded')}>
          {seat(seconded.seatId) ?? t('motion.exempted', { exemption: seconded.exemption ?? 'none' })}
        </Fact>
      )}
      {meetingId !== undefined && (
        <Fact name={t('decision.meeting')}>
          <a href={href(`/meetings/${meetingId}`)}>
            <Name>{meetingTitle ?? meetingId}</Name>
          </a>
        </Fact>
      )}
      {dividedInto.map((id) => (
        <Fact key={id} name={t('motion.dividedInto')}>
          <ToMotion id={id} titles={titles} />
        </Fact>
      ))}
    </dl>
  );
}

function MadeOnIt({ of }: Readonly<{ of: readonly MotionSummary[] }>) {
  const { t, href } = useSay();
  return (
    <ul class="list">
      {of.map(({ motionId, title, status, classification }) => (
        <li key={motionId}>
          <h3>
            <a href={href(`/motions/${motionId}`)}>
              <Name>{title ?? motionId}</Name>
            </a>
          </h3>
          <p class="meta">
            {classification !== undefined &&
              `${t('motion.classes', { class: classification.split('.').at(-1) ?? classification })} · `}
            {t('motion.status', { status })}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** A motion: its texts, what was moved on it, what was decided, and everything that happened to it. */
export function MotionPageView({ data }: Props) {
  const { t } = useSay();
  const { motion, lang, decisions, adopted, timeline, labels, findings } = data;
  const { title, motionId, status, madeOnIt } = motion;
  return (
    <article>
      <p class="kicker">{t('motion.kicker')}</p>
      <h1>
        <Name lang={lang}>{title ?? motionId}</Name>
      </h1>
      <p class="badges">
        <span class={`badge is-${status}`}>{t('motion.status', { status })}</span>
      </p>
      <IllustrationNote of={motion} />
      <Facts data={data} />
      <Section id="text" title={t('motion.text')}>
        <Texts data={data} />
      </Section>
      {madeOnIt.length > 0 && (
        <Section id="amendments" title={t('motion.madeOnIt')}>
          <MadeOnIt of={madeOnIt} />
        </Section>
      )}
      <Section id="decisions" title={t('nav.decisions')}>
        {decisions.length === 0 ? <p>{t('motion.noDecisions')}</p> : <DecisionList of={decisions} />}
      </Section>
      <AdoptedVersions of={adopted} />
      <Findings of={findings} />
      <Section id="timeline" title={t('timeline.title')}>
        <Timeline entries={timeline} labels={labels} />
      </Section>
    </article>
  );
}
