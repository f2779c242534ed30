import type { access } from '#governance';

/** Who asks, and what was granted to them. */
export type Principal = Readonly<{ actorId: string; grants: readonly access.Grant[] }>;

/** A principal as long as nothing changes: until the key or the token expires. Milliseconds since 1970. */
export type Authenticated = Readonly<{ principal: Principal; expiresAt: number }>;
