import type { When } from '../kernel/index.ts';
import type { SchoolState } from './state.ts';

/** A school as applications read it, at the revision that they pin. */
export type CitedSchool = Readonly<{
  schoolId: string;
  revision: number;
  merged: boolean;
  /** Since when its active designation is in effect; absent where it has none. */
  designatedFrom?: When;
  siteBodyIds: ReadonlySet<string>;
}>;

/** Undefined where there is no such school. */
export function citedSchool(
  { status, designation, siteBodyIds }: SchoolState,
  at: Readonly<{ schoolId: string; revision: number }>,
): CitedSchool | undefined {
  if (status === 'none') return undefined;
  const since = designation && { designatedFrom: designation.effectiveFrom };
  return { ...at, merged: status === 'merged', ...since, siteBodyIds };
}
