import type { When } from '#governance';
import { useSay } from '../frame/page.tsx';
import { DecisionList } from '../parts/decision-list.tsx';
import { Day, Filter } from '../parts/filter.tsx';
import { MeetingList } from '../parts/meeting-list.tsx';
import { IllustrationNote, Name, Section } from '../parts/text.tsx';
import { Time } from '../parts/time.tsx';
import { Attendance } from './attendance.tsx';
import type { BodyData } from './data.ts';
import { Officers, SeatingChart } from './seats.tsx';

type Props = Readonly<{ data: BodyData }>;

function Facts({ data: { body, parentName, lang } }: Props) {
  const { t, href } = useSay();
  const { purpose, established, dissolution, parentBodyId, subcommittees, regimes } = body;
  const regime = regimes.at(-1);
  return (
    <>
      {purpose !== undefined && (
        <p class="lead">
          <Name lang={lang}>{purpose}</Name>
        </p>
      )}
      <dl class="facts">
        <dt>{t('body.status')}</dt>
        <dd>{t('body.statuses', { status: body.status })}</dd>
        {established && (
          <>
            <dt>{t('body.established')}</dt>
            <dd>
              <Time at={established.occurredAt} />
            </dd>
          </>
        )}
        {dissolution && (
          <>
            <dt>{t('body.dissolved')}</dt>
            <dd>
              <Time at={dissolution.provenance.occurredAt} />
            </dd>
          </>
        )}
        {parentBodyId !== undefined && (
          <>
            <dt>{t('body.parent')}</dt>
            <dd>
              <a href={href(`/bodies/${parentBodyId}`)}>
                <Name>{parentName ?? parentBodyId}</Name>
              </a>
            </dd>
          </>
        )}
        {subcommittees.length > 0 && (
          <>
            <dt>{t('body.subcommittees')}</dt>
            <dd>
              <ul class="plain">
                {subcommittees.map(({ bodyId, name }) => (
                  <li key={bodyId}>
                    <a href={href(`/bodies/${bodyId}`)}>
                      <Name>{name ?? bodyId}</Name>
                    </a>
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
        {regime && (
          <>
            <dt>{t('body.regime')}</dt>
            <dd>{t('body.regimes', { regime: regime.regime })}</dd>
          </>
        )}
      </dl>
    </>
  );
}

/** To the times around this one at which somebody came or went: history step by step, without a script. */
function Steps({ data: { body, earlier, later } }: Props) {
  const { t, href } = useSay();
  if (!earlier && !later) return null;
  const to = (at: When) => href(`/bodies/${body.bodyId}?asOf=${encodeURIComponent(at.literal)}#seats`);
  return (
    <nav class="steps" aria-label={t('body.steps')}>
      {earlier && (
        <a href={to(earlier)} rel="prev">
          {t('body.earlier')} <Time at={earlier} style="day" />
        </a>
      )}
      {later && (
        <a href={to(later)} rel="next">
          {t('body.later')} <Time at={later} style="day" />
        </a>
      )}
    </nav>
  );
}

/** Year by year under one's hand, without a script; in a copy as files, each year has a page. */
function Years({ data: { body, years, query } }: Props) {
  const { t, href, copy } = useSay();
  const [first, last] = [years[0], years.at(-1)];
  const path = `/bodies/${body.bodyId}`;
  if (first === undefined || last === undefined) return null;
  if (copy)
    return (
      <nav class="steps" aria-label={t('body.year')}>
        {years.slice(0, -1).map((year) => (
          <a key={year} href={href(`${path}?asOf=${year}#seats`)}>
            {year}
          </a>
        ))}
      </nav>
    );
  const chosen = Number(query.asOf?.slice(0, 4) ?? last);
  return (
    <Filter path={path} label={t('body.chooseYear')}>
      <div class="field years">
        <label for="filter-year">{t('body.year')}</label>
        <input
          id="filter-year"
          type="range"
          name="asOf"
          min={first}
          max={last}
          value={Math.min(Math.max(chosen, first), last)}
          list="filter-years"
        />
        <datalist id="filter-years">
          {years.map((year) => (
            <option key={year} value={year}>
              {year}
            </option>
          ))}
        </datalist>
      </div>
    </Filter>
  );
}

function AtDate({ data }: Props) {
  const { body, query, asOf } = data;
  const { t, href } = useSay();
  const path = `/bodies/${body.bodyId}`;
  return (
    <>
      <Filter path={path} label={t('body.atDate')}>
        <Day name="asOf" label={t('body.asOf')} value={query.asOf} />
      </Filter>
      <Years data={data} />
      <Steps data={data} />
      {asOf && (
        <p class="note">
          {t('body.shownAsOf')} <Time at={asOf} />. <a href={href(path)}>{t('body.showNow')}</a>
        </p>
      )}
      <p>
        <a href={href(`/replay/${body.bodyId}`)}>{t('replay.fromBody')}</a>
      </p>
    </>
  );
}

/** A body: who sits in it, now or at any time, how often they come, what it decided. */
export function BodyPageView({ data }: Props) {
  const { t, href } = useSay();
  const { body, composition, sides, attendance, decisions, coming } = data;
  return (
    <article>
      <p class="kicker">{t('body.kicker')}</p>
      <h1>
        <Name>{body.name ?? body.bodyId}</Name>
      </h1>
      <IllustrationNote of={body} />
      <Facts data={data} />
      <Section id="seats" title={t('seats.title')}>
        <AtDate data={data} />
        {composition?.exists === 'no' && <p class="note">{t('seats.notYet')}</p>}
        <SeatingChart data={data} />
      </Section>
      <Section id="officers" title={t('officers.title')}>
        <Officers of={composition?.officers ?? []} seats={composition?.seats ?? []} names={data.names} />
      </Section>
      {coming.length > 0 && (
        <Section id="coming" title={t('home.coming')}>
          <MeetingList of={coming} />
        </Section>
      )}
      <Section id="decisions" title={t('home.latest')}>
        {decisions.length === 0 ? <p>{t('home.noDecisions')}</p> : <DecisionList of={decisions} />}
        <p>
          <a href={href(`/decisions?body=${body.bodyId}`)}>{t('home.allDecisions')}</a>
          {' · '}
          <a href={href(`/meetings?body=${body.bodyId}`)}>{t('home.allMeetings')}</a>
          {' · '}
          <a href={href(`/instruments?body=${body.bodyId}`)}>{t('instruments.title')}</a>
          {' · '}
          <a href={href(`/commitments?body=${body.bodyId}`)}>{t('commitments.title')}</a>
        </p>
      </Section>
      <Section id="attendance" title={t('attendance.title')}>
        {attendance ? <Attendance of={attendance} sides={sides} /> : <p>{t('attendance.none')}</p>}
      </Section>
    </article>
  );
}
