import { hash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Transform } from 'node:stream';
import { createBrotliCompress, createGzip, constants } from 'node:zlib';
import { setTimeout } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { EventStore } from '#event-store';
import { Problem } from '#platform';
import { readEntries } from '#public-record';
import type { Snapshot } from '#projections';
import type { Published } from '#transparency-log';
import { encodingMemory } from '../http/accept-encoding.ts';
import type { Encoding } from '../http/accept-encoding.ts';
import { isKnown } from '../http/conditional.ts';
import { Document } from '../http/document.ts';
import { readParameters } from '../http/parameters.ts';
import { json, listCaching } from '../http/resource.ts';
import { sendRepresentation } from '../http/serve-resource.ts';
import type { Serving } from '../http/serve-resource.ts';
import type { PublishedLog } from '../log/published-log.ts';
import type { PublicRecord } from '../record/public-record.ts';
import { csvOf, csvTables } from './csv.ts';
import { popoloOf } from './popolo.ts';

export type OpenDataServing = Pick<Serving, 'names' | 'publicUrl'> &
  Readonly<{ record: Pick<PublicRecord, 'snapshot'>; log: Pick<PublishedLog, 'current'> }>;

/** One state of the read models, and a checkpoint of the log that covers it. */
type State = Readonly<{ snapshot: Snapshot; checkpoint: Published }>;

type Dump = Readonly<{
  path: string;
  mediaType: string;
  title: string;
  /** How many entries of the record it tells of, from the first. */
  entries: (state: State) => number;
  pieces: (state: State, serving: OpenDataServing) => Iterable<string> | AsyncIterable<string>;
}>;

/** Entries read at a time. */
const page = 256;

async function* linesOf(store: EventStore, entries: number): AsyncGenerator<string> {
  for (let next = 0; next < entries;) {
    const read = await readEntries(store, next, Math.min(page, entries - next));
    if (read.length === 0) return;
    yield read.map(({ text }) => `${text}\n`).join('');
    next += read.length;
  }
}

/** Every entry as its bytes are hashed, one a line: canonical JSON has no line breaks. */
const entries: Dump = {
  path: '/open-data/record.ndjson',
  mediaType: 'application/x-ndjson; charset=utf-8',
  title: 'Every entry of the public record, one a line, as its bytes are hashed in the log',
  entries: ({ checkpoint }) => checkpoint.size,
  pieces: ({ checkpoint: { size } }, { log }) => linesOf(log.current.store, size),
};

const toldOf = ({ snapshot: { position }, checkpoint: { size, root, note } }: State) => ({
  entries: position,
  checkpoint: { size, root, note },
});

const popolo: Dump = {
  path: '/open-data/popolo.json',
  mediaType: json,
  title: 'Bodies, seats, who sat in them, motions, votes and meetings in the terms of Popolo',
  entries: ({ snapshot }) => snapshot.position,
  pieces: (state, { names, publicUrl }) =>
    popoloOf(
      { reads: state.snapshot.reads, findName: (id) => names.find(id), publicUrl: publicUrl() },
      toldOf(state),
    ),
};

const tables = Object.entries(csvTables).map(([name, table]): Dump => ({
  path: `/open-data/${name}.csv`,
  mediaType: 'text/csv; charset=utf-8; header=present',
  title: `${name} as a table (RFC 4180)`,
  entries: ({ snapshot }) => snapshot.position,
  pieces: ({ snapshot }) => csvOf(table, snapshot.reads),
}));

export const dumps: readonly Dump[] = [entries, popolo, ...tables];

/** Milliseconds. A checkpoint comes a second after what it covers. */
const lookAgainAfter = 50;
const patience = 5_000;

/** @throws Problem `UNAVAILABLE` where no checkpoint comes that covers it */
async function checkpointOver(log: OpenDataServing['log'], position: number): Promise<Published> {
  for (const until = Date.now() + patience; ;) {
    const { published } = log.current;
    if (published && published.size >= position) return published;
    if (Date.now() > until)
      throw new Problem('UNAVAILABLE', {
        detail:
          'No checkpoint covers yet what would be told. Send the request again after Retry-After seconds.',
        headers: { 'retry-after': '2' },
      });
    await setTimeout(lookAgainAfter);
  }
}

/** What is given away at a time. */
const pieceSize = 16_384;

