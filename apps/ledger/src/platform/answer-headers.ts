import type { FastifyInstance, FastifyReply } from 'fastify';
import { ReceiptBody } from './receipt.ts';

export const positionHeader = 'minutebook-position';

/** A revision as an entity tag, and back from If-Match. */
export const revisionTag = (revision: number): string => `"${revision}"`;

/** What a read answers besides its body. */
export type AnswerHeaders = Readonly<{
  /** A strong entity tag, with its quotes. */
  etag?: string;
  /** The position up to which the answer is complete. */
  position?: number;
}>;

/** The answer to a read, with its headers; `json` is sent as it is. */
export class Answer {
  readonly body: object | undefined;
  /** As bytes: a socket writes them several times faster than a long text. */
  readonly json: Buffer | undefined;
  readonly headers: AnswerHeaders;

  constructor(body: object | Readonly<{ json: string }>, headers: AnswerHeaders = {}) {
    const text = 'json' in body && typeof body.json === 'string' ? body.json : undefined;
    this.json = text === undefined ? undefined : Buffer.from(text);
    this.body = text === undefined ? body : undefined;
    this.headers = headers;
  }
}

/** Bytes too: Fastify sends them, and types them as text. */
const asItIs = (payload: unknown): string => payload as string;

function answer(reply: FastifyReply, { body, json, headers }: Answer): unknown {
  const { etag, position } = headers;
  reply.header('cache-control', 'private, no-cache');
  if (etag !== undefined) reply.header('etag', etag);
  if (position !== undefined) reply.header(positionHeader, String(position));
  if (json === undefined) return body;
  reply.type('application/json; charset=utf-8').serializer(asItIs);
  return json;
}

/** Receipts and answers carry headers; set here, so that no controller and no interceptor has to. */
export function sendAnswerHeaders(fastify: FastifyInstance): void {
  fastify.addHook('preSerialization', (_request, reply, payload, done) => {
    if (payload instanceof ReceiptBody)
      reply
        .header('etag', revisionTag(payload.streamRevision))
        .header(positionHeader, payload.position)
        .header('cache-control', 'no-store');
    done(null, payload instanceof Answer ? answer(reply, payload) : payload);
  });
}
