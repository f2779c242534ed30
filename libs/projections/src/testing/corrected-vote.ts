import { motion } from '#governance';
import type { tally } from '#governance';
import { decidedStream } from './decided-stream.ts';
import * as v01 from './v01-meeting.ts';

/** V01 the day after, and a motion by which the record of its vote may be corrected. */
export function correctable() {
  const record = v01.v01Meeting();
  const stream = decidedStream(record, motion.decider, v01.motionId);
  const facts = {
    at: v01.minutes(60 * 24),
    roster: undefined,
    attendance: undefined,
    regime: 'BYLAWS_ONLY',
    secondFromOtherConstituency: false,
    textSha256: undefined,
    toBody: undefined,
    ...v01.alone,
    authorityMotion: { motionId: 'amend', revision: 7, bodyId: v01.committeeId, status: 'adopted' },
  } as const;
  const correct = (seatId: string, to: tally.VoteOption): void =>
    stream.execute(
      {
        type: 'CorrectVoteRecord',
        voteEventId: v01.voteEventId,
        seatId,
        to,
        reason: 'The tape has it.',
        authorityMotionId: 'amend',
      },
      facts,
    );
  const voidIt = (): void =>
    stream.execute(
      { type: 'VoidMotion', basis: 'court', reason: 'No notice was given.', challengeId: 'suit-1' },
      {
        ...facts,
        challenge: { status: 'closed', outcome: 'adjudicated', bodyId: stream.state().bodyId, revision: 2 },
      },
    );
  return { record, correct, voidIt };
}
