import type { BodySummary } from '#projections';
import { foundKinds } from '../../search/model.ts';
import { marks } from '../../search/prose.ts';
import type { FoundPage, FoundThing } from '../../search/query.ts';
import { alertsOf, readAt, searchPath } from '../../search/resources.ts';
import type { SearchQuery } from '../../search/resources.ts';
import { useSay } from '../frame/page.tsx';
import { Choose, Filter } from '../parts/filter.tsx';
import { Illustration, Name, Section } from '../parts/text.tsx';

export type SearchData = Readonly<{ query: SearchQuery; found: FoundPage; bodies: readonly BodySummary[] }>;

/** The words around what was found, which is marked. */
function Snippet({ lang, children }: Readonly<{ lang: string | undefined; children: string }>) {
  const [before = '', ...parts] = children.split(marks.open);
  return (
    <p class="snippet" lang={lang} dir="auto">
      {before}
      {parts.map((part, i) => {
        const [found = '', after = ''] = part.split(marks.close);
        return (
          <span key={i}>
            <mark>{found}</mark>
            {after}
          </span>
        );
      })}
    </p>
  );
}

function Item({ of }: Readonly<{ of: FoundThing }>) {
  const { t, href } = useSay();
  const { kind, thing, title, snippet, bodyName, lang, illustration } = of;
  return (
    <li>
      <p class="badges">
        <span class="tag">{t('search.kind', { kind })}</span>{' '}
        <Illustration of={illustration ? { illustration } : {}} />
      </p>
      <h3>
        <a href={href(readAt(of))}>
          <Name lang={lang}>{title || thing}</Name>
        </a>
      </h3>
      <Snippet lang={lang}>{snippet}</Snippet>
      {bodyName !== undefined && (
        <p class="meta">
          <Name>{bodyName}</Name>
        </p>
      )}
    </li>
  );
}

function Query({ query, bodies }: Pick<SearchData, 'query' | 'bodies'>) {
  const { t } = useSay();
  return (
    <Filter path="/search" label={t('nav.search')}>
      <p class="field">
        <label for="filter-q">{t('search.words')}</label>
        <input id="filter-q" type="search" name="q" value={query.q} maxLength={200} />
      </p>
      <Choose
        name="kind"
        label={t('search.what')}
        chosen={query.kind}
        of={foundKinds.map((kind) => ({ value: kind, label: t('search.kind', { kind }) }))}
      />
      <Choose
        name="body"
        label={t('filter.body')}
        chosen={query.body}
        of={bodies.map(({ bodyId, name = bodyId }) => ({ value: bodyId, label: name }))}
      />
    </Filter>
  );
}

/** The query as something that tells of what comes. */
function Alerts({ query }: Readonly<{ query: SearchQuery }>) {
  const { t, base, lang } = useSay();
  return (
    <Section id="alert" title={t('search.alert')}>
      <p>{t('search.alert_how')}</p>
      <ul>
        {alertsOf(lang, query).map(({ form, path, type }) => (
          <li key={form}>
            <a href={`${base}${path}`} type={type}>
              {t('search.form', { form: form.slice(1) })}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Found({ query, found }: Pick<SearchData, 'query' | 'found'>) {
  const { t, href } = useSay();
  return (
    <Section id="found" title={t('search.found', { count: found.total })}>
      {found.items.length === 0 ? (
        <p>{t('search.nothing')}</p>
      ) : (
        <ul class="list">
          {found.items.map((one) => (
            <Item key={`${one.kind} ${one.thing}`} of={one} />
          ))}
        </ul>
      )}
      {found.next !== undefined && (
        <p>
          <a href={`${href(searchPath(query))}&page=${found.next}`} rel="next">
            {t('filter.more')}
          </a>
        </p>
      )}
    </Section>
  );
}

export function SearchView({ data: { query, found, bodies } }: Readonly<{ data: SearchData }>) {
  const { t, copy } = useSay();
  return (
    <>
      <h1>{t('nav.search')}</h1>
      <Query query={query} bodies={bodies} />
      {query.q === undefined ? (
        !copy && <p>{t('search.how')}</p>
      ) : (
        <>
          <Found query={query} found={found} />
          <Alerts query={query} />
        </>
      )}
    </>
  );
}
