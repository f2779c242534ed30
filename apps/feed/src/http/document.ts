import { hash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Encoding } from './accept-encoding.ts';

/** What a resource is at a time, before it is dressed for the wire. */
export type Content = Readonly<{
  body: string | Buffer;
  mediaType: string;
  cacheControl: string;
  /** When it changed last, ISO 8601; only where that is known. */
  modifiedAt?: string | undefined;
  /** Request headers, besides accept-encoding, by which an answer is chosen; lower case. */
  vary?: string | undefined;
  /** Further headers. */
  headers?: Readonly<Record<string, string>> | undefined;
}>;

/** The bytes of a document in one content coding, with everything that is said of them. */
export type Representation = Readonly<{
  bytes: Buffer;
  etag: string;
  lastModified?: string | undefined;
  headers: Readonly<Record<string, string>>;
  /** Of a 304: the headers that a cache updates (RFC 9110 §15.4.5). */
  notModifiedHeaders: Readonly<Record<string, string>>;
}>;

/** Bytes below which a coding costs more than it saves. */
const worthCompressing = 1024;

/** Quality 5 is about as small as gzip's best and quicker; each version of a document is compressed once. */
const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

const compressors: Readonly<Record<Encoding, (bytes: Buffer) => Promise<Buffer>>> = {
  br: (bytes) => promisify(brotliCompress)(bytes, brotli),
  gzip: (bytes) => promisify(gzip)(bytes),
};

const httpDate = (iso: string): string => new Date(iso).toUTCString();

/** Nobody guesses 16 bytes of SHA-256; 22 characters in every answer are enough. */
const digestOf = (body: Buffer): string => hash('sha256', body, 'buffer').toString('base64url', 0, 16);

/** One version of a resource. Each coding is another representation with its own strong tag (RFC 9110 §8.8.3.3). */
export class Document {
  readonly digest: string;
  readonly identity: Representation;
  readonly #content: Content;
  readonly #encoded = new Map<Encoding, Representation | Promise<Representation>>();

  constructor(content: Content) {
    const { body } = content;
    const bytes = typeof body === 'string' ? Buffer.from(body) : body;
    this.#content = content;
    this.digest = digestOf(bytes);
    this.identity = this.#represent(bytes);
  }

  /** Bytes that the document keeps in memory, compressed forms included, at most. */
  get size(): number {
    return 2 * this.identity.bytes.length;
  }

  /** At once where it has been made before. */
  in(encoding: Encoding | undefined): Representation | Promise<Representation> {
    if (encoding === undefined || this.identity.bytes.length < worthCompressing) return this.identity;
    return this.#encoded.get(encoding) ?? this.#encode(encoding);
  }

  async #encode(encoding: Encoding): Promise<Representation> {
    const making = compressors[encoding](this.identity.bytes);
    const made = making.then((bytes) => this.#represent(bytes, encoding));
    this.#encoded.set(encoding, made);
    const representation = await made;
    this.#encoded.set(encoding, representation);
    return representation;
  }

  #represent(bytes: Buffer, encoding?: Encoding): Representation {
    const { mediaType, cacheControl, modifiedAt, headers, vary } = this.#content;
    const etag = `"${this.digest}${encoding === undefined ? '' : `-${encoding}`}"`;
    const lastModified = modifiedAt && httpDate(modifiedAt);
    const notModifiedHeaders = {
      etag,
      'cache-control': cacheControl,
      vary: vary === undefined ? 'accept-encoding' : `${vary}, accept-encoding`,
      ...(lastModified !== undefined && { 'last-modified': lastModified }),
    };
    return {
      bytes,
      etag,
      lastModified,
      notModifiedHeaders,
      headers: {
        ...notModifiedHeaders,
        ...headers,
        'content-type': mediaType,
        ...(encoding !== undefined && { 'content-encoding': encoding }),
      },
    };
  }
}
