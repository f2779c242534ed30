import { constituencies, motionInMeeting, seatsOf, votingClause } from './committee.ts';
import type { TestLedger } from './start-ledger.ts';

/** A motion that a committee of two seats a side (`establishCommittee`) has adopted, by `vote-1`. */
export async function adoptMotion(ledger: TestLedger, bodyId: string, motionId: string): Promise<void> {
  const present = constituencies.flatMap((constituency) => seatsOf(constituency, 2));
  await motionInMeeting(ledger, { bodyId, meetingId: `${motionId}-meeting`, motionId, present });
  const motion = (command: string, body: object = {}) =>
    ledger.record(`/v1/motions/${motionId}/${command}`, { voteEventId: 'vote-1', ...body });
  await motion('open-vote', { clause: votingClause(bodyId), method: 'roll_call' });
  for (const seatId of present) await motion('record-ballot', { seatId, option: 'yes' });
  await motion('close-vote');
}