/** Between two pieces others are served; in the end the state is let go, also where the reader left. */
async function* inTurns(
  pieces: Iterable<string> | AsyncIterable<string>,
  close: () => void,
): AsyncGenerator<string> {
  try {
    let text = '';
    for await (const piece of pieces) {
      text += piece;
      if (text.length < pieceSize) continue;
      yield text;
      text = '';
    }
    if (text !== '') yield text;
  } finally {
    close();
  }
}

const compressors: Readonly<Record<Encoding, () => Transform>> = {
  br: () => createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: () => createGzip(),
};

const preferredEncoding = encodingMemory();

function encodingOf(request: FastifyRequest): Encoding | undefined {
  const encoding = preferredEncoding(request.headers['accept-encoding']);
  if (encoding === 'none') throw new Problem('NOT_ACCEPTABLE', { detail: 'Accept br, gzip or identity.' });
  return encoding;
}

/** Everything that its bytes depend on; each coding is another representation. */
const etagOf = (
  { path }: Dump,
  { snapshot, checkpoint }: State,
  { names, publicUrl }: OpenDataServing,
): string =>
  hash(
    'sha256',
    JSON.stringify([path, snapshot.position, checkpoint.root, checkpoint.note, names.version(), publicUrl()]),
    'base64url',
  ).slice(0, 22);

async function answer(
  dump: Dump,
  serving: OpenDataServing,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const [, search = ''] = request.url.split('?', 2);
  readParameters({}, new URLSearchParams(search));
  const encoding = encodingOf(request);
  const snapshot = serving.record.snapshot();
  try {
    const checkpoint = await checkpointOver(serving.log, snapshot.position);
    const state = { snapshot, checkpoint };
    const etag = `"${etagOf(dump, state, serving)}${encoding === undefined ? '' : `-${encoding}`}"`;
    void reply.headers({ etag, 'cache-control': listCaching, vary: 'accept-encoding' });
    const hasIt = isKnown(request.headers, { etag });
    if (!hasIt) void reply.headers(describe(dump, state, encoding, serving));
    if (hasIt || request.method === 'HEAD') {
      snapshot.close();
      return await reply.code(hasIt ? 304 : 200).send();
    }
    const pieces = Readable.from(inTurns(dump.pieces(state, serving), snapshot.close));
    return await reply.send(encoding === undefined ? pieces : pieces.compose(compressors[encoding]()));
  } catch (error) {
    snapshot.close();
    throw error;
  }
}

/** The checkpoint goes with the bytes: a tree head and where it is told of. */
const describe = (
  dump: Dump,
  state: State,
  encoding: Encoding | undefined,
  { publicUrl }: OpenDataServing,
) => ({
  'content-type': dump.mediaType,
  ...(encoding !== undefined && { 'content-encoding': encoding }),
  'minutebook-entries': String(dump.entries(state)),
  'minutebook-checkpoint': `${state.checkpoint.size} ${state.checkpoint.root}`,
  link: `<${publicUrl()}/open-data>; rel="collection", <${publicUrl()}/log/checkpoint>; rel="describedby"`,
});

/** `GET /open-data`: what there is, and the checkpoint that covers it now. */
function index({ log, publicUrl }: OpenDataServing): object {
  const { published } = log.current;
  return {
    title: 'The public record as open data',
    checkpoint: published && { size: published.size, root: published.root, note: published.note },
    files: dumps.map(({ path, mediaType, title }) => ({
      href: `${publicUrl()}${path}`,
      type: mediaType,
      title,
    })),
  };
}

/** Whole copies of the public record in several forms, in pieces: memory does not grow with the record. */
export function serveOpenData(fastify: FastifyInstance, serving: OpenDataServing): void {
  const route = { method: ['GET', 'HEAD'], exposeHeadRoute: false };
  fastify.route({
    ...route,
    url: '/open-data',
    handler: (request, reply) => {
      const [, search = ''] = request.url.split('?', 2);
      readParameters({}, new URLSearchParams(search));
      const content = { body: JSON.stringify(index(serving)), mediaType: json, cacheControl: listCaching };
      return sendRepresentation(request, reply, new Document(content).identity);
    },
  });
  for (const dump of dumps)
    fastify.route({
      ...route,
      url: dump.path,
      handler: (request, reply) => answer(dump, serving, request, reply),
    });
}
