import { timingSafeEqual } from 'node:crypto';
import { access } from '#governance';
import { actorIdOfApiKey, apiKeyHash, Problem } from '#platform';
import type { StreamWriter } from '#recording';
import type { Authenticated } from './principal.ts';

/** Compared in constant time, so that an answer's delay says nothing of the hash. */
const sameHash = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

const expiryOf = ({ expiresAt }: access.AccessState): number =>
  expiresAt === undefined ? Infinity : Date.parse(expiresAt);

/**
 * The actor of an API key, read from the actor's own stream: what was revoked there is revoked now.
 *
 * @throws Problem `KEY_NOT_ACCEPTED`
 */
export async function authenticateKey(writer: StreamWriter, key: string): Promise<Authenticated> {
  const actorId = actorIdOfApiKey(key);
  if (actorId === undefined) throw new Problem('KEY_NOT_ACCEPTED');
  const { state, revision } = await writer.load(access.decider, actorId);
  const known = sameHash(apiKeyHash(key), state.secretSha256 ?? '');
  if (!known || !access.isActive(state, new Date().toISOString())) throw new Problem('KEY_NOT_ACCEPTED');
  return { principal: { actorId, grants: state.grants, expiresAt: expiryOf(state) }, revision };
}
