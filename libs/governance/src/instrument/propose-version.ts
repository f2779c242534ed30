import { incomplete, refuse } from '../kernel/index.ts';
import type { Check, Decision } from '../kernel/index.ts';
import { amend, canonicalText, isMisfit } from './amend.ts';
import type { Text } from './amend.ts';
import type { Operation } from './clause.ts';
import type { InstrumentVersionContinued, InstrumentVersionProposed } from './events.ts';
import type { HashFact } from './facts.ts';
import { amendable, registered } from './guards.ts';
import { packed } from './pack.ts';
import { baseText, head } from './state.ts';
import type { InstrumentState } from './state.ts';

/**
 * Somebody proposes a version by what it changes in the one before: for the first, insertions into nothing. A
 * version after one whose text is not held is written out whole.
 */
export type ProposeVersion = Readonly<{
  type: 'ProposeVersion';
  versionId: string;
  baseVersion?: string;
  label?: string;
  operations?: readonly Operation[];
  /** What the proposer believes the result to be; checked. */
  fullTextSha256?: string;
  /** False: the ledger knows that there is such a version and not what it says. */
  textHeld?: boolean;
}>;

/** The base is the head of the chain: versions follow one another and never fork. */
function* checkBase(state: InstrumentState, { baseVersion }: ProposeVersion): Check {
  const current = head(state)?.versionId;
  if (baseVersion === current) return;
  if (baseVersion !== undefined && !state.versions.has(baseVersion))
    yield* refuse('VERSION_UNKNOWN', { versionId: baseVersion });
  yield* refuse('BASE_VERSION_STALE', { baseVersion, head: current });
}

function* apply(text: Text, operations: readonly Operation[], versionId: string): Check<Text> {
  let after = text;
  for (const [index, operation] of operations.entries()) {
    const next = amend(after, operation, versionId);
    if (isMisfit(next))
      return yield* refuse(next.code, { operation: index, kind: operation.kind, ...next.inputs });
    after = next;
  }
  return after;
}

/** The consolidated text of a proposal, where its operations fit; what its hash is taken of. */
export function proposedText(state: InstrumentState, command: ProposeVersion): string | undefined {
  const { versionId, baseVersion, operations = [], textHeld = true } = command;
  if (!textHeld) return undefined;
  const step = apply(baseText(state, baseVersion), operations, versionId).next();
  return step.done ? canonicalText(step.value) : undefined;
}

type Proposed = InstrumentVersionProposed | InstrumentVersionContinued;

function* textEvents(
  state: InstrumentState,
  command: ProposeVersion,
  { sha256 }: HashFact,
): Check<readonly Proposed[]> {
  const { versionId, baseVersion, label, operations = [], fullTextSha256: given } = command;
  if (operations.length === 0) return yield* refuse('OPERATIONS_MISSING', { versionId });
  const text = yield* apply(baseText(state, baseVersion), operations, versionId);
  const fullTextSha256 = sha256(canonicalText(text));
  if (given !== undefined && given !== fullTextSha256)
    yield* refuse('TEXT_HASH_MISMATCH', { given, computed: fullTextSha256 });
  const [first = [], ...rest] = packed(operations);
  return [
    {
      type: 'InstrumentVersionProposed',
      versionId,
      ...(baseVersion !== undefined && { baseVersion }),
      ...(label !== undefined && { label }),
      operations: first,
      fullTextSha256,
    },
    ...rest.map((more) => ({ type: 'InstrumentVersionContinued' as const, versionId, operations: more })),
  ];
}

export function* proposeVersion(
  state: InstrumentState,
  command: ProposeVersion,
  facts: HashFact,
): Decision<Proposed> {
  const { type: _type, operations, textHeld = true, ...rest } = command;
  const { versionId } = rest;
  yield* registered(state);
  yield* amendable(state);
  if (state.versions.has(versionId)) return yield* refuse('VERSION_EXISTS', { versionId });
  yield* checkBase(state, command);
  if (textHeld) return yield* textEvents(state, command, facts);
  if (operations && operations.length > 0) return yield* refuse('TEXT_NOT_HELD', { versionId });
  yield incomplete('TEXT_NOT_HELD', { versionId });
  return [{ type: 'InstrumentVersionProposed', ...rest, operations: [], textHeld: false }];
}
