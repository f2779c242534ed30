import type { FastifyRequest } from 'fastify';
import type { access } from '#governance';

/** Who asks, and in which role the guard let it pass. */
export type Acting = Readonly<{ actorId: string; role: access.AccessRole; grants: readonly access.Grant[] }>;

/** A request as it is behind the guard. */
export type GuardedRequest = FastifyRequest & { acting?: Acting };
