import type { FastifyInstance, FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify';
import { Problem } from '#platform';
import type { DirectoryReader } from '#privacy';
import { InvalidCursor } from '#projections';
import type { Reads } from '#projections';
import type { PublishedLog } from '../log/published-log.ts';
import { encodingMemory } from './accept-encoding.ts';
import { isKnown } from './conditional.ts';
import { Document } from './document.ts';
import type { Representation } from './document.ts';
import type { DocumentCache } from './document-cache.ts';
import { readParameters, wrongParameter } from './parameters.ts';
import { languageFor, prefersPage } from './negotiation.ts';
import { basePath, documentCaching } from './resource.ts';
import type { CopyOf, Resource, Vouching } from './resource.ts';

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
  log: Pick<PublishedLog, 'coverageOf' | 'countersigningOf'>;
  cache: DocumentCache;
  publicUrl: () => string;
  /** Of the pages: BCP 47, the default first. */
  languages: readonly string[];
  copy?: CopyOf;
}>;

type PathParameters = { id?: string; page?: string };
type Asked = FastifyRequest<{ Params: PathParameters }>;

const preferredEncoding = encodingMemory();

/** Sends it, or only that the client has it already. */
export function sendRepresentation(
  request: FastifyRequest,
  reply: FastifyReply,
  representation: Representation,
): FastifyReply {
  return isKnown(request.headers, representation)
    ? reply.code(304).headers(representation.notModifiedHeaders).send()
    : reply.headers(representation.headers).send(representation.bytes);
}

/** @throws Problem `NOT_FOUND`, `VALIDATION_FAILED` */
function render<Q>(
  resource: Resource<Q>,
  { record, names, log, publicUrl, languages: [fallback = 'en'], copy }: Serving,
  request: Asked,
  now: Date,
): Document {
  const [, search = ''] = (request.raw.url ?? '').split('?', 2);
  const given = new URLSearchParams(search);
  if (resource.takesForms)
    for (const name of [...given.keys()]) if (given.get(name) === '') given.delete(name);
  const query = readParameters(resource.parameters, given);
  const { id = '', page } = request.params;
  const vouching: Vouching = {
    coverageOf: (index) => log.coverageOf(index),
    countersigningOf: (index, witnesses) => log.countersigningOf(index, witnesses),
  };
  const findName = (personId: string) => names.find(personId);
  const { lang = fallback } = resource;
  const asked = { findName, ...vouching, id, page, query, lang, now, publicUrl: publicUrl(), copy };
  try {
    const rendered = record.read((reads) => resource.render({ reads, ...asked }));
    if (rendered === undefined) throw new Problem('NOT_FOUND');
    const { mediaType, cacheControl, hasPage, encode = JSON.stringify } = resource;
    const vary = hasPage && 'accept';
    return new Document({ ...rendered, body: encode(rendered.body), mediaType, cacheControl, vary });
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

/** The page about the same thing, in the language that the reader asks for. */
function sendToPage(request: Asked, reply: FastifyReply, { languages, publicUrl }: Serving): FastifyReply {
  const lang = languageFor(request.headers['accept-language'], languages);
  return reply
    .code(303)
    .headers({
      location: `${basePath(publicUrl())}/${lang}${request.raw.url ?? '/'}`,
      vary: 'accept, accept-language',
      'cache-control': documentCaching,
    })
    .send();
}

/** Lets a resource be read: GET and, by Fastify, HEAD. */
export function serveResource<Q>(
  fastify: FastifyInstance,
  resource: Resource<Q>,
  serving: Serving,
  options: Pick<RouteShorthandOptions, 'errorHandler'> = {},
): void {
  const handle = (request: Asked, reply: FastifyReply) => {
    if (resource.hasPage && prefersPage(request.headers.accept)) return sendToPage(request, reply, serving);
    const encoding = preferredEncoding(request.headers['accept-encoding']);
    if (encoding === 'none') throw new Problem('NOT_ACCEPTABLE', { detail: 'Accept br, gzip or identity.' });
    const representation = find(resource, serving, request).in(encoding);
    return representation instanceof Promise
      ? representation.then((made) => sendRepresentation(request, reply, made))
      : sendRepresentation(request, reply, representation);
  };
  fastify.get<{ Params: PathParameters }>(resource.path, options, handle);
}

/**
 * Lets what says fixed words be read in every language: in the default one at its path, in the others below theirs.
 * The path below the default language leads to the one without.
 */
export function serveInLanguages<Q>(fastify: FastifyInstance, resource: Resource<Q>, serving: Serving): void {
  const [first = 'en', ...others] = serving.languages;
  const inLanguage = (lang: string, path: string): Resource<Q> => ({
    ...resource,
    path,
    lang,
    render: (rendering) => {
      const rendered = resource.render(rendering);
      return rendered && { ...rendered, headers: { ...rendered.headers, 'content-language': lang } };
    },
  });
  serveResource(fastify, inLanguage(first, resource.path), serving);
  for (const lang of others) serveResource(fastify, inLanguage(lang, `/${lang}${resource.path}`), serving);
  fastify.get(`/${first}${resource.path}`, (request, reply) => {
    const location = `${basePath(serving.publicUrl())}${request.url.slice(first.length + 1)}`;
    return reply.code(308).headers({ location, 'cache-control': documentCaching }).send();
  });
}
