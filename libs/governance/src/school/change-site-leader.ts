import type { Decision } from '../kernel/index.ts';
import type { SiteLeaderChanged } from './events.ts';
import { existingSchool } from './guards.ts';
import type { SchoolState } from './state.ts';

/** Somebody else leads the site; without a person, no source says who. */
export type ChangeSiteLeader = Readonly<{ type: 'ChangeSiteLeader'; personId?: string }>;

export function* changeSiteLeader(
  state: SchoolState,
  { type: _type, ...said }: ChangeSiteLeader,
): Decision<SiteLeaderChanged> {
  yield* existingSchool(state);
  return [{ type: 'SiteLeaderChanged', ...said }];
}
