import type { access } from '#governance';

/** Who may act, and as what. Never names a person: labels are given by the operator. */
export type ActorView = Readonly<{
  actorId: string;
  label: string;
  kind: 'key' | 'subject';
  /** The key may not be used from this instant on. */
  expiresAt?: string;
  revoked: boolean;
  grants: readonly access.Grant[];
}>;
