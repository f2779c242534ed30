import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readParameters, wrongParameter } from '../http/parameters.ts';
import type { Parameter } from '../http/parameters.ts';
import type { EventStream } from './event-stream.ts';

type Query = Readonly<{ after?: number | 'latest' }>;

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  // Some proxies collect what passes through them unless they are told not to.
  'x-accel-buffering': 'no',
};

function readIndex(text: string): number | undefined {
  return /^(-1|\d{1,15})$/.test(text) ? Number(text) : undefined;
}

const after: Parameter<number | 'latest'> = {
  accepts: 'the index of an entry, -1 for all entries, or `latest` for those that come',
  read: (text) => (text === 'latest' ? text : readIndex(text)),
};

/** A client that comes back goes on where it was: its Last-Event-ID counts for more than its address. */
function placeOf(request: FastifyRequest): number | 'latest' {
  const [, search = ''] = request.url.split('?', 2);
  const query = readParameters<Query>({ after }, new URLSearchParams(search));
  const lastId = request.headers['last-event-id'];
  if (typeof lastId !== 'string' || lastId === '') return query.after ?? -1;
  const index = readIndex(lastId);
  if (index === undefined)
    throw wrongParameter('Last-Event-ID', 'give the id of an event that came from here');
  return index;
}

/** `GET /events`: every entry of the public record, then each as it comes (WHATWG HTML §9.2). */
export function serveEvents(fastify: FastifyInstance, stream: EventStream): void {
  const handle = (request: FastifyRequest, reply: FastifyReply): void => {
    const place = placeOf(request);
    stream.checkPlace(request.ip);
    reply.headers(headers).hijack();
    for (const [name, value] of Object.entries(reply.getHeaders()))
      if (value !== undefined) reply.raw.setHeader(name, value);
    if (request.method === 'HEAD') reply.raw.end();
    else void stream.serve(reply.raw, request.ip, place);
  };
  fastify.route({ method: ['GET', 'HEAD'], url: '/events', exposeHeadRoute: false, handler: handle });
}
