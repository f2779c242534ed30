import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '#platform';
import type { Resource } from '../../http/resource.ts';
import { serveResource } from '../../http/serve-resource.ts';
import type { Serving } from '../../http/serve-resource.ts';
import { ErrorPage } from './error-page.tsx';
import { languages } from '../../words/languages.ts';
import type { Page } from './page.tsx';
import { renderPage } from './render.tsx';

export const html = 'text/html; charset=utf-8';

/** Nothing runs, nothing is framed, nothing comes from elsewhere. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Where a page has a script: a file of ours, which asks nobody else. */
const scriptPolicy = `${contentSecurityPolicy}; script-src 'self'; connect-src 'self'`;

const headersOf = ({ runsScript }: Readonly<{ runsScript?: true }>) => ({
  'content-security-policy': runsScript ? scriptPolicy : contentSecurityPolicy,
});

const searchOf = (query: unknown): string => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query as object)) search.set(name, String(value));
  return search.size === 0 ? '' : `?${search.toString()}`;
};

/** A page in one language as a resource of its own: it is cached and asked for again like any other. */
const inLanguage = <Q, D>(page: Page<Q, D>, lang: string): Resource<Q> => ({
  path: `/${lang}${page.path}`,
  parameters: page.parameters,
  lang,
  takesForms: true,
  mediaType: html,
  cacheControl: page.cacheControl,
  ...(page.holdsFor !== undefined && { holdsFor: page.holdsFor }),
  ...(page.showsNames && { showsNames: true }),
  encode: String,
  render: (rendering) => {
    const loaded = page.load(rendering);
    if (loaded === undefined) return undefined;
    const { data, zone, modifiedAt } = loaded;
    const { id, query, publicUrl, copy } = rendering;
    const address = `${page.path.replace(':id', id)}${searchOf(query)}`;
    const View = page.view;
    const showing = { lang, zone, address, publicUrl, copy };
    return {
      body: renderPage(showing, (say) => page.head(say, data), <View data={data} />),
      headers: { ...headersOf(page), 'content-language': lang },
      modifiedAt,
    };
  },
});

/** Problems as people read them; what is not a problem of the request is left to whoever answers for faults. */
const errorHandler =
  (lang: string, { publicUrl, copy }: Serving) =>
  (error: Error, _request: FastifyRequest, reply: FastifyReply): void => {
    if (!(error instanceof Problem)) throw error;
    const showing = { lang, address: '/', publicUrl: publicUrl(), copy };
    const title = (say: Parameters<typeof ErrorPage.head>[0]) => ErrorPage.head(say, error);
    void reply
      .code(error.status)
      .headers({
        ...headersOf({}),
        ...error.details.headers,
        'cache-control': 'no-store',
        'content-type': html,
      })
      .send(renderPage(showing, title, <ErrorPage.View problem={error} />));
  };

/** Lets a page be read in every language: `/{language}{path}`. */
export function servePage<Q, D>(fastify: FastifyInstance, page: Page<Q, D>, serving: Serving): void {
  for (const lang of languages)
    serveResource(fastify, inLanguage(page, lang), serving, { errorHandler: errorHandler(lang, serving) });
}

/** Tells people too that there is no such page. */
export function serveNothing(fastify: FastifyInstance, serving: Serving): void {
  for (const lang of languages)
    fastify.get(`/${lang}/*`, { errorHandler: errorHandler(lang, serving) }, () => {
      throw new Problem('NOT_FOUND');
    });
}
