import { hash } from 'node:crypto';
import { access } from '#governance';
import { Problem } from '#platform';
import { actorBySubject } from '#projections';
import type { ReadModelReader } from '#projections';
import type { StreamWriter } from '#recording';
import type { AccessTokens } from './access-tokens.ts';
import type { Authenticated } from './principal.ts';

/** A subject as it is kept: an issuer's names for people stand nowhere. */
export const subjectHash = (subject: string): string => hash('sha256', subject);

export type SubjectPorts = Readonly<{
  tokens: AccessTokens;
  writer: StreamWriter;
  reader: Pick<ReadModelReader, 'read'>;
}>;

/**
 * The enrolled actor of an access token, with what was granted and what the token's claims stand for.
 *
 * @throws Problem `TOKEN_NOT_ACCEPTED`, `ISSUER_UNAVAILABLE`, `ACTOR_NOT_ENROLLED`
 */
export async function authenticateSubject(
  { tokens, writer, reader }: SubjectPorts,
  token: string,
): Promise<Authenticated> {
  const { issuer, subject, expiresAt, grants } = await tokens.verify(token);
  const actor = reader.read((reads) => actorBySubject(reads, issuer, subjectHash(subject)));
  if (!actor) throw new Problem('ACTOR_NOT_ENROLLED');
  const { state, revision } = await writer.load(access.decider, actor.actorId);
  if (!access.isActive(state, new Date().toISOString())) throw new Problem('ACTOR_NOT_ENROLLED');
  const principal = {
    actorId: actor.actorId,
    grants: [...state.grants, ...grants],
    expiresAt: expiresAt * 1000,
  };
  return { principal, revision };
}
