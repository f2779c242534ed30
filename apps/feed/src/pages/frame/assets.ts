import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { Problem } from '#platform';
import { encodingMemory } from '../../http/accept-encoding.ts';
import { isKnown } from '../../http/conditional.ts';
import { Document } from '../../http/document.ts';

/** In what is built, the assets lie beside the bundle that this module is a part of. */
const beside = import.meta.url.endsWith('/frame/assets.ts') || import.meta.url.endsWith('/frame/assets.js');
export const assetsFolder = new URL(beside ? '../../assets/' : './assets/', import.meta.url);

const mediaTypes = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
} as const;

export type Asset = Readonly<{ path: string; document: Document }>;

/** A file that never changes under its name: the name holds its hash. */
function asset(name: string, kind: keyof typeof mediaTypes): Asset {
  const body = readFileSync(new URL(`${name}.${kind}`, assetsFolder), 'utf8');
  const digest = hash('sha256', body, 'base64url').slice(0, 12);
  const document = new Document({
    body,
    mediaType: mediaTypes[kind],
    cacheControl: 'public, max-age=31536000, immutable',
  });
  return { path: `/assets/${name}-${digest}.${kind}`, document };
}

export const styleSheet = asset('style', 'css');
export const icon = asset('icon', 'svg');
/** Checks the proofs of a page when its reader asks for it. */
export const checkScript = asset('check', 'js');
/** Lets the history of a body be dragged through. */
export const replayScript = asset('replay', 'js');
/** Follows a meeting that goes on. */
export const liveScript = asset('live', 'js');

const preferredEncoding = encodingMemory();

/** `GET /assets/{name}-{hash}`: what pages are dressed with. */
export function serveAssets(fastify: FastifyInstance, assets: readonly Asset[]): void {
  for (const { path, document } of assets)
    fastify.get(path, async (request, reply) => {
      const encoding = preferredEncoding(request.headers['accept-encoding']);
      if (encoding === 'none') throw new Problem('NOT_ACCEPTABLE');
      const representation = await document.in(encoding);
      return isKnown(request.headers, representation)
        ? reply.code(304).headers(representation.notModifiedHeaders).send()
        : reply.headers(representation.headers).send(representation.bytes);
    });
}
