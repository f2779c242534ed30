import type { FastifyInstance } from 'fastify';
import { basePath, documentCaching } from '../../http/resource.ts';
import type { Serving } from '../../http/serve-resource.ts';
import { languages } from '../frame/languages.ts';

const forms = ['.json', '.atom', '.ics'] as const;

/** The address of a page of results with `.atom` in it leads to the alert, which is the same in every language. */
export function serveAlertsBesidePages(
  fastify: FastifyInstance,
  { publicUrl }: Pick<Serving, 'publicUrl'>,
): void {
  for (const lang of languages)
    for (const form of forms)
      fastify.get(`/${lang}/search${form}`, (request, reply) => {
        const path = request.url.slice(lang.length + 1);
        return reply
          .code(308)
          .headers({ location: `${basePath(publicUrl())}${path}`, 'cache-control': documentCaching })
          .send();
      });
}
