import type { RecordingMode } from '../kernel/index.ts';
import type { Command } from '../meeting/decide.ts';
import type { Facts } from '../meeting/facts.ts';
import type { MeetingState } from '../meeting/state.ts';
import { earlierMeeting, streamsRead } from '../meeting/streams-read.ts';
import { suspendedRules } from '../meeting/suspend-rules.ts';
import { orderTableOf } from '../motion/procedure/rules-of-order.ts';
import type { Asked, ZoneFact } from './asked.ts';
import { bodyAsOf } from './body-as-of.ts';
import { motionOf } from './cited.ts';
import { motionsOnRecord } from './motions.ts';
import { floorOf, loadAll } from './wanted.ts';
import type { Gathering } from './wanted.ts';

/** An import tells of its meetings as sources do, out of their order: there the meeting's own record is asked. */
const asksFloor = ({ type }: Command, mode: RecordingMode): boolean =>
  type === 'StateQuestion' && mode !== 'historical_import';

/**
 * What decisions on a meeting read of other streams.
 *
 * @param minutes what only whoever renders minutes can tell
 */
export function* meetingFacts(
  asked: Asked<MeetingState, Command>,
  minutes: Pick<Facts, 'rendered' | 'passageFound'>,
): Gathering<Facts & ZoneFact & Readonly<{ suspended: ReturnType<typeof suspendedRules> }>> {
  const { streamId: meetingId, state, command, mode, happenedAt } = asked;
  const read = streamsRead(state, command);
  const { roster, ...ofBody } = yield* bodyAsOf(read.bodyId, happenedAt);
  const floor = asksFloor(command, mode) ? yield* floorOf(meetingId) : [];
  return {
    ...ofBody,
    roster: roster(),
    meetingId,
    suspended: suspendedRules(state),
    motions: yield* motionsOnRecord([...(read.questionIds ?? []), ...floor]),
    rulesOfOrder: { table: orderTableOf(ofBody) },
    votes: yield* loadAll('motion', read.motionIds, ({ state: { lastVote } }) => lastVote),
    earlierMeetings: yield* loadAll('meeting', read.meetingIds, (one) =>
      earlierMeeting(one.state, ofBody.at),
    ),
    authorityMotion: yield* motionOf(read.authorityMotionId),
    ...minutes,
  };
}
