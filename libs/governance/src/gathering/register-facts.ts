import type { Command as ClaimCommand } from '../claim/decide.ts';
import type { Facts as ClaimFacts } from '../claim/facts.ts';
import type { ClaimState } from '../claim/state.ts';
import { streamsRead as readByClaim } from '../claim/streams-read.ts';
import type { Command as CommitmentCommand } from '../commitment/decide.ts';
import type { Facts as CommitmentFacts } from '../commitment/facts.ts';
import type { CommitmentState } from '../commitment/state.ts';
import { streamsRead as readByCommitment } from '../commitment/streams-read.ts';
import { citedClause } from '../instrument/cited.ts';
import type { AtFact, ClauseRef } from '../kernel/index.ts';
import { isId } from '../kernel/index.ts';
import type { RegisterOrganization } from '../organization/register-organization.ts';
import type { OrganizationState } from '../organization/state.ts';
import type { RegisterSource, SourceFacts } from '../source/register-source.ts';
import type { SourceState } from '../source/state.ts';
import type { Asked, ZoneFact } from './asked.ts';
import { bodyAsOf } from './body-as-of.ts';
import { mandateOf, motionOf, registeredOf } from './cited.ts';
import { isKept, isRecorded, load, loadAll, textOf } from './wanted.ts';
import type { Gathering } from './wanted.ts';

/** Organizations, sources and claims have no zone of their own: a date without a time is a day in UTC. */
const zone = 'UTC';

// eslint-disable-next-line require-yield -- it reads nothing
export function* organizationFacts({
  happenedAt,
}: Asked<OrganizationState, RegisterOrganization>): Gathering<AtFact> {
  return { at: happenedAt(zone) };
}

export function* sourceFacts({
  happenedAt,
  command,
}: Asked<SourceState, RegisterSource>): Gathering<SourceFacts> {
  return { at: happenedAt(zone), textIsKept: yield* isKept(command.textSha256) };
}

type Source = Readonly<{ publisher: string; revision: number; textSha256?: string | undefined }>;

function* sourceOf(sourceId: string | undefined): Gathering<Source | undefined> {
  if (sourceId === undefined) return undefined;
  const { state, revision } = yield* load('source', sourceId);
  const { registered, publisher, textSha256 } = state;
  return registered ? { publisher, revision, textSha256 } : undefined;
}

/** What decisions on a claim read of other streams, and of the text of its source where that is still kept. */
export function* claimFacts(asked: Asked<ClaimState, ClaimCommand>): Gathering<ClaimFacts> {
  const { streamId: claimId, state, command, happenedAt, recordedBy } = asked;
  const { sourceId, sourceText, claimIds, retractedIn, fact } = readByClaim(state, command);
  const source = yield* sourceOf(sourceId);
  const recorded = yield* loadAll('claim', claimIds, (one) => one.state.recorded || undefined);
  return {
    at: happenedAt(zone),
    claimId,
    source,
    sourceText: sourceText ? yield* textOf(source?.textSha256) : undefined,
    retractedInKnown: retractedIn === undefined || (yield* sourceOf(retractedIn)) !== undefined,
    claimIds: new Set(recorded.keys()),
    factIsRecorded: fact !== undefined && (yield* isRecorded(fact)),
    authority: recordedBy.authority,
    mandate: yield* mandateOf(asked),
  };
}

function* clauseOf(ref: ClauseRef | undefined): Gathering<CommitmentFacts['clause']> {
  if (!ref || !isId(ref.instrument)) return undefined;
  const { state, revision } = yield* load('instrument', ref.instrument);
  return citedClause(state, ref, revision);
}

/** What decisions on a commitment read of other streams. */
export function* commitmentFacts(
  asked: Asked<CommitmentState, CommitmentCommand>,
): Gathering<CommitmentFacts & ZoneFact> {
  const { state, command, happenedAt, recordedBy } = asked;
  const { motionId, clauseRef, sourceId, bodyIds, organizationIds } = readByCommitment(command);
  const bodyId = command.type === 'MakeCommitment' ? command.bodyId : state.bodyId;
  const { at, timeZone } = yield* bodyAsOf(bodyId, happenedAt);
  const bodies = yield* loadAll('body', bodyIds, (one) => one.state.existence);
  const organizations = yield* registeredOf(organizationIds);
  return {
    at,
    timeZone,
    motion: yield* motionOf(motionId),
    clause: yield* clauseOf(clauseRef),
    source: yield* sourceOf(sourceId),
    unknownBodyIds: bodyIds.filter((id) => !bodies.has(id)),
    unknownOrganizationIds: organizationIds.filter((id) => !organizations.has(id)),
    authority: recordedBy.authority,
    mandate: yield* mandateOf(asked),
  };
}
