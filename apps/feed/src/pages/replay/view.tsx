import { Officers, SeatingChart } from '../body/seats.tsx';
import { useSay } from '../frame/page.tsx';
import { Name, Section } from '../parts/text.tsx';
import { Time } from '../parts/time.tsx';
import { Controls, GoTo } from './controls.tsx';
import type { ReplayData } from './data.ts';
import { StepCard } from './step.tsx';
import { Totals } from './totals.tsx';

type Props = Readonly<{ data: ReplayData }>;

function Motions({ data: { motions, totals, step } }: Props) {
  const { t, href } = useSay();
  if (motions.length === 0) return <p>{t('replay.noMotions')}</p>;
  const all = Object.values(totals.motions).reduce((sum, count) => sum + count, 0);
  return (
    <>
      <ul class="list motions">
        {motions.map(({ of, status, entry, occurredAt }) => (
          <li key={of.id} class={entry === step.entry ? 'is-changed' : undefined}>
            <a href={href(`/motions/${of.id}`)}>
              <Name lang={of.lang}>{of.name ?? of.id}</Name>
            </a>
            <p class="badges">
              {status !== undefined && (
                <span class={`badge is-${status}`}>{t('motion.status', { status })}</span>
              )}
              {entry === step.entry && <span class="tag">{t('replay.changed')}</span>}
              <span class="meta">
                <Time at={occurredAt} style="day" />
              </span>
            </p>
          </li>
        ))}
      </ul>
      {all > motions.length && <p class="meta">{t('replay.moreMotions', { count: all - motions.length })}</p>}
    </>
  );
}

/** What a step changes on the page: the script puts it in the place of what was shown. */
function Shown({ data }: Props) {
  const { t } = useSay();
  const { composition, sides, changed } = data;
  return (
    <div id="replay-shown">
      <StepCard data={data} />
      <Totals data={data} />
      <Section id="seats" title={t('seats.title')}>
        <SeatingChart data={{ composition, sides }} changed={changed} />
      </Section>
      <Section id="officers" title={t('officers.title')}>
        <Officers of={composition?.officers ?? []} seats={composition?.seats ?? []} names={data.names} />
      </Section>
      <Section id="motions" title={t('replay.motions')}>
        <Motions data={data} />
      </Section>
    </div>
  );
}

/** The history of a body, one event of the record after the other. */
export function ReplayPageView({ data }: Props) {
  const { t, href } = useSay();
  const { body, lang } = data;
  const name = body.name ?? body.bodyId;
  return (
    <article class="replay">
      <p class="kicker">
        {t('replay.kicker')} · <a href={href(`/bodies/${body.bodyId}`)}>{t('replay.toBody')}</a>
      </p>
      <h1>
        <Name lang={lang}>{name}</Name>
      </h1>
      <p class="lead">{t('replay.lead')}</p>
      <Controls data={data} />
      <Shown data={data} />
      <Section id="go-to" title={t('replay.goTo')}>
        <GoTo data={data} />
      </Section>
    </article>
  );
}
