import { listBodies } from '#projections';
import type { BodySummary } from '#projections';
import { listCaching } from '../../http/resource.ts';
import { bodies as resource } from '../../resources/bodies.ts';
import type { BodiesQuery } from '../../resources/bodies.ts';
import { nextUrl } from '../../resources/next-link.ts';
import { useSay } from '../frame/page.tsx';
import type { Page } from '../frame/page.tsx';
import { Illustration, Name } from '../parts/text.tsx';

type BodiesData = Readonly<{ query: BodiesQuery; bodies: readonly BodySummary[]; next?: string | undefined }>;

function BodiesView({ data: { query, bodies, next } }: Readonly<{ data: BodiesData }>) {
  const { t, href } = useSay();
  const more = nextUrl(href('/bodies'), query, next);
  return (
    <>
      <h1>{t('nav.bodies')}</h1>
      <ul class="list">
        {bodies.map((body) => (
          <li key={body.bodyId}>
            <h2 class="h3">
              <a href={href(`/bodies/${body.bodyId}`)}>
                <Name>{body.name ?? body.bodyId}</Name>
              </a>
            </h2>
            <p class="meta">
              {t('body.statuses', { status: body.status })} <Illustration of={body} />
            </p>
          </li>
        ))}
      </ul>
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

/** `GET /{lang}/bodies`: by name. */
export const bodiesPage: Page<BodiesQuery, BodiesData> = {
  path: '/bodies',
  parameters: resource.parameters,
  cacheControl: listCaching,
  load: ({ reads, query }) => {
    const { items, next } = listBodies(reads, query);
    return { data: { query, bodies: items, next } };
  },
  head: ({ t }) => ({ title: t('nav.bodies') }),
  view: BodiesView,
};
