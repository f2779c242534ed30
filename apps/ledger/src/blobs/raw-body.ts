import type { FastifyInstance, FastifyRequest } from 'fastify';
import { maxBlobBytes } from '#blobs';
import { Problem } from '#platform';

/** In the configuration of a route: it takes bytes of any type. All others read JSON and nothing else. */
export const rawBody = { rawBody: true } as const;

const takesBytes = ({ routeOptions }: FastifyRequest): boolean =>
  (routeOptions.config as Partial<typeof rawBody>).rawBody === true;

const tooLarge = (bytes: number): Problem =>
  new Problem('BLOB_TOO_LARGE', { inputs: { bytes, limit: maxBlobBytes } });

/** @throws Problem `BLOB_TOO_LARGE`, before more than the limit is in memory */
async function collect({ headers }: FastifyRequest, payload: AsyncIterable<Buffer>): Promise<Buffer> {
  const announced = Number(headers['content-length'] ?? 0);
  if (announced > maxBlobBytes) throw tooLarge(announced);
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of payload) {
    bytes += chunk.length;
    if (bytes > maxBlobBytes) throw tooLarge(bytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Reads bodies of every other type than JSON as bytes, where the route takes them. */
export function readRawBodies(fastify: FastifyInstance): void {
  fastify.addContentTypeParser('*', async (request: FastifyRequest, payload: AsyncIterable<Buffer>) => {
    if (!takesBytes(request)) throw new Problem('UNSUPPORTED_MEDIA_TYPE');
    return collect(request, payload);
  });
}
