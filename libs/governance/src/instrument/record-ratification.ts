import { refuse } from '../kernel/index.ts';
import type { AtFact, Check, Decision, When } from '../kernel/index.ts';
import type { InstrumentEnteredIntoForce, PartyRatified, PartyRejected, VoteRef } from './events.ts';
import type { MotionFact } from './facts.ts';
import { existingMotion } from '../motion/cited.ts';
import { adoptedMotion, adoptedVersion, registered } from './guards.ts';
import type { AdoptedVersion } from './guards.ts';
import { head } from './state.ts';
import type { InstrumentState } from './state.ts';
import { completeAt, outstanding } from './version.ts';

/** A party ratifies a version, or refuses it. */
export type RecordRatification = Readonly<{
  type: 'RecordRatification';
  versionId: string;
  organizationId: string;
  answer: 'ratified' | 'rejected';
  voteRef?: Readonly<{ motionId?: string; reference?: string }>;
}>;

/** A motion that is cited for a ratification is adopted; for a refusal it is there. */
function* voteRefOf(command: RecordRatification, facts: MotionFact & AtFact): Check<VoteRef | undefined> {
  const { voteRef, answer } = command;
  if (voteRef?.motionId === undefined) return voteRef;
  const { motionId } = voteRef;
  const { revision } =
    answer === 'ratified'
      ? yield* adoptedMotion(facts, motionId)
      : yield* existingMotion(facts.motion, motionId);
  return { ...voteRef, motionRevision: revision };
}

function* answerable({ parties }: InstrumentState, version: AdoptedVersion, organizationId: string): Check {
  const { versionId, answers, adoption } = version;
  if (!parties.has(organizationId) && !adoption.requiredParties.includes(organizationId))
    yield* refuse('PARTY_UNKNOWN', { organizationId });
  const answer = answers.get(organizationId)?.answer;
  if (answer === 'ratified') yield* refuse('PARTY_ALREADY_RATIFIED', { organizationId, versionId });
  if (answer === 'rejected') yield* refuse('PARTY_ALREADY_REJECTED', { organizationId, versionId });
}

const later = (a: When, b: When | undefined): When => (b && a.earliest < b.earliest ? b : a);

/** Since when the version is in force by this ratification: none if others are missing, or it waits for something else. */
function entry(
  state: InstrumentState,
  version: AdoptedVersion,
  organizationId: string,
  at: When,
): readonly InstrumentEnteredIntoForce[] {
  const { versionId, adoption, answers, notBefore, inForceFrom } = version;
  const after = {
    ...version,
    answers: new Map(answers).set(organizationId, { answer: 'ratified', at } as const),
  };
  const complete = completeAt(after);
  const isLast = outstanding(after).length === 0 && outstanding(version).length > 0;
  if (!isLast || !complete || adoption.separate || inForceFrom || state.ending) return [];
  if (head(state)?.versionId !== versionId) return [];
  const from = later(later(complete, adoption.effectiveFrom), notBefore);
  return [{ type: 'InstrumentEnteredIntoForce', versionId, from }];
}

/** An agreement is in force with the last ratification that it needs, and not with the committee's vote (SP-14). */
export function* recordRatification(
  state: InstrumentState,
  command: RecordRatification,
  facts: MotionFact & AtFact,
): Decision<PartyRatified | PartyRejected | InstrumentEnteredIntoForce> {
  const { versionId, organizationId, answer } = command;
  yield* registered(state);
  const version = yield* adoptedVersion(state, versionId);
  yield* answerable(state, version, organizationId);
  const voteRef = yield* voteRefOf(command, facts);
  const said = { versionId, organizationId, ...(voteRef && { voteRef }) };
  return answer === 'rejected'
    ? [{ type: 'PartyRejected', ...said }]
    : [{ type: 'PartyRatified', ...said }, ...entry(state, version, organizationId, facts.at)];
}
