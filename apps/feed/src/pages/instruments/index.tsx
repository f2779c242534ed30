import { instrument } from '#governance';
import { getBody, listBodies, listInstruments } from '#projections';
import type { BodySummary, InstrumentSummary } from '#projections';
import { listCaching } from '../../http/resource.ts';
import { nowHoldsFor } from '../../resources/body.ts';
import { instruments as resource, instrumentsRequest } from '../../resources/instruments.ts';
import type { InstrumentsQuery } from '../../resources/instruments.ts';
import { nextUrl } from '../../resources/next-link.ts';
import { useSay } from '../frame/page.tsx';
import type { Page } from '../frame/page.tsx';
import { Choose, Filter } from '../parts/filter.tsx';
import { Name } from '../parts/text.tsx';
import { Time } from '../parts/time.tsx';

type Listed = InstrumentSummary & Readonly<{ bodyName?: string | undefined }>;
type InstrumentsData = Readonly<{
  query: InstrumentsQuery;
  bodies: readonly BodySummary[];
  instruments: readonly Listed[];
  next?: string | undefined;
}>;

function Item({ of }: Readonly<{ of: Listed }>) {
  const { t, href } = useSay();
  const { instrumentId, title, kind, bodyName, inForce, ending } = of;
  const current = inForce.at(-1);
  const standing = current ? current.certainty : (ending?.how ?? 'none');
  return (
    <li>
      <h2 class="h3">
        <a href={href(`/instruments/${instrumentId}`)}>
          <Name>{title}</Name>
        </a>
      </h2>
      <p class="meta">
        {t('instrument.kind', { kind })}
        {bodyName !== undefined && (
          <>
            {' · '}
            <Name>{bodyName}</Name>
          </>
        )}
        {' · '}
        {t('instrument.standing', { standing })}
        {current && (
          <>
            {' '}
            <Time at={current.since} style="day" />
          </>
        )}
      </p>
    </li>
  );
}

function InstrumentsView({
  data: { query, bodies, instruments, next },
}: Readonly<{ data: InstrumentsData }>) {
  const { t, href } = useSay();
  const more = nextUrl(href('/instruments'), query, next);
  return (
    <>
      <h1>{t('instruments.title')}</h1>
      <p class="lead">{t('instruments.lead')}</p>
      <Filter path="/instruments" label={t('instruments.choose')}>
        <Choose
          name="body"
          label={t('filter.body')}
          chosen={query.body}
          of={bodies.map(({ bodyId, name = bodyId }) => ({ value: bodyId, label: name }))}
        />
        <Choose
          name="kind"
          label={t('instrument.kindLabel')}
          chosen={query.kind}
          of={instrument.instrumentKinds.map((kind) => ({
            value: kind,
            label: t('instrument.kind', { kind }),
          }))}
        />
      </Filter>
      {instruments.length === 0 ? (
        <p>{t('filter.nothing')}</p>
      ) : (
        <ul class="list">
          {instruments.map((one) => (
            <Item key={one.instrumentId} of={one} />
          ))}
        </ul>
      )}
      {more !== undefined && (
        <p>
          <a href={more} rel="next">
            {t('filter.more')}
          </a>
        </p>
      )}
    </>
  );
}

/** `GET /{lang}/instruments`: by title. */
export const instrumentsPage: Page<InstrumentsQuery, InstrumentsData> = {
  path: '/instruments',
  parameters: resource.parameters,
  cacheControl: listCaching,
  holdsFor: nowHoldsFor,
  load: ({ reads, query, now }) => {
    const { items, next } = listInstruments(reads, instrumentsRequest(query, now));
    const instruments = items.map((one) => ({
      ...one,
      bodyName: one.bodyId === undefined ? undefined : getBody(reads, one.bodyId)?.name,
    }));
    return { data: { query, instruments, next, bodies: listBodies(reads, { limit: 200 }).items } };
  },
  head: ({ t }) => ({ title: t('instruments.title'), description: t('instruments.lead') }),
  view: InstrumentsView,
};
