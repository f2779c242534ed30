import { refuse } from '../kernel/index.ts';
import type { Decision } from '../kernel/index.ts';
import type { SiteBodyFormed, SiteBodyKind } from './events.ts';
import type { RegistryFact } from './facts.ts';
import { existingSchool } from './guards.ts';
import type { SchoolState } from './state.ts';

/** A body governs the site together; it is a body like any other, with seats and votes. */
export type FormSiteBody = Readonly<{ type: 'FormSiteBody'; kind: SiteBodyKind; bodyId: string }>;

export function* formSiteBody(
  state: SchoolState,
  command: FormSiteBody,
  { bodyExists }: RegistryFact,
): Decision<SiteBodyFormed> {
  const { bodyId } = command;
  yield* existingSchool(state);
  if (!bodyExists) return yield* refuse('BODY_UNKNOWN', { bodyId });
  if (state.siteBodyIds.has(bodyId)) return yield* refuse('SITE_BODY_EXISTS', { bodyId });
  return [{ ...command, type: 'SiteBodyFormed' }];
}
