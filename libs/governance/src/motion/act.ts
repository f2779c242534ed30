import type { When } from '../kernel/index.ts';
import type { VoteOption } from '../tally/trace.ts';
import type { MotionEvent } from './events.ts';

/** A member had a part in deciding the motion: when, and in which meeting as the record has it. */
export type Act = Readonly<{ seatId: string; meetingId?: string | undefined; at: When }>;

/** Whoever is told to have been away, or silent, has done nothing. */
const acting: readonly VoteOption[] = ['yes', 'no', 'abstain', 'paired'];
const actsBy = (seatId: string, option: VoteOption): readonly string[] =>
  acting.includes(option) ? [seatId] : [];

/** The seats that an event says acted. Tellers name nobody. */
function seatsActing(event: MotionEvent): readonly string[] {
  switch (event.type) {
    case 'MotionMoved':
    case 'ElectionBallotRecorded':
    case 'ConsensusPositionRecorded':
    case 'ConsensusPositionChanged':
      return [event.seatId];
    case 'MotionSeconded':
      return event.seatId === undefined ? [] : [event.seatId];
    case 'BallotRecorded':
      return actsBy(event.seatId, event.option);
    case 'BallotChanged':
      return actsBy(event.seatId, event.to);
    case 'BlocBallotRecorded':
      return event.seatIds;
    case 'UnanimousConsentDeclared':
      return event.present.map(({ seatId }) => seatId);
    default:
      return [];
  }
}

export const actsOf = (event: MotionEvent, meetingId: string | undefined, at: When): readonly Act[] =>
  seatsActing(event).map((seatId) => ({ seatId, meetingId, at }));
