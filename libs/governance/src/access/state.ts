import type { When } from '../kernel/index.ts';
import type { AccessEvent, Grant } from './events.ts';

/** An actor: who may act by an API key or by the tokens of an identity provider, and what is granted to them. */
export type AccessState = Readonly<{
  kind: 'none' | 'key' | 'subject';
  secretSha256?: string;
  expiresAt?: string;
  revokedAt?: When;
  grants: readonly Grant[];
}>;

export const noActor: AccessState = { kind: 'none', grants: [] };

export const isSameGrant = (a: Grant, b: Grant): boolean => a.role === b.role && a.bodyId === b.bodyId;

export function evolve(state: AccessState, event: AccessEvent, at: When): AccessState {
  switch (event.type) {
    case 'KeyIssued': {
      const { secretSha256, expiresAt } = event;
      return { ...state, kind: 'key', secretSha256, ...(expiresAt !== undefined && { expiresAt }) };
    }
    case 'SubjectEnrolled':
      return { ...state, kind: 'subject' };
    case 'RoleGranted': {
      const { role, bodyId } = event;
      return { ...state, grants: [...state.grants, { role, ...(bodyId !== undefined && { bodyId }) }] };
    }
    case 'RoleRevoked':
      return { ...state, grants: state.grants.filter((grant) => !isSameGrant(grant, event)) };
    case 'KeyRevoked':
      return { ...state, revokedAt: at };
  }
}

/**
 * Whether the actor may act at all. A revoked key is dead from the moment the revocation is in the record,
 * whatever time it is said to have happened.
 *
 * @param now ISO 8601 instant
 */
export const isActive = ({ kind, revokedAt, expiresAt }: AccessState, now: string): boolean =>
  kind !== 'none' &&
  revokedAt === undefined &&
  (expiresAt === undefined || Date.parse(now) < Date.parse(expiresAt));
