import type { MinutesDocument, MotionLine } from './minutes-document.ts';

/** Where a motion stands that the meeting took up and did not finish with. */
const undecided = new Set(['moved', 'pending', 'voting', 'seeking_consensus', 'nominating', 'electing']);

function* missingOf({
  motionId,
  text,
  mover,
  seconder,
  secondExemption,
  adoptedWith,
  election,
  disposition,
}: MotionLine): Generator<string> {
  if (text === undefined) yield `wording:${motionId}`;
  // What stands on a consent calendar is moved with the calendar, and an election by nobody.
  if (!mover && !adoptedWith && !election) yield `mover:${motionId}`;
  else if (mover && !seconder && secondExemption === undefined && disposition !== 'lapsed')
    yield `seconder:${motionId}`;
  if (undecided.has(disposition)) yield `disposition:${motionId}`;
}

type Told = Omit<MinutesDocument, 'missing'>;

function* remote({ presence }: Told): Generator<string> {
  for (const { seatId, stays } of presence)
    if (stays.some(({ mode, basis }) => mode === 'remote' && basis === undefined))
      yield `remote_basis:${seatId}`;
}

function* missing(minutes: Told): Generator<string> {
  if (minutes.body.name === undefined) yield 'body_name';
  if (minutes.startsAt.precision === 'unknown') yield 'date';
  if (minutes.places.length === 0) yield 'place';
  if (!minutes.calledToOrder) yield 'call_to_order';
  if (!minutes.presiding) yield 'presiding_officer';
  if (!minutes.secretary) yield 'secretary';
  if (minutes.presence.every(({ stays }) => stays.length === 0)) yield 'presence';
  yield* remote(minutes);
  if (minutes.previousMinutes.length === 0) yield 'previous_minutes';
  for (const motion of minutes.motions) yield* missingOf(motion);
  if (minutes.closedSessions.some(({ reports }) => reports.length === 0)) yield 'closed_session_report';
  if (!minutes.adjourned) yield 'adjournment';
}

/**
 * What minutes should tell and the record does not (meeting rules RR-15 and BA-11): a checklist, by code, with the
 * id of the motion or seat after a colon. RONR (12th ed.) 48:4-5.
 */
export const missingIn = (minutes: Told): readonly string[] => [...missing(minutes)];
