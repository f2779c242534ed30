import { broken, incomplete, notable, notBefore, refuse } from '../kernel/index.ts';
import type { AtFact, Check, Decision, When } from '../kernel/index.ts';
import type {
  Disclosure,
  InstrumentEnteredIntoForce,
  InstrumentKind,
  InstrumentVersionAdopted,
} from './events.ts';
import type { DisclosureFact, OrganizationsFact } from './facts.ts';
import { amendable, knownVersion, mustBeDecided, registered } from './guards.ts';
import type { Deciding, DecidingFacts } from './guards.ts';
import { head } from './state.ts';
import type { InstrumentState } from './state.ts';
import type { Version } from './version.ts';

/** A version is adopted: by a motion of this ledger, or by a decision outside it of which a source tells. */
export type AdoptVersion = Readonly<
  Deciding & {
    type: 'AdoptVersion';
    versionId: string;
    /** A proviso: it comes into force then and not at once. */
    effectiveFrom?: When;
    /** The end of its term. */
    until?: When;
    entryIntoForce?: 'separate';
    disclosure?: Readonly<{ meetingId: string; itemId: string }>;
  }
>;

type AdoptVersionFacts = DecidingFacts & DisclosureFact;

/** Kinds that are agreements: nobody makes one alone. */
const agreements: ReadonlySet<InstrumentKind> = new Set(['mou', 'side_letter', 'cba', 'cba_article']);

const unions: ReadonlySet<string> = new Set([
  'union',
  'labor_union',
  'employee_organization',
  'exclusive_representative',
]);

/** Parties without whose ratification the version does not come into force. */
const requiredParties = ({ parties }: InstrumentState): readonly string[] =>
  [...parties].filter(([, method]) => method !== 'none').map(([organizationId]) => organizationId);

function* adoptable(state: InstrumentState, { versionId }: AdoptVersion, at: When): Check<Version> {
  const version = yield* knownVersion(state, versionId);
  if (version.adoption) return yield* refuse('VERSION_ALREADY_ADOPTED', { versionId });
  const { baseVersion, proposedAt } = version;
  const current = head(state)?.versionId;
  if (baseVersion !== current) yield* refuse('BASE_VERSION_STALE', { versionId, baseVersion, head: current });
  yield* notBefore(at, proposedAt);
  return version;
}

/** The item stands on the agenda of a meeting that was not called to order after the adoption. */
function* disclosed(
  { meetingId, itemId }: NonNullable<AdoptVersion['disclosure']>,
  { disclosure, at }: DisclosureFact & AtFact,
): Check<Disclosure> {
  if (!disclosure) return yield* refuse('MEETING_UNKNOWN', { meetingId });
  const { itemIds, revision, calledToOrder } = disclosure;
  if (!itemIds.has(itemId)) yield* refuse('ITEM_UNKNOWN', { meetingId, itemId });
  const isLate = calledToOrder === undefined || at.latest < calledToOrder.earliest;
  if (isLate) yield broken('LR-02', 'DISCLOSED_TOO_LATE', { meetingId, at: at.literal });
  return { meetingId, itemId, meetingRevision: revision };
}

/**
 * Before a public school employer enters into an agreement with a union, its major provisions and costs are
 * disclosed at a public meeting (LR-02; Cal. Gov. Code § 3547.5).
 */
function* disclosure(
  { kind, parties }: InstrumentState,
  command: AdoptVersion,
  facts: DisclosureFact & OrganizationsFact & AtFact,
): Check<Disclosure | undefined> {
  if (command.disclosure) return yield* disclosed(command.disclosure, facts);
  const isUnion = (id: string): boolean => unions.has(facts.organizations.get(id)?.classification ?? '');
  const union = [...parties.keys()].find(isUnion);
  if (kind !== undefined && agreements.has(kind) && union !== undefined)
    yield broken('LR-02', 'DISCLOSURE_MISSING', { union });
  return undefined;
}

/** What a body adopts for itself, it adopts itself. */
function* ownBody({ kind, bodyId }: InstrumentState, { motion }: DecidingFacts): Check {
  const isOwn = kind === 'bylaws' || kind === 'standing_rule';
  if (isOwn && bodyId !== undefined && motion && motion.bodyId !== bodyId)
    yield notable('ADOPTED_BY_OTHER_BODY', { bodyId, adoptedBy: motion.bodyId });
}

/** Nobody has to ratify it and nobody wants it otherwise: it is in force with its adoption, or with its proviso. */
function entry(
  { kind }: InstrumentState,
  { versionId, effectiveFrom, entryIntoForce }: AdoptVersion,
  required: readonly string[],
  at: When,
): readonly InstrumentEnteredIntoForce[] {
  const waits = entryIntoForce === 'separate' || required.length > 0;
  const isForNobody =
    kind === 'framework' || (kind !== undefined && agreements.has(kind) && required.length === 0);
  if (waits || isForNobody) return [];
  return [{ type: 'InstrumentEnteredIntoForce', versionId, from: effectiveFrom ?? at }];
}

export function* adoptVersion(
  state: InstrumentState,
  command: AdoptVersion,
  facts: AdoptVersionFacts,
): Decision<InstrumentVersionAdopted | InstrumentEnteredIntoForce> {
  const { versionId, effectiveFrom, until, entryIntoForce } = command;
  const { at } = facts;
  yield* registered(state);
  yield* amendable(state);
  yield* adoptable(state, command, at);
  const by = yield* mustBeDecided(command, facts);
  yield* ownBody(state, facts);
  if (effectiveFrom) yield* notBefore(effectiveFrom, at);
  if (until) yield* notBefore(until, effectiveFrom ?? at);
  const { kind, parties } = state;
  if (kind !== undefined && agreements.has(kind) && parties.size === 0)
    yield incomplete('PARTIES_MISSING', { kind });
  const disclosedAt = yield* disclosure(state, command, facts);
  const required = requiredParties(state);
  const adopted: InstrumentVersionAdopted = {
    type: 'InstrumentVersionAdopted',
    versionId,
    ...by,
    requiredParties: required,
    ...(effectiveFrom && { effectiveFrom }),
    ...(until && { until }),
    ...(entryIntoForce && { entryIntoForce }),
    ...(disclosedAt && { disclosure: disclosedAt }),
  };
  return [adopted, ...entry(state, command, required, at)];
}
