import type { IncomingHttpHeaders } from 'node:http';

/** What a client may know of a representation already. */
export type Validators = Readonly<{ etag: string; lastModified?: string | undefined }>;

const entityTag = /(?:W\/)?("[\x21\x23-\x7e\x80-\xff]*")/g;

/** Compares weakly, as If-None-Match must (RFC 9110 §13.1.2). */
function isNamed(header: string, etag: string): boolean {
  if (header.trim() === '*') return true;
  for (const [, opaque] of header.matchAll(entityTag)) if (opaque === etag) return true;
  return false;
}

/** Whether the client has this representation: 304 instead of 200 (RFC 9110 §13.2.2). */
export function isKnown(headers: IncomingHttpHeaders, { etag, lastModified }: Validators): boolean {
  const noneMatch = headers['if-none-match'];
  if (noneMatch !== undefined) return isNamed(noneMatch, etag);
  const since = headers['if-modified-since'];
  return since !== undefined && lastModified !== undefined && Date.parse(lastModified) <= Date.parse(since);
}
