import type { access } from '#governance';
import type { Need } from '../platform/access.ts';

type Role = access.AccessRole;

/** Roles that satisfy a need, the narrowest first: it is the one that stands in the record. */
const satisfying: Readonly<Record<Exclude<Need, 'anyone'>, readonly Role[]>> = {
  auditor: ['auditor', 'secretary', 'admin'],
  secretary: ['secretary', 'admin'],
  admin: ['admin'],
};

/** For which body a role is needed: a certain one, any one, or all of them. */
export type Where = Readonly<{ bodyId: string }> | 'anywhere' | 'everywhere';

const covers = (grant: access.Grant, where: Where): boolean => {
  if (grant.bodyId === undefined || where === 'anywhere') return true;
  return where !== 'everywhere' && grant.bodyId === where.bodyId;
};

/** The role in which the holder of these grants may do what is needed there; undefined if in none. */
export const roleFor = (
  grants: readonly access.Grant[],
  need: Exclude<Need, 'anyone'>,
  where: Where,
): Role | undefined =>
  satisfying[need].find((role) => grants.some((grant) => grant.role === role && covers(grant, where)));
