import type { access } from '#governance';

/** Who asks, what was granted to them, and until when the key or the token is good (milliseconds since 1970). */
export type Principal = Readonly<{ actorId: string; grants: readonly access.Grant[]; expiresAt: number }>;

/** A principal as of a revision of the actor's stream. */
export type Authenticated = Readonly<{ principal: Principal; revision: number }>;
