import { irregular, refuse } from '../kernel/index.ts';
import type { AtFact, Decision } from '../kernel/index.ts';
import type { SiteSignOffRecorded, VoteRef } from './events.ts';
import type { MotionFact, PartiesFact } from './facts.ts';
import { existingSchool, inStatus } from './guards.ts';
import { siteVote } from './site-vote.ts';
import type { ApplicationState } from './state.ts';

/** The site body of the school stands behind the application, by its own vote. */
export type RecordSiteSignOff = Readonly<{
  type: 'RecordSiteSignOff';
  siteBodyId: string;
  voteRef?: VoteRef;
}>;

export function* recordSiteSignOff(
  state: ApplicationState,
  command: RecordSiteSignOff,
  facts: PartiesFact & MotionFact & AtFact,
): Decision<SiteSignOffRecorded> {
  const { siteBodyId } = command;
  const { at } = facts;
  yield* inStatus(state, { type: command.type, at }, 'started', 'returned', 'submitted', 'recommended');
  const school = yield* existingSchool(facts);
  if (state.signedOffBy !== undefined)
    return yield* refuse('SITE_SIGNOFF_EXISTS', { siteBodyId: state.signedOffBy });
  if (!school.siteBodyIds.has(siteBodyId))
    yield irregular('NOT_SITE_BODY_OF_SCHOOL', { siteBodyId, siteBodyIds: [...school.siteBodyIds] });
  const vote = yield* siteVote(state, command, facts);
  return [{ type: 'SiteSignOffRecorded', ...vote, schoolRevision: school.revision }];
}
