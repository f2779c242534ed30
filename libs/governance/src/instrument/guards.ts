import { irregular, notBefore, refuse } from '../kernel/index.ts';
import type { AtFact, Check } from '../kernel/index.ts';
import { adoptedAt, carries, existingMotion } from '../motion/cited.ts';
import type { CitedMotion } from '../motion/cited.ts';
import type { DecidedBy, ExternalDecision, StatedCounts } from './events.ts';
import type { MotionFact, OrganizationsFact, SourceFact } from './facts.ts';
import { chain, head } from './state.ts';
import type { InstrumentState } from './state.ts';
import { rejectedBy } from './version.ts';
import type { Adoption, Version } from './version.ts';

/** What a command says of who decided: a motion of this ledger, or a decision outside it. */
export type Deciding = Readonly<{ byMotionId?: string; external?: GivenExternal }>;

/** Counts that are left out are unknown, and no unanimity is concluded from them. */
export type GivenExternal = Omit<ExternalDecision, 'counts' | 'unanimous'> &
  Readonly<{ counts?: StatedCounts; unanimous?: boolean }>;

const externalDecision = ({ counts, unanimous, ...said }: GivenExternal): ExternalDecision => ({
  ...said,
  counts: counts ?? 'unknown',
  ...(unanimous === true && { unanimous }),
});

export function* registered(state: InstrumentState): Check {
  if (state.kind === undefined) yield* refuse('INSTRUMENT_UNKNOWN');
}

/** Incorporated into another instrument, it is amended only through that one; repealed or superseded, no more. */
export function* amendable({ incorporated, ending }: InstrumentState): Check {
  if (incorporated) {
    const { intoInstrument, asArticle } = incorporated;
    yield* refuse('INCORPORATED_ELSEWHERE', { intoInstrument, asArticle });
  }
  if (ending) yield* refuse('INSTRUMENT_ENDED', { how: ending.how, at: ending.at.literal });
}

export function* knownVersion({ versions }: InstrumentState, versionId: string): Check<Version> {
  return versions.get(versionId) ?? (yield* refuse('VERSION_UNKNOWN', { versionId }));
}

export type AdoptedVersion = Version & Readonly<{ adoption: Adoption }>;

const isAdopted = (version: Version): version is AdoptedVersion => version.adoption !== undefined;

export function* adoptedVersion(state: InstrumentState, versionId: string): Check<AdoptedVersion> {
  const version = yield* knownVersion(state, versionId);
  return isAdopted(version) ? version : yield* refuse('ADOPTION_MISSING', { versionId });
}

/** The version is the last of the chain: neither has a later one been adopted, nor has a party rejected it. */
export function* notSuperseded(state: InstrumentState, version: Version): Check {
  const { versionId } = version;
  const parties = rejectedBy(version);
  if (parties.length > 0) return yield* refuse('VERSION_REJECTED', { versionId, parties });
  const current = head(state);
  if (current?.versionId === versionId) return undefined;
  const isLink = chain(state).some((one) => one.versionId === versionId);
  const inputs = { versionId, by: current?.versionId };
  return yield* isLink
    ? refuse('VERSION_SUPERSEDED', inputs)
    : refuse('BASE_VERSION_STALE', { ...inputs, baseVersion: version.baseVersion });
}

/** The motion is adopted in its own stream, and was so by then. */
export function* adoptedMotion(facts: MotionFact & AtFact, motionId: string): Check<CitedMotion> {
  const motion = yield* existingMotion(facts.motion, motionId);
  const { status } = motion;
  if (!carries.includes(status)) yield* refuse('ADOPTING_MOTION_NOT_ADOPTED', { motionId, status });
  yield* notBefore(facts.at, adoptedAt(motion));
  return motion;
}

/** Organizations of the registry. A source may name one that nobody has entered yet. */
export function* registeredOrganizations(
  { organizations }: OrganizationsFact,
  ids: readonly (string | undefined)[],
): Check {
  for (const organizationId of ids)
    if (organizationId !== undefined && !organizations.has(organizationId))
      yield irregular('ORGANIZATION_UNKNOWN', { organizationId });
}

/** Of what happened outside this ledger, only a source can tell. */
export function* sourced({ sourced: isSourced }: SourceFact): Check {
  if (!isSourced) yield irregular('SOURCE_REQUIRED');
}

export type DecidingFacts = MotionFact & OrganizationsFact & SourceFact & AtFact;

/** By what it was decided, as it is recorded; undefined where the command does not say. */
export function* decided(
  { byMotionId, external }: Deciding,
  facts: DecidingFacts,
): Check<DecidedBy | undefined> {
  if (byMotionId !== undefined && external) return yield* refuse('DECISION_AMBIGUOUS', { byMotionId });
  if (byMotionId !== undefined) {
    const { voteEventId, revision } = yield* adoptedMotion(facts, byMotionId);
    return { byMotionId, ...(voteEventId !== undefined && { voteEventId }), motionRevision: revision };
  }
  if (!external) return undefined;
  yield* sourced(facts);
  yield* registeredOrganizations(facts, [external.organizationId, ...(external.sponsors ?? [])]);
  return { external: externalDecision(external) };
}

/** It was decided by somebody, whoever it was. */
export function* mustBeDecided(deciding: Deciding, facts: DecidingFacts): Check<DecidedBy> {
  return (yield* decided(deciding, facts)) ?? (yield* refuse('DECISION_REQUIRED'));
}
