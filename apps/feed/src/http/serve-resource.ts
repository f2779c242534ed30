import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '#platform';
import type { DirectoryReader } from '#privacy';
import { InvalidCursor } from '#projections';
import type { Reads } from '#projections';
import { encodingMemory } from './accept-encoding.ts';
import { isKnown } from './conditional.ts';
import { Document } from './document.ts';
import type { Representation } from './document.ts';
import type { DocumentCache } from './document-cache.ts';
import { readParameters, wrongParameter } from './parameters.ts';
import type { Resource } from './resource.ts';

/** The read models as resources need them. */
export type ReadSide = Readonly<{
  /** Where the read models stand. @throws Problem `UNAVAILABLE` until they have caught up */
  position: () => number;
  read: <T>(query: (reads: Reads) => T) => T;
}>;

/** The directory of public names. */
export type Names = Pick<DirectoryReader, 'find' | 'version'>;

export type Serving = Readonly<{
  record: ReadSide;
  names: Names;
  cache: DocumentCache;
  publicUrl: () => string;
}>;

type Asked = FastifyRequest<{ Params: { id?: string } }>;

const preferredEncoding = encodingMemory();

function send(request: FastifyRequest, reply: FastifyReply, representation: Representation): FastifyReply {
  return isKnown(request.headers, representation)
    ? reply.code(304).headers(representation.notModifiedHeaders).send()
    : reply.headers(representation.headers).send(representation.bytes);
}

/** @throws Problem `NOT_FOUND`, `VALIDATION_FAILED` */
function render<Q>(
  resource: Resource<Q>,
  { record, names, publicUrl }: Serving,
  request: Asked,
  now: Date,
): Document {
  const [, search = ''] = (request.raw.url ?? '').split('?', 2);
  const query = readParameters(resource.parameters, new URLSearchParams(search));
  const id = request.params.id ?? '';
  const findName = (personId: string) => names.find(personId);
  try {
    const rendered = record.read((reads) =>
      resource.render({ reads, findName, id, query, now, publicUrl: publicUrl() }),
    );
    if (rendered === undefined) throw new Problem('NOT_FOUND');
    const { mediaType, cacheControl } = resource;
    return new Document({ ...rendered, body: JSON.stringify(rendered.body), mediaType, cacheControl });
  } catch (error) {
    if (error instanceof InvalidCursor) throw wrongParameter('cursor', error.message);
    throw error;
  }
}

/** The current document at an address: the one that was made before while nothing has changed. */
function find<Q>(resource: Resource<Q>, serving: Serving, request: Asked): Document {
  const { record, names, cache } = serving;
  const address = request.raw.url ?? '';
  const position = record.position();
  const stamp = resource.showsNames ? `${position} ${names.version()}` : position;
  const now = new Date();
  const current = cache.current(address, stamp, now.getTime());
  if (current) return current;
  const freshUntil = now.getTime() + (resource.holdsFor ?? Infinity);
  return cache.keep(address, render(resource, serving, request, now), stamp, freshUntil);
}

/** Lets a resource be read: GET and, by Fastify, HEAD. */
export function serveResource<Q>(fastify: FastifyInstance, resource: Resource<Q>, serving: Serving): void {
  fastify.get(resource.path, (request: Asked, reply) => {
    const encoding = preferredEncoding(request.headers['accept-encoding']);
    if (encoding === 'none') throw new Problem('NOT_ACCEPTABLE', { detail: 'Accept br, gzip or identity.' });
    const representation = find(resource, serving, request).in(encoding);
    return representation instanceof Promise
      ? representation.then((made) => send(request, reply, made))
      : send(request, reply, representation);
  });
}
