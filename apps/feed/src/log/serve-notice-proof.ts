import type { FastifyInstance, FastifyRequest } from 'fastify';
import { streamName } from '#governance';
import type { Recorded } from '#governance';
import { noticeProof } from '#notice-proof';
import { Problem } from '#platform';
import { decodePublicEntry, readEntries, recordedOf } from '#public-record';
import { proveEntry } from '#transparency-log';
import { Document } from '../http/document.ts';
import { readParameters } from '../http/parameters.ts';
import { documentCaching, json } from '../http/resource.ts';
import { sendRepresentation } from '../http/serve-resource.ts';
import type { ReadSide } from '../http/serve-resource.ts';
import { publishedOf } from '../record/published.ts';
import type { PublishedLog, ServedLog } from './published-log.ts';

type Asked = FastifyRequest<{ Params: { id: string } }>;

export type NoticeProofServing = Readonly<{ record: ReadSide; log: Pick<PublishedLog, 'current'> }>;

/** The public events of a stream; `position` is one more than the index in the log. */
async function eventsOf(
  stream: string,
  record: ReadSide,
  { store }: ServedLog,
): Promise<readonly Recorded[]> {
  const events: Recorded[] = [];
  for (const { index } of record.read((reads) => publishedOf(reads, stream))) {
    const [stored] = await readEntries(store, index, 1);
    const entry = stored && decodePublicEntry(stored.text);
    if (entry?.kind === 'event') events.push(recordedOf(entry, index + 1));
  }
  return events;
}

/**
 * `GET /meetings/{id}/notice-proof`: what witnesses prove of the notice of a meeting, in one document that can be
 * checked without a network: entries, their proofs, and the checkpoints that witnesses cosigned.
 */
export function serveNoticeProof(fastify: FastifyInstance, { record, log }: NoticeProofServing): void {
  fastify.get('/meetings/:id/notice-proof', async (request: Asked, reply) => {
    const [, search = ''] = request.url.split('?', 2);
    readParameters({}, new URLSearchParams(search));
    const served = log.current;
    const { store, coverage, state, files } = served;
    const proving = {
      store,
      coverage: coverage.state,
      state,
      subtrees: (size: number) => files.subtrees(size),
    };
    const found = await noticeProof({
      meetingId: request.params.id,
      eventsOf: (category, streamId) => eventsOf(streamName(category, streamId), record, served),
      prove: ({ position }) => proveEntry(proving, position - 1),
    });
    if (!found) throw new Problem('NOT_FOUND');
    const body = JSON.stringify(found);
    const document = new Document({ body, mediaType: json, cacheControl: documentCaching });
    return sendRepresentation(request, reply, document.identity);
  });
}
