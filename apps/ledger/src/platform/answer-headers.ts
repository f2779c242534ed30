import type { FastifyInstance, FastifyReply } from 'fastify';
import { Answer } from './answer.ts';
import type { KeptAnswers } from './kept-answers.ts';
import { ReceiptBody } from './receipt.ts';

export const positionHeader = 'minutebook-position';

/** A revision as an entity tag, and back from If-Match. */
export const revisionTag = (revision: number): string => `"${revision}"`;

/** Bytes too: Fastify sends them, and types them as text. */
const asItIs = (payload: unknown): string => payload as string;

function written(reply: FastifyReply, { body, json, headers }: Answer): unknown {
  const { etag, position } = headers;
  reply.header('cache-control', 'private, no-cache');
  if (etag !== undefined) reply.header('etag', etag);
  if (position !== undefined) reply.header(positionHeader, String(position));
  if (json === undefined) return body;
  reply.type('application/json; charset=utf-8').serializer(asItIs);
  return json;
}

/** Receipts and answers carry headers; set here, so that no controller and no interceptor has to. */
export function sendAnswers(fastify: FastifyInstance, kept: KeptAnswers): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    const answer = kept.find(request);
    if (answer) void reply.send(written(reply, answer));
    else done();
  });
  fastify.addHook('preSerialization', (request, reply, payload, done) => {
    if (payload instanceof ReceiptBody)
      reply
        .header('etag', revisionTag(payload.streamRevision))
        .header(positionHeader, payload.position)
        .header('link', `</v1/receipts/${payload.position}>; rel="describedby"`)
        .header('cache-control', 'no-store');
    if (!(payload instanceof Answer)) return done(null, payload);
    kept.keep(request, payload);
    done(null, written(reply, payload));
  });
}
