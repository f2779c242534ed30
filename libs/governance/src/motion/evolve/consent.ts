import type { When } from '../../kernel/index.ts';
import type { ConsentEvent } from '../consent/events.ts';
import { evolveConsent, noConsent } from '../consent/state.ts';
import type { MotionState } from '../state.ts';
import { decidingSince } from './deciding-since.ts';

/** A motion that was adopted without a vote was decided then. */
export function withConsent(state: MotionState, event: ConsentEvent, at: When): MotionState {
  const after = { ...state, consent: evolveConsent(state.consent ?? noConsent, event) };
  if (event.type !== 'UnanimousConsentDeclared' && event.type !== 'ConsentCalendarApplied') return after;
  const id = event.type === 'UnanimousConsentDeclared' ? event.consentId : event.byMotionId;
  const voteEventIds = [...state.voteEventIds, id];
  return { ...after, meetingId: event.meetingId, voteEventIds, lastVote: decidingSince(state, at) };
}
