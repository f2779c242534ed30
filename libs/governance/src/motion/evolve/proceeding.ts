import type {
  MotionAdopted,
  MotionEvent,
  MotionRejected,
  MotionResumed,
  MotionTakenFromTable,
} from '../events.ts';
import { through } from '../procedure/state.ts';
import type { MotionState, MotionStatus } from '../state.ts';

/** Where the events lead that change nothing but the status. */
const statusAfter = {
  MotionSubmitted: 'submitted',
  MotionSeconded: 'pending',
  MotionReported: 'pending',
  MotionLapsed: 'lapsed',
  MotionTabled: 'tabled',
  MotionPostponed: 'postponed',
  MotionPostponedIndefinitely: 'postponed_indefinitely',
  MotionReferred: 'referred',
  MotionWithdrawn: 'withdrawn',
  MotionAdopted: 'adopted',
  MotionRejected: 'rejected',
  MotionVoided: 'void',
} as const satisfies Partial<Record<MotionEvent['type'], MotionStatus>>;

export type Proceeding = Extract<MotionEvent, { type: keyof typeof statusAfter }>;

const isDisposition = (event: Proceeding): event is MotionAdopted | MotionRejected =>
  event.type === 'MotionAdopted' || event.type === 'MotionRejected';

function decisionOf(event: MotionAdopted | MotionRejected): Pick<MotionState, 'decidedBy'> {
  const { voteEventId, roundId, consentId, byMotionId } = event;
  const decidedBy = voteEventId ?? roundId ?? consentId ?? byMotionId;
  return decidedBy === undefined ? {} : { decidedBy };
}

/** The motion that brought the event about, where one did. */
const byMotion = (event: MotionEvent): string | undefined =>
  'byMotionId' in event ? event.byMotionId : undefined;

/** A correction that finds it adopted after all restores it as it was: amended since, if it was. */
function statusOf({ procedure }: MotionState, event: Proceeding): MotionStatus {
  const isRestored = event.type === 'MotionAdopted' && event.restated === true;
  return isRestored && procedure.amendedSinceAdoption ? 'amended_after_adoption' : statusAfter[event.type];
}

/** What is decided anew is no longer what was amended; orders on its debate are spent. */
function decidedAnew(state: MotionState, event: Proceeding): MotionState {
  if (!isDisposition(event) || event.restated) return state;
  const {
    amendedSinceAdoption: _amended,
    previousQuestion: _ordered,
    debate: _limits,
    ...procedure
  } = state.procedure;
  return { ...state, procedure };
}

export const proceeded = (state: MotionState, event: Proceeding): MotionState => ({
  ...through(decidedAnew(state, event), statusOf(state, event), byMotion(event)),
  disposedBy: 'voteEventId' in event ? event.voteEventId : undefined,
  ...(isDisposition(event) && decisionOf(event)),
});

export const isProceeding = (event: MotionEvent): event is Proceeding => event.type in statusAfter;

/** It is before the body again, in another meeting where the event names one. */
export function takenUpAgain(state: MotionState, event: MotionTakenFromTable | MotionResumed): MotionState {
  const { meetingId } = event;
  const after = through(state, 'pending', byMotion(event));
  return { ...after, ...(meetingId !== undefined && { meetingId }) };
}
