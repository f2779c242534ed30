import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '#platform';
import { readEntries } from '#public-record';
import { encodeBundle, parsePath, tileWidth, widthAt } from '#tlog';
import type { Tile } from '#tlog';
import { encodingMemory } from '../http/accept-encoding.ts';
import { Document } from '../http/document.ts';
import type { DocumentCache } from '../http/document-cache.ts';
import { readParameters } from '../http/parameters.ts';
import { sendRepresentation } from '../http/serve-resource.ts';
import { keysText, keyText, policyText } from './log-documents.ts';
import type { PublishedLog, ServedLog } from './published-log.ts';

export type LogServing = Readonly<{
  log: Pick<PublishedLog, 'current'>;
  cache: DocumentCache;
  publicUrl: () => string;
}>;

/** Under this prefix: a log in the format of C2SP tlog-tiles. */
export const logPrefix = '/log';

const text = 'text/plain; charset=utf-8';
const bytes = 'application/octet-stream';

/** A checkpoint is of use while it is young. */
const checkpointCaching = 'public, max-age=1, must-revalidate';
const seldomChanging = 'public, max-age=60';
/** A tile of this width never changes. */
const immutable = 'public, max-age=31536000, immutable';

/** What is not there yet may be there in a moment: no cache shall remember that it was not. */
export const notYet = (detail?: string): Problem =>
  new Problem('NOT_FOUND', {
    headers: { 'cache-control': 'no-store' },
    ...(detail !== undefined && { detail }),
  });

const documents: readonly Readonly<{
  path: string;
  cacheControl: string;
  body: (log: ServedLog, publicUrl: string) => string | undefined;
}>[] = [
  { path: 'checkpoint', cacheControl: checkpointCaching, body: ({ published }) => published?.note },
  { path: 'key', cacheControl: seldomChanging, body: ({ state }) => keyText(state) },
  { path: 'keys', cacheControl: seldomChanging, body: ({ state }) => keysText(state) || undefined },
  {
    path: 'policy',
    cacheControl: seldomChanging,
    body: ({ state }, publicUrl) => policyText(state, `${publicUrl}${logPrefix}`),
  },
];

type Named = NonNullable<ReturnType<typeof parsePath>>;

/** The tile at a path, if the tree has it, as wide as it is asked for. @throws Problem `NOT_FOUND` */
function tileAt(path: string, size: number): Named {
  const tile = parsePath(path);
  if (!tile) throw notYet();
  const level = tile.level === 'entries' ? 0 : tile.level;
  if (widthAt(level, tile.index, size) < tile.width) throw notYet();
  return tile;
}

async function bytesOf({ level, ...tile }: Named, { store, files }: ServedLog): Promise<Buffer> {
  if (level !== 'entries') return files.tile({ level, ...tile } satisfies Tile);
  const entries = await readEntries(store, tile.index * tileWidth, tile.width);
  return encodeBundle(entries.map(({ text }) => Buffer.from(text)));
}

const encodingOf = encodingMemory();

type AskedForTile = FastifyRequest<{ Params: { '*': string } }>;

const takesNothing = (request: FastifyRequest): void => {
  const [, search = ''] = request.url.split('?', 2);
  readParameters({}, new URLSearchParams(search));
};

/**
 * Tiles and bundles of entries. Only an address that names exactly one has an answer, and a tile that is not
 * there, or not as wide, is 404: that is how clients find the full tile that took the place of a partial one.
 */
function serveTiles(fastify: FastifyInstance, { log, cache }: LogServing): void {
  const find = async (path: string): Promise<Document> => {
    const served = log.current;
    const tile = tileAt(path, served.readable);
    const known = cache.current(path, 0, 0);
    if (known) return known;
    const body = await bytesOf(tile, served);
    const document = new Document({ body, mediaType: bytes, cacheControl: immutable });
    return cache.keep(path, document, 0, Infinity);
  };
  fastify.get(`${logPrefix}/tile/*`, async (request: AskedForTile, reply) => {
    takesNothing(request);
    const path = `tile/${request.params['*']}`;
    const document = await find(path);
    // Hashes do not become smaller.
    const coding = path.startsWith('tile/entries/')
      ? encodingOf(request.headers['accept-encoding'])
      : undefined;
    return sendRepresentation(request, reply, await document.in(coding === 'none' ? undefined : coding));
  });
}

/** `GET /log/…` (C2SP tlog-tiles), HEAD with it. */
export function serveLog(fastify: FastifyInstance, serving: LogServing): void {
  serveTiles(fastify, serving);
  for (const { path, cacheControl, body } of documents)
    fastify.get(`${logPrefix}/${path}`, (request: FastifyRequest, reply: FastifyReply) => {
      takesNothing(request);
      const made = body(serving.log.current, serving.publicUrl());
      if (made === undefined) throw notYet('Nothing has been signed yet.');
      const document = new Document({ body: made, mediaType: text, cacheControl });
      return sendRepresentation(request, reply, document.identity);
    });
}
