import { SetMetadata } from '@nestjs/common';
import type { access } from '#governance';

/** What a route needs of its caller. `secretary` includes admins, `auditor` includes secretaries and admins. */
export type Need = access.AccessRole | 'anyone';

/**
 * Where the body stands whose roles count:
 * `everywhere`: only a role in all bodies will do; `anywhere`: a role in any body will do;
 * a `field` of the request's body or a `query` parameter names it (left out: everywhere);
 * a path parameter (`param`) names it, or something that belongs to it;
 * a query parameter (`stream`) names a stream that belongs to it (left out, or of no body: everywhere).
 */
export type Scope =
  | 'everywhere'
  | 'anywhere'
  | Readonly<{ field: string }>
  | Readonly<{ query: string }>
  | Readonly<{ stream: string }>
  | Readonly<{ param: string; of: string }>;

/** What a route declares; a route that declares nothing keeps the app from starting. */
export type Access = Readonly<{ needs: Need; of: Scope }>;

const accessKey = 'minutebook:access';
const scopeKey = 'minutebook:scope';

export const declareAccess = (
  access: Partial<Access> & Pick<Access, 'needs'>,
): MethodDecorator & ClassDecorator => SetMetadata(accessKey, access);

/** The scope of a controller's routes, where they do not name another. */
export const declareScope = (scope: Scope): ClassDecorator => SetMetadata(scopeKey, scope);

function readAccess(handler: object, controller: object): Access | undefined {
  const declared = Reflect.getMetadata(accessKey, handler) as
    (Partial<Access> & Pick<Access, 'needs'>) | undefined;
  if (!declared) return undefined;
  const scope = declared.of ?? (Reflect.getMetadata(scopeKey, controller) as Scope | undefined);
  return scope === undefined && declared.needs !== 'anyone'
    ? undefined
    : { needs: declared.needs, of: scope ?? 'everywhere' };
}

const known = new WeakMap<object, WeakMap<object, Access>>();

/** What a route declares; undefined where it does not. Every request asks: looked up in the metadata once. */
export function accessOf(handler: object, controller: object): Access | undefined {
  const found = known.get(controller)?.get(handler);
  if (found) return found;
  const access = readAccess(handler, controller);
  const ofController = known.get(controller) ?? new WeakMap<object, Access>();
  if (access) known.set(controller, ofController.set(handler, access));
  return access;
}
