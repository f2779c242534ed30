import { irregular, notable, refuse } from '../../kernel/index.ts';
import type { AtFact, Decision } from '../../kernel/index.ts';
import { noConsensus } from '../consensus/state.ts';
import { inStatus } from '../guards.ts';
import type { Check } from '../guards.ts';
import type { MotionState, MotionStatus } from '../state.ts';
import type { MediationRecorded } from './events.ts';

/** A question on which the sides are apart goes to a mediator, or comes back from one (meeting rule SP-13). */
export type RecordMediation = Readonly<{ type: 'RecordMediation' }> &
  Omit<MediationRecorded, 'type' | 'textSha256' | 'failedIds'>;

/** Wherever the sides got stuck; what is not yet before the body has not divided it. */
const stuck: readonly MotionStatus[] = ['pending', 'rejected', 'postponed', 'tabled', 'referred'];

/** Votes and rounds on the text as it stands that came to nothing, in the order in which they ended. */
function failedOn({ closedVotes, consensus = noConsensus, textSha256 }: MotionState): readonly string[] {
  const votes = [...closedVotes.values()].filter(({ tally }) => tally.result === 'fail');
  const rounds = consensus.failed.map(({ roundId, ...rest }) => ({ ...rest, voteEventId: roundId }));
  return [...rounds, ...votes].filter((one) => one.textSha256 === textSha256).map((one) => one.voteEventId);
}

/** It is referred once, and ends once. */
function* goesOn({ mediations }: MotionState, { mediationId, outcome }: RecordMediation): Check {
  const before = mediations?.get(mediationId);
  if (before === undefined) return;
  if (before !== 'referred' || outcome === 'referred')
    yield* refuse('MEDIATION_RECORDED', { mediationId, outcome: before });
}

export function* recordMediation(
  state: MotionState,
  command: RecordMediation,
  _facts: AtFact,
): Decision<MediationRecorded> {
  const { mediator, clauseRef } = command;
  yield* inStatus(state, command, ...stuck);
  yield* goesOn(state, command);
  const failedIds = failedOn(state);
  if (failedIds.length === 0) yield irregular('NOTHING_TO_MEDIATE', { textSha256: state.textSha256 });
  if (mediator.kind === 'seat') yield irregular('MEDIATOR_NOT_NEUTRAL', { seatId: mediator.id });
  const rule = [...state.closedVotes.values()].at(-1)?.rule;
  const clause = clauseRef ?? rule?.clauseRef;
  if (!clause) yield notable('MEDIATION_WITHOUT_CLAUSE');
  const { textSha256 } = state;
  return [
    { ...command, type: 'MediationRecorded', textSha256, failedIds, ...(clause && { clauseRef: clause }) },
  ];
}
