import type { FastifyRequest } from 'fastify';
import type { access } from '#governance';
import type { Principal } from '../auth/principal.ts';

/** Who asks, and in which role the guard let it pass. */
export type Acting = Principal & Readonly<{ role: access.AccessRole }>;

/** A request as it is behind the guard. */
export type GuardedRequest = FastifyRequest & { acting?: Acting };
