import { Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { access } from '#governance';
import { Problem } from '#platform';
import { accessOf } from '../platform/access.ts';
import type { Access, Scope } from '../platform/access.ts';
import { isId } from '../platform/fields.ts';
import type { GuardedRequest } from '../platform/request.ts';
import { Authenticator } from './authenticator.ts';
import { BodiesOf } from './bodies-of.ts';
import type { Principal } from './principal.ts';
import { roleFor } from './roles.ts';
import type { Where } from './roles.ts';

type Texts = Readonly<Record<string, unknown>> | undefined;

const named = (bodyId: unknown): Where => (isId(bodyId) ? { bodyId } : 'everywhere');

const forbidden = (needs: Access['needs'], where: Where): Problem =>
  new Problem('FORBIDDEN', {
    inputs: {
      needs,
      ...(typeof where === 'object' ? where : { in: where === 'anywhere' ? 'any body' : 'all bodies' }),
    },
  });

/** Lets pass who has the role that the route declares it needs. Denies everything else. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly authenticator: Authenticator,
    private readonly bodies: BodiesOf,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const declared = accessOf(context.getHandler(), context.getClass());
    if (!declared) throw new Error('a route declares no access');
    if (declared.needs === 'anyone') return true;
    const request = context.switchToHttp().getRequest<GuardedRequest>();
    const principal = await this.authenticator.authenticate(request.headers.authorization, request.ip);
    const where = await this.#where(declared.of, request, principal);
    const role = roleFor(principal.grants, declared.needs, where);
    if (!role) throw forbidden(declared.needs, where);
    request.acting = { ...principal, role };
    return true;
  }

  #where(scope: Scope, request: FastifyRequest, principal: Principal): Where | Promise<Where> {
    if (typeof scope === 'string') return scope;
    if ('field' in scope) return named((request.body as Texts)?.[scope.field]);
    if ('query' in scope) return named((request.query as Texts)?.[scope.query]);
    if ('stream' in scope) return this.#bodyOfStream((request.query as Texts)?.[scope.stream]);
    const id = (request.params as Texts)?.[scope.param];
    if (!this.bodies.isIdOf(scope.of, id)) throw new Problem('ID_INVALID', { inputs: { [scope.param]: id } });
    return this.#bodyIn(scope.of, id, principal.grants);
  }

  async #bodyOfStream(stream: unknown): Promise<Where> {
    return typeof stream === 'string' ? named(await this.bodies.bodyOfStream(stream)) : 'everywhere';
  }

  /** Of what is not there, nobody but those with a role in all bodies learns more than that it is not there. */
  async #bodyIn(category: string, id: string, grants: readonly access.Grant[]): Promise<Where> {
    const bodyId = await this.bodies.bodyOf(category, id);
    if (bodyId !== undefined) return { bodyId };
    if (grants.some((grant) => grant.bodyId === undefined)) return 'everywhere';
    throw new Problem('NOT_FOUND');
  }
}
