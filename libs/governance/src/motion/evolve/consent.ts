import type { When } from '../../kernel/index.ts';
import type { ConsentCalendarApplied, ConsentEvent, UnanimousConsentDeclared } from '../consent/events.ts';
import { evolveConsent, noConsent } from '../consent/state.ts';
import type { MotionState, Vote } from '../state.ts';
import { decidingSince } from './deciding-since.ts';

/** Nobody who was there objected: all of them agree. With a calendar its own stream tells who was there. */
function agreedBy(event: UnanimousConsentDeclared | ConsentCalendarApplied): Pick<Vote, 'agreed'> {
  if (event.type === 'ConsentCalendarApplied') return {};
  const seatIds = event.present.map(({ seatId }) => seatId);
  return { agreed: { presentSeatIds: seatIds, agreeingSeatIds: seatIds } };
}

/** A motion that was adopted without a vote was decided then. */
export function withConsent(state: MotionState, event: ConsentEvent, at: When): MotionState {
  const after = { ...state, consent: evolveConsent(state.consent ?? noConsent, event) };
  if (event.type !== 'UnanimousConsentDeclared' && event.type !== 'ConsentCalendarApplied') return after;
  const id = event.type === 'UnanimousConsentDeclared' ? event.consentId : event.byMotionId;
  const voteEventIds = [...state.voteEventIds, id];
  const lastVote = { ...decidingSince(state, at), ...agreedBy(event) };
  return { ...after, meetingId: event.meetingId, voteEventIds, lastVote };
}
