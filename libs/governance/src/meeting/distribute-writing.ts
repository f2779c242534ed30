import { broken } from '../kernel/index.ts';
import type { AtFact, Decision, When } from '../kernel/index.ts';
import type { WritingDistributed } from './events.ts';
import { scheduledMeeting } from './guards.ts';
import { hoursAtMost, isEarlier } from './span.ts';
import type { MeetingState } from './state.ts';

/** A writing for an open session is sent to members, at that time. `location` is where the public may inspect it. */
export type DistributeWriting = Readonly<{ type: 'DistributeWriting' } & Omit<WritingDistributed, 'type'>>;

const lateHours = 72;

const isAvailable = ({ publicFrom, location }: DistributeWriting, at: When): boolean =>
  publicFrom !== undefined && !isEarlier(at, publicFrom) && location !== undefined && location.trim() !== '';

/** What a majority gets less than 72 hours before the meeting, the public can read at once (BA-12). */
export function* distributeWriting(
  state: MeetingState,
  command: DistributeWriting,
  { at }: AtFact,
): Decision<WritingDistributed> {
  const { startsAt } = yield* scheduledMeeting(state, at);
  const { toMajority, publicFrom, location } = command;
  const isLate = hoursAtMost(at, startsAt) < lateHours;
  if (toMajority && isLate && !isAvailable(command, at))
    yield broken('BA-12', 'WRITING_NOT_AVAILABLE', {
      distributedAt: at.literal,
      publicFrom: publicFrom?.literal,
      location,
    });
  return [{ ...command, type: 'WritingDistributed' }];
}
