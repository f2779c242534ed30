import type { body, motion, Recorded } from '#governance';
import { unknownBody, unknownMotion, unknownVote } from './document.ts';
import type { KnownBody, KnownMotion, KnownVote } from './document.ts';
import type { ActOfSeat, DecisionDocument, DecisionFinding } from './views.ts';

/* What decisions say of bodies, motions and votes, after one more event. */

export function bodyAfter(
  known: KnownBody | undefined = unknownBody,
  { event }: Recorded<body.BodyEstablished | body.ConstituencyDefined>,
): KnownBody {
  if (event.type === 'BodyEstablished') return { ...known, name: event.name, timeZone: event.timeZone };
  return { ...known, constituencies: { ...known.constituencies, [event.constituencyId]: event.name } };
}

function actOf(event: motion.MotionMoved | motion.MotionSeconded): ActOfSeat {
  const { seatId, constituencyId } = event;
  const exemption = event.type === 'MotionSeconded' ? event.exemption : undefined;
  return {
    ...(seatId !== undefined && { seatId }),
    ...(constituencyId !== undefined && { constituencyId }),
    ...(exemption !== undefined && { exemption }),
  };
}

export type ToldOfMotion =
  motion.MotionDrafted | motion.MotionTextRevised | motion.MotionMoved | motion.MotionSeconded;

export function motionAfter(
  known: KnownMotion | undefined = unknownMotion,
  { event }: Recorded<ToldOfMotion>,
): KnownMotion {
  switch (event.type) {
    case 'MotionDrafted': {
      const { bodyId, title, text, textSha256 } = event;
      return { ...known, bodyId, title, text, textSha256 };
    }
    case 'MotionTextRevised':
      return { ...known, text: event.text, textSha256: event.textSha256 };
    case 'MotionMoved':
      return { ...known, moved: actOf(event) };
    case 'MotionSeconded':
      return { ...known, seconded: actOf(event) };
  }
}

/** What a decision told of its motion: what is told of a later one begins with it. */
export function motionOf(decision: DecisionDocument): KnownMotion {
  const { bodyId, title, text, textSha256, movedBy, secondedBy, findings } = decision;
  return {
    ...(bodyId !== undefined && { bodyId }),
    ...(title !== undefined && { title }),
    ...(text !== undefined && { text }),
    ...(textSha256 !== undefined && { textSha256 }),
    ...(movedBy && { moved: movedBy }),
    ...(secondedBy && { seconded: secondedBy }),
    findings,
  };
}

export function motionWithFindings(
  known: KnownMotion | undefined = unknownMotion,
  { envelope, event, eventId }: Recorded,
): KnownMotion {
  const added = (envelope.findings ?? []).map((finding): DecisionFinding => ({
    ...finding,
    eventId,
    eventType: event.type,
  }));
  return { ...known, findings: [...known.findings, ...added] };
}

export type ToldOfVote =
  | motion.VoteOpened
  | motion.ConsensusCalled
  | motion.ElectionRoundOpened
  | motion.AdvisoryBallotRecorded
  | motion.VoteTellersReported
  | motion.ConsensusPositionRecorded;

export function voteAfter(
  known: KnownVote | undefined = unknownVote,
  { event, eventId, envelope }: Recorded<ToldOfVote>,
): KnownVote {
  if ('eligibility' in event) return { ...known, opened: { eventId, at: envelope.occurredAt, event } };
  if (event.type === 'ConsensusPositionRecorded') {
    const { seatId, position, reason } = event;
    const said = { seatId, position, ...(reason !== undefined && { reason }) };
    return { ...known, positions: [...(known.positions ?? []), said] };
  }
  if (event.type === 'VoteTellersReported') {
    const { tellers, totals } = event;
    return { ...known, tellers: { tellers, totals } };
  }
  const { seatId, option } = event;
  return { ...known, advisory: [...known.advisory, { seatId, option }] };
}
