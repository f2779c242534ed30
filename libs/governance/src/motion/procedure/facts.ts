import type { MeetingType } from '../../meeting/events.ts';
import type { When } from '../../kernel/index.ts';
import type { MotionState } from '../state.ts';
import type { MotionRead } from './events.ts';
import type { RulesOfOrder } from './rules-of-order.ts';

/** Another motion as its own stream tells it, at the revision that was read. */
export type OtherMotion = MotionRead & Readonly<{ state: MotionState }>;

/** The motion's own id, and the motions that the command, the motion or the meeting's record names. */
export type OtherMotionsFact = Readonly<{ motionId: string; motions: ReadonlyMap<string, OtherMotion> }>;

/** How the body keeps order, and whether it is a committee of another body (RR-07). */
export type OrderFact = Readonly<{ rulesOfOrder: RulesOfOrder; isCommittee: boolean }>;

/** SHA-256 in hex of a text that only the decision knows: this folder computes no hashes itself. */
export type HashFact = Readonly<{ sha256: (text: string) => string }>;

/** Days and months are counted in the zone of the body. */
export type ZoneFact = Readonly<{ timeZone: string }>;

/** The meeting that the command names as the next regular one. */
export type NextMeetingFact = Readonly<{
  nextRegularMeeting:
    | Readonly<{
        meetingId: string;
        revision: number;
        bodyId: string;
        meetingType: MeetingType;
        startsAt: When;
      }>
    | undefined;
}>;

export type ProcedureFacts = OtherMotionsFact & OrderFact & HashFact & ZoneFact & NextMeetingFact;
