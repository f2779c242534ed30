import type { Reads } from '#projections';
import { xmlDocument } from '../feeds/xml.ts';
import { listCaching } from '../http/resource.ts';
import type { Resource } from '../http/resource.ts';
import { languages } from '../words/languages.ts';
import type { FoundKind } from '../search/model.ts';
import { pathOf } from '../search/resources.ts';

const mediaType = 'application/xml; charset=utf-8';
const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** Things of one sitemap: with every language, far fewer addresses than the protocol's 50,000. */
const pageSize = 5_000;

/** What has a page of its own. */
const kinds: readonly FoundKind[] = [
  'decision',
  'motion',
  'meeting',
  'body',
  'instrument',
  'school',
  'commitment',
];

const lists = [
  '/',
  '/decisions',
  '/meetings',
  '/bodies',
  '/instruments',
  '/schools',
  '/cohorts',
  '/commitments',
  '/contradictions',
];

type Row = Readonly<{ kind: FoundKind; thing: string; updatedAt: string }>;

const thingsOf = (reads: Reads, page: number): readonly Row[] =>
  reads.all(
    `SELECT kind, thing, updated_at AS updatedAt FROM search_things
     WHERE id > ? AND id <= ? AND kind IN (${kinds.map((kind) => `'${kind}'`).join(', ')}) ORDER BY id`,
    (page - 1) * pageSize,
    page * pageSize,
  );

const pagesOf = (reads: Reads): number =>
  Math.max(
    1,
    Math.ceil(
      (reads.get<{ last: number | null }>('SELECT max(id) AS last FROM search_things')?.last ?? 0) / pageSize,
    ),
  );

/** `GET /sitemap.xml`: where the sitemaps are (sitemaps.org protocol 0.9). */
export const sitemapIndex: Resource = {
  path: '/sitemap.xml',
  parameters: {},
  mediaType,
  cacheControl: listCaching,
  encode: String,
  render: ({ reads, publicUrl }) => ({
    body: xmlDocument({
      sitemapindex: {
        '@xmlns': namespace,
        sitemap: Array.from({ length: pagesOf(reads) }, (_, i) => ({
          loc: `${publicUrl}/sitemap/${i + 1}.xml`,
        })),
      },
    }),
  }),
};

const pathsOf = (reads: Reads, page: number) => [
  ...(page === 1 ? lists.map((path) => ({ path })) : []),
  ...thingsOf(reads, page).flatMap(({ updatedAt: lastmod, ...of }) =>
    [pathOf(of), ...(of.kind === 'body' ? [`/replay/${of.thing}`] : [])].map((path) => ({ path, lastmod })),
  ),
];

/** `GET /sitemap/{n}.xml`: pages in every language, and when something was recorded of them last. */
export const sitemap: Resource = {
  path: '/sitemap/:page.xml',
  parameters: {},
  mediaType,
  cacheControl: listCaching,
  encode: String,
  render: ({ reads, page = '', publicUrl }) => {
    const number = /^[1-9]\d{0,6}$/.test(page) ? Number(page) : 0;
    if (number < 1 || number > pagesOf(reads)) return undefined;
    const url = pathsOf(reads, number).flatMap(({ path, ...more }) =>
      languages.map((lang) => ({ loc: `${publicUrl}/${lang}${path}`, ...more })),
    );
    return { body: xmlDocument({ urlset: { '@xmlns': namespace, url } }) };
  },
};

/** `GET /robots.txt` (RFC 9309): everything may be read, and there is a map. */
export const robots: Resource = {
  path: '/robots.txt',
  parameters: {},
  mediaType: 'text/plain; charset=utf-8',
  cacheControl: listCaching,
  encode: String,
  render: ({ publicUrl }) => ({ body: `User-agent: *\nAllow: /\n\nSitemap: ${publicUrl}/sitemap.xml\n` }),
};
