import type { FastifyInstance } from 'fastify';

const everywhere = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'etag, link, retry-after',
};

const preflight = {
  'access-control-allow-methods': 'GET, HEAD',
  'access-control-allow-headers': 'if-none-match, if-modified-since, last-event-id, x-correlation-id',
  'access-control-max-age': '86400',
};

/** Everything here may be read by scripts of any origin: nothing depends on who asks (WHATWG Fetch §3.2). */
export function allowAllOrigins(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.headers(everywhere);
    const isPreflight = request.method === 'OPTIONS' && 'access-control-request-method' in request.headers;
    if (isPreflight) void reply.code(204).headers(preflight).send();
    else done();
  });
}
