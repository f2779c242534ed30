import type { MotionAgendized, MotionDrafted, MotionMoved } from '../events.ts';
import { noMotion } from '../state.ts';
import type { MotionState } from '../state.ts';

export const drafted = (event: MotionDrafted): MotionState => {
  const { bodyId, title, text, textSha256, classification, appliesTo, amendment, degree, cures, effect } =
    event;
  return {
    ...noMotion,
    ...{ status: 'drafted', bodyId, title, text, textSha256, classification },
    ...(appliesTo !== undefined && { appliesTo }),
    ...(amendment && { amendment }),
    ...(degree !== undefined && { degree }),
    ...(cures !== undefined && { cures }),
    ...(effect && { effect }),
  };
};

export const agendized = (state: MotionState, { meetingId, itemId }: MotionAgendized): MotionState => ({
  ...state,
  status: 'agendized',
  meetingId,
  agendized: { meetingId, itemId },
});

export const movedBy = (state: MotionState, event: MotionMoved): MotionState => {
  const { meetingId, seatId, constituencyId, itemId } = event;
  const agendized = itemId === undefined ? {} : { agendized: { meetingId, itemId } };
  return { ...state, ...agendized, status: 'moved', meetingId, mover: { seatId, constituencyId } };
};
