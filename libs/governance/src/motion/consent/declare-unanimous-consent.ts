import { barredBy, broken, irregular } from '../../kernel/index.ts';
import type { Decision } from '../../kernel/index.ts';
import type { Attendance } from '../../meeting/attendance.ts';
import { unusedId } from '../deciding.ts';
import { electedByConsent } from '../election/guards.ts';
import type { ElectionDecided, MotionAdopted } from '../events.ts';
import { inStatus, meetingOfBody } from '../guards.ts';
import type { Check } from '../guards.ts';
import { putQuestion } from '../putting.ts';
import type { PutQuestion, Question, QuestionFacts } from '../putting.ts';
import type { MotionState } from '../state.ts';
import { atBest, consentingSeats, recusedVoters } from './consenting.ts';
import type { UnanimousConsentDeclared } from './events.ts';
import { seatsWithoutVote } from '../seats-without-vote.ts';
import { noConsent } from './state.ts';

/**
 * The chair asks whether there is an objection, hears none, and declares the motion adopted (meeting rule RR-16).
 * It needs no second: nobody objected to dealing with it. RONR (12th ed.) 4:58–63.
 */
export type DeclareUnanimousConsent = Readonly<{ type: 'DeclareUnanimousConsent'; consentId: string }> &
  Omit<Question, 'method'>;

/** Any single objection converts to a vote, in every mode; a new text may be asked for anew. */
function* nobodyObjected(
  { consent = noConsent }: MotionState,
  { meetingId, textSha256 }: PutQuestion,
): Check {
  const objected = consent.objected.some(
    (one) => one.meetingId === meetingId && one.textSha256 === textSha256,
  );
  if (objected) yield* barredBy('RR-16', 'UNANIMOUS_CONSENT_OBJECTED', { meetingId, textSha256 });
}

/** Consent of a room that could not adopt the motion by voting adopts nothing. */
function* withinRule(pinned: PutQuestion, attendance: Attendance): Check {
  const { rule } = pinned;
  const wantsPositions = rule.mode === 'consensus' || rule.mode === 'consensus_then_vote';
  if (wantsPositions) yield broken('SP-09', 'CONSENT_NOT_IN_RULE', { mode: rule.mode });
  const { result, alternatives } = atBest(pinned, attendance);
  if (rule.passIfAny.length > 0 && result === 'fail')
    yield irregular('CONSENT_BELOW_RULE', { ruleId: rule.ruleId, alternatives });
}

/** The law wants the vote or abstention of each member; a consent tells who was there and did not object (BA-09). */
function* membersReported(present: UnanimousConsentDeclared['present']): Check {
  yield broken('BA-09', 'CONSENT_WITHOUT_ROLL_CALL', { seatIds: present.map(({ seatId }) => seatId) });
}

export function* declareUnanimousConsent(
  state: MotionState,
  command: DeclareUnanimousConsent,
  facts: QuestionFacts,
): Decision<UnanimousConsentDeclared | ElectionDecided | MotionAdopted> {
  const { consentId } = command;
  yield* inStatus(state, command, 'moved', 'pending');
  yield* unusedId(state, consentId);
  const pinned = yield* putQuestion(state, command, facts);
  yield* nobodyObjected(state, pinned);
  const attendance = yield* meetingOfBody(state, facts);
  yield* withinRule(pinned, attendance);
  const present = consentingSeats(pinned, attendance);
  yield* membersReported(present);
  const elected = yield* electedByConsent(state, consentId);
  const recusedSeatIds = recusedVoters(pinned, attendance);
  const besides = seatsWithoutVote(pinned, attendance);
  const { quorum } = atBest(pinned, attendance);
  return [
    { type: 'UnanimousConsentDeclared', consentId, ...pinned, present, recusedSeatIds, ...besides, quorum },
    ...elected,
    { type: 'MotionAdopted', consentId },
  ];
}
