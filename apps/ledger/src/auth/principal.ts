import type { access } from '#governance';

/** Who asks, and what was granted to them. */
export type Principal = Readonly<{ actorId: string; grants: readonly access.Grant[] }>;

/**
 * A principal as of a revision of the actor's stream, until the key or the token expires (milliseconds since
 * 1970).
 */
export type Authenticated = Readonly<{ principal: Principal; revision: number; expiresAt: number }>;
