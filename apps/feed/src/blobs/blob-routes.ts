import { existsSync } from 'node:fs';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isSha256, SqliteBlobStore } from '#blobs';
import type { Blob } from '#blobs';
import { Problem } from '#platform';
import { isKnown } from '../http/conditional.ts';
import { readParameters } from '../http/parameters.ts';
import type { ReadSide } from '../http/serve-resource.ts';

type Asked = FastifyRequest<{ Params: { sha256: string } }>;

/** The bytes never change; those that are erased are gone from here, and from caches when they forget them. */
const caching = 'public, max-age=31536000, immutable';

/** Opened for each answer: a file that is put in its place, as from a backup, is seen at once. */
/** @throws Problem `GONE` for what was erased, `NOT_FOUND` for what never was here */
async function find(file: string, sha256: string): Promise<Blob> {
  if (!isSha256(sha256) || !existsSync(file)) throw new Problem('NOT_FOUND');
  const blobs = SqliteBlobStore.open({ file, readOnly: true });
  try {
    const blob = await blobs.get(sha256);
    if (blob) return blob;
    throw new Problem((await blobs.isErased(sha256)) ? 'GONE' : 'NOT_FOUND');
  } finally {
    await blobs.close();
  }
}

/** `GET /blobs/{sha256}`: a text or a file to which the public record refers. */
export function serveBlobs(fastify: FastifyInstance, file: string, record: ReadSide): void {
  fastify.get('/blobs/:sha256', async (request: Asked, reply) => {
    const [, search = ''] = request.url.split('?', 2);
    readParameters({}, new URLSearchParams(search));
    record.position();
    const { sha256 } = request.params;
    const blob = await find(file, sha256);
    const etag = `"${sha256}"`;
    reply.headers({ etag, 'cache-control': caching });
    if (isKnown(request.headers, { etag })) return reply.code(304).send();
    // A browser may show it, and runs nothing of it.
    const policy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
    return reply
      .headers({ 'content-type': blob.mediaType, 'content-security-policy': policy })
      .send(blob.bytes);
  });
}
