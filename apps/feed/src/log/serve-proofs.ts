import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from '#platform';
import { formatProof, inclusionProof } from '#tlog';
import { checkpointOf } from '#transparency-log';
import type { Published } from '#transparency-log';
import { Document } from '../http/document.ts';
import { readParameters, wholeNumber } from '../http/parameters.ts';
import { documentCaching } from '../http/resource.ts';
import { sendRepresentation } from '../http/serve-resource.ts';
import type { PublishedLog, ServedLog } from './published-log.ts';
import { notYet } from './serve-log.ts';

type Asked = FastifyRequest<{ Params: { index: string } }>;

const parameters = { size: wholeNumber(1, 999_999_999_999_999) };

/** @throws Problem `NOT_FOUND` */
function indexOf({ params }: Asked): number {
  if (!/^(?:0|[1-9]\d{0,14})$/.test(params.index)) throw new Problem('NOT_FOUND');
  return Number(params.index);
}

/** @throws Problem `NOT_FOUND` */
async function checkpointFor({ store, published }: ServedLog, size: number | undefined): Promise<Published> {
  if (!published) throw notYet('Nothing has been signed yet.');
  if (size === undefined || size === published.size) return published;
  const found = size < published.size ? await checkpointOf(store, size) : undefined;
  if (!found)
    throw notYet(`No checkpoint of ${size} entries was published; the latest covers ${published.size}.`);
  return found;
}

/**
 * `GET /proofs/{index}`: that an entry is in the log, in one file that can be checked without a network (C2SP
 * tlog-proof), by the latest checkpoint or by the one of `?size=` entries.
 */
export function serveProofs(fastify: FastifyInstance, log: Pick<PublishedLog, 'current'>): void {
  fastify.get('/proofs/:index', async (request: Asked, reply) => {
    const [, search = ''] = request.url.split('?', 2);
    const { size } = readParameters<{ size?: number }>(parameters, new URLSearchParams(search));
    const index = indexOf(request);
    const served = log.current;
    const { size: covered, note } = await checkpointFor(served, size);
    if (index >= covered)
      throw notYet(`The checkpoint covers ${covered} entries: ${index} is not one of them.`);
    const hashes = await inclusionProof(index, covered, served.files.subtrees(covered));
    const document = new Document({
      body: formatProof({ index, hashes, checkpoint: note }),
      mediaType: 'text/plain; charset=utf-8',
      cacheControl: documentCaching,
      headers: { 'content-disposition': `attachment; filename="entry-${index}.tlog-proof"` },
    });
    return sendRepresentation(request, reply, document.identity);
  });
}
