import { instrument, meeting, motion } from '#governance';
import type { rulebook, When } from '#governance';
import type { StreamWriter } from '#recording';

/** How a body keeps order. */
export const orderOf = (selection: rulebook.Selection): motion.RulesOfOrder => ({
  table: motion.orderTableOf(selection),
});

/**
 * Motions that are on record, each with those to which it applies, at the revision at which they were read. An
 * amendment names its motion in its first event, so the chain has an end.
 */
export async function motionsOnRecord(
  writer: StreamWriter,
  motionIds: Iterable<string>,
): Promise<ReadonlyMap<string, motion.OtherMotion>> {
  const motions = new Map<string, motion.OtherMotion>();
  const wanted = [...motionIds];
  for (let motionId = wanted.pop(); motionId !== undefined; motionId = wanted.pop()) {
    if (motions.has(motionId)) continue;
    const { state, revision } = await writer.load(motion.decider, motionId);
    if (revision < 0) continue;
    motions.set(motionId, { motionId, revision, state });
    if (state.appliesTo !== undefined) wanted.push(state.appliesTo);
  }
  return motions;
}

/** The meeting that a command names as the next regular one, as it was scheduled; undefined where it was not. */
export async function nextMeeting(
  writer: StreamWriter,
  meetingId: string | undefined,
): Promise<motion.NextMeetingFact['nextRegularMeeting']> {
  if (meetingId === undefined) return undefined;
  const { state, revision } = await writer.load(meeting.decider, meetingId);
  if (!state.schedule) return undefined;
  const { bodyId, meetingType, startsAt } = state.schedule;
  return { meetingId, revision, bodyId, meetingType, startsAt };
}

/** The decision rule of a clause that is in force at a time, as the instrument's own stream tells it. */
export async function boundRule(
  writer: StreamWriter,
  clause: motion.StreamsRead['clause'],
  at: When,
): Promise<motion.Facts['boundRule']> {
  if (!clause) return undefined;
  const { instrumentId, clauseId } = clause;
  const { state, revision } = await writer.load(instrument.decider, instrumentId);
  const found = instrument.ruleInForce(state, clauseId, 'decision', at);
  const decision = found?.terms.decision;
  if (!found || !decision) return undefined;
  const { versionId, number = clauseId, inconsistent, clauseAmended } = found;
  return {
    instrumentId,
    instrumentRevision: revision,
    versionId,
    clauseId,
    ruleId: found.rule.ruleId,
    rule: { ...decision, clauseRef: { instrument: instrumentId, version: versionId, clause: number } },
    inconsistent,
    clauseAmended,
  };
}
