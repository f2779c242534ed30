import Fastify from 'fastify';
import type { CopyOf } from '../http/resource.ts';
import { serveRecord } from '../serve-record.ts';
import type { Readable } from '../serve-record.ts';
import type { Address } from './addresses.ts';

/** What the feed answers at an address. */
export type Answer = Readonly<{ mediaType: string; policy: string | undefined; bytes: Buffer }>;

export type SiteFeed = Readonly<{
  /** undefined for what is not there. @throws Error for what cannot be rendered */
  get: (address: Address) => Promise<Answer | undefined>;
  /** Whether there is something; asked again, it is remembered. */
  has: (address: Address) => Promise<boolean>;
  /** Whatever the status. */
  body: (address: Address) => Promise<string>;
  close: () => Promise<void>;
}>;

/** Longer than any id. */
const maxParamLength = 500;

/** The feed's own routes, without a socket: the bytes are those that it sends. */
export function siteFeed(readable: Readable & Readonly<{ copy: CopyOf }>): SiteFeed {
  const fastify = Fastify({ routerOptions: { maxParamLength } });
  serveRecord(fastify, readable);
  const known = new Map<Address, boolean>();
  const get = async (address: Address): Promise<Answer | undefined> => {
    const { statusCode, headers, rawPayload, body } = await fastify.inject({ url: address });
    if (statusCode >= 500) throw new Error(`${address} cannot be rendered: ${statusCode} ${body}`);
    known.set(address, statusCode === 200);
    if (statusCode !== 200) return undefined;
    const policy = headers['content-security-policy'];
    return {
      mediaType: String(headers['content-type']).split(';', 1)[0] ?? '',
      policy: typeof policy === 'string' ? policy : undefined,
      bytes: rawPayload,
    };
  };
  return {
    get,
    has: async (address) => known.get(address) ?? (await get(address)) !== undefined,
    body: async (address) => (await fastify.inject({ url: address })).body,
    close: () => fastify.close(),
  };
}
