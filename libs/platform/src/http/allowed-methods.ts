import type { FastifyInstance } from 'fastify';

const escape = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** `/v1/bodies/:bodyId` as an expression that matches paths. */
const matcherOf = (route: string): RegExp =>
  new RegExp(
    `^${route
      .split('/')
      .map((part) => (part.startsWith(':') ? '[^/]+' : part === '*' ? '.*' : escape(part)))
      .join('/')}$`,
  );

/** Collects the routes of an app; answers which methods a path takes, for `Allow` (RFC 9110 §15.5.6). */
export function allowedMethodsOf(fastify: FastifyInstance): (url: string) => readonly string[] {
  const routes = new Map<string, { matcher: RegExp; methods: Set<string> }>();
  fastify.addHook('onRoute', ({ url, method }) => {
    const known = routes.get(url) ?? { matcher: matcherOf(url), methods: new Set<string>() };
    for (const one of [method].flat()) known.methods.add(one);
    routes.set(url, known);
  });
  return (url) => {
    const path = url.split('?', 1)[0] ?? '';
    const matching = [...routes.values()].filter(({ matcher }) => matcher.test(path));
    return [...new Set(matching.flatMap(({ methods }) => [...methods]))].sort();
  };
}
