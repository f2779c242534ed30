import type { When } from '../kernel/index.ts';
import type { ChallengeClosed, ChallengeEvent, Deadline } from './events.ts';

export type ChallengeStatus = 'none' | 'open' | 'cured' | 'declined' | 'closed';

export type ChallengeState = Readonly<{
  status: ChallengeStatus;
  bodyId?: string;
  /** The motion that is challenged, where the action is that of a motion. */
  motionId?: string;
  /** How it ended, once it is closed. */
  outcome?: ChallengeClosed['outcome'];
  actedAt?: When;
  receivedAt?: When;
  /** As computed last. */
  deadlines: Readonly<Partial<Record<Deadline['kind'], When>>>;
}>;

export const noChallenge: ChallengeState = { status: 'none', deadlines: {} };

export function evolve(state: ChallengeState, event: ChallengeEvent): ChallengeState {
  switch (event.type) {
    case 'CureDemandReceived': {
      const { bodyId, actedAt, receivedAt, action } = event;
      const motion = action.kind === 'motion' ? { motionId: action.motionId } : {};
      return { ...noChallenge, status: 'open', bodyId, actedAt, receivedAt, ...motion };
    }
    case 'CureDeadlineComputed': {
      const computed = Object.fromEntries(event.deadlines.map(({ kind, due }) => [kind, due]));
      return { ...state, deadlines: { ...state.deadlines, ...computed } };
    }
    case 'CureActionTaken':
      return { ...state, status: 'cured' };
    case 'CureDeclined':
      return { ...state, status: 'declined' };
    case 'ChallengeClosed':
      return { ...state, status: 'closed', outcome: event.outcome };
  }
}
