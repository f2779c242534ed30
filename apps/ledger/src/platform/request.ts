import type { access } from '#governance';

/** Who asks, and in which role the guard let it pass. */
export type Acting = Readonly<{ actorId: string; role: access.AccessRole; grants: readonly access.Grant[] }>;

declare module 'fastify' {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- augmentation needs an interface
  interface FastifyRequest {
    acting?: Acting;
  }
}
