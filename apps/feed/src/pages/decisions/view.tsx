import { nextUrl } from '../../resources/next-link.ts';
import { useSay } from '../frame/page.tsx';
import { DecisionList } from '../parts/decision-list.tsx';
import { Choose, Day, Filter, Older } from '../parts/filter.tsx';
import type { DecisionsData } from './data.ts';

const outcomes = ['adopted', 'rejected'] as const;

export function DecisionsView({ data }: Readonly<{ data: DecisionsData }>) {
  const { t, href } = useSay();
  const { query, bodies, decisions, next } = data;
  return (
    <>
      <h1>{t('nav.decisions')}</h1>
      <Filter path="/decisions" label={t('filter.decisions')}>
        <Choose
          name="body"
          label={t('filter.body')}
          chosen={query.body}
          of={bodies.map(({ bodyId, name = bodyId }) => ({ value: bodyId, label: name }))}
        />
        <Choose
          name="outcome"
          label={t('filter.outcome')}
          chosen={query.outcome}
          of={outcomes.map((value) => ({ value, label: t('outcome.badge', { state: value }) }))}
        />
        <Day name="from" label={t('filter.from')} value={query.from} />
        <Day name="to" label={t('filter.to')} value={query.to} />
      </Filter>
      <h2>{t('filter.found')}</h2>
      {decisions.length === 0 ? <p>{t('filter.nothing')}</p> : <DecisionList of={decisions} />}
      <Older url={nextUrl(href('/decisions'), query, next)} />
    </>
  );
}
