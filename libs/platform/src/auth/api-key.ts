import { hash, randomBytes } from 'node:crypto';

/** `mbk_<actorId>_<32 random bytes, base64url>`; the actor id holds no underscore, the last part may. */
const format = /^mbk_([a-z0-9][a-z0-9.-]{0,99})_([A-Za-z0-9_-]{43})$/;

const secretBytes = 32;

export type ApiKey = Readonly<{ actorId: string; key: string }>;

/** A new key for an actor. The key itself is shown once and stored nowhere: keep `apiKeyHash(key)`. */
export function makeApiKey(actorId: string): ApiKey {
  const key = `mbk_${actorId}_${randomBytes(secretBytes).toString('base64url')}`;
  if (!format.test(key)) throw new Error(`${actorId} is no actor id of an API key`);
  return { actorId, key };
}

/** The actor whose key it claims to be; undefined where it is no API key of ours at all. */
export const actorIdOfApiKey = (key: string): string | undefined => format.exec(key)?.[1];

/** SHA-256, hex. 256 random bits need no slow hash. */
export const apiKeyHash = (key: string): string => hash('sha256', key);
