import type { motion, Recorded, tally, When } from '#governance';
import { decisionIdOf } from './decision-id.ts';
import type {
  ActOfSeat,
  AdvisoryLine,
  ConstituencyResult,
  Counts,
  DecisionDocument,
  DecisionFinding,
  DecisionSummary,
  Outcome,
} from './views.ts';

/** What a decision says of its body. */
export type KnownBody = Readonly<{
  name?: string;
  timeZone?: string;
  /** Names by id. */
  constituencies: Readonly<Record<string, string>>;
}>;

/** What it says of its motion. */
export type KnownMotion = Readonly<{
  bodyId?: string;
  title?: string;
  text?: string;
  textSha256?: string;
  moved?: ActOfSeat;
  seconded?: ActOfSeat;
  findings: readonly DecisionFinding[];
}>;

/** What a decision rests on, of whatever manner. */
export type Opening =
  motion.VoteOpened | motion.ConsensusCalled | motion.UnanimousConsentDeclared | motion.ElectionRoundOpened;

/** What it says of the vote, until that is closed. */
export type KnownVote = Readonly<{
  opened?: Readonly<{ eventId: string; at: When; event: Opening }>;
  advisory: readonly Readonly<{ seatId: string; option: tally.VoteOption }>[];
  /** Who counted a secret vote, and what. */
  tellers?: Pick<motion.VoteTellersReported, 'tellers' | 'totals'>;
  /** Of seats without a counted vote, in a round of consensus. */
  positions?: readonly Readonly<{ seatId: string; position: tally.Position; reason?: string }>[];
}>;

export const unknownBody: KnownBody = { constituencies: {} };
export const unknownMotion: KnownMotion = { findings: [] };
export const unknownVote: KnownVote = { advisory: [] };

/** Anything may be missing from a public record. */
export type Known = Readonly<{ body: KnownBody; motion: KnownMotion; vote: KnownVote }>;

type Closing = Recorded<motion.VoteClosed>;
type Seat = motion.EligibleSeat;

export const outcomeOf = ({ result }: tally.Tally): Outcome => (result === 'pass' ? 'adopted' : 'rejected');

export const countsOf = ({ counts }: tally.Tally, constituencyId?: string): Counts =>
  Object.fromEntries(
    counts
      .filter((count) => count.constituencyId === constituencyId)
      .map(({ option, value }) => [option, value]),
  );

const eligibilityOf = ({ vote }: Known): motion.Eligibility | undefined => vote.opened?.event.eligibility;

export const seatsOf = (known: Known): readonly Seat[] => eligibilityOf(known)?.seats ?? [];

export const labelled = <T extends Readonly<{ seatId?: string }>>(
  line: T,
  seats: readonly Seat[],
): T & { label?: string } => {
  const label = seats.find(({ seatId }) => seatId === line.seatId)?.label;
  return label === undefined ? line : { ...line, label };
};

function advisoryLine(line: KnownVote['advisory'][number], seats: readonly Seat[]): AdvisoryLine {
  const constituencyId = seats.find(({ seatId }) => seatId === line.seatId)?.constituencyId;
  return { ...labelled(line, seats), ...(constituencyId !== undefined && { constituencyId }) };
}

/** Those of the snapshot in its order, and whichever the tally names besides. */
function constituencyIds(known: Known, { counts, groupResults }: tally.Tally): readonly string[] {
  const counted = counts.flatMap(({ constituencyId }) => constituencyId ?? []);
  const judged = groupResults.map(({ constituencyId }) => constituencyId);
  return [...new Set([...(eligibilityOf(known)?.constituencyIds ?? []), ...counted, ...judged])];
}

const constituencyResults = (known: Known, result: tally.Tally): readonly ConstituencyResult[] =>
  constituencyIds(known, result).map((constituencyId) => {
    const name = known.body.constituencies[constituencyId];
    const group = result.groupResults.find((one) => one.constituencyId === constituencyId);
    return {
      constituencyId,
      ...(name !== undefined && { name }),
      counts: countsOf(result, constituencyId),
      ...(group && { result: group.result }),
    };
  });

type Disposed = Pick<DecisionSummary, 'manner' | 'outcome' | 'counts'> &
  Readonly<{ id: string; reason?: NonNullable<DecisionSummary['reason']> }>;

export function summaryOf(
  { envelope, position, recordedAt, streamId }: Recorded,
  known: Known,
  { id, manner, outcome, reason, counts }: Disposed,
): DecisionSummary {
  const { bodyId, title } = known.motion;
  const { visibility } = envelope;
  return {
    decisionId: decisionIdOf(streamId, id),
    motionId: streamId,
    manner,
    ...(manner === 'vote' && { voteEventId: id }),
    ...(bodyId !== undefined && { bodyId }),
    ...(known.body.name !== undefined && { bodyName: known.body.name }),
    ...(title !== undefined && { title }),
    outcome,
    ...(reason !== undefined && { reason }),
    decidedAt: envelope.occurredAt,
    recordedAt,
    position: String(position),
    counts,
    ...(envelope.illustration && { illustration: true }),
    ...(visibility !== 'public' && { visibility }),
  };
}

type FromOpening = Pick<
  DecisionDocument,
  | 'openedEventId'
  | 'openedAt'
  | 'meetingId'
  | 'itemId'
  | 'textSha256'
  | 'method'
  | 'rule'
  | 'eligibility'
  | 'rosterRevision'
>;

export function fromOpening({ vote: { opened } }: Known): FromOpening {
  if (!opened) return {};
  const { eventId: openedEventId, at: openedAt, event } = opened;
  const { meetingId, itemId, textSha256, rule, eligibility, rosterRevision } = event;
  const method = 'method' in event && { method: event.method };
  const item = itemId !== undefined && { itemId };
  return {
    openedEventId,
    openedAt,
    meetingId,
    ...item,
    textSha256,
    ...method,
    rule,
    eligibility,
    rosterRevision,
  };
}

/** The text goes with the decision only where it is the one that was voted on. */
function textOf({
  motion: { text, textSha256 },
  vote,
}: Known): Pick<DecisionDocument, 'text' | 'textSha256'> {
  if (text === undefined || textSha256 === undefined) return {};
  const isVotedOn = !vote.opened || vote.opened.event.textSha256 === textSha256;
  return isVotedOn ? { text, textSha256 } : {};
}

export function fromMotion(known: Known): Partial<DecisionDocument> {
  const { moved, seconded } = known.motion;
  const { timeZone } = known.body;
  const seats = seatsOf(known);
  return {
    ...(timeZone !== undefined && { timeZone }),
    ...textOf(known),
    ...(moved && { movedBy: labelled(moved, seats) }),
    ...(seconded && { secondedBy: labelled(seconded, seats) }),
  };
}

/** Of seats without a vote, as a document holds them. */
export const withoutVoteOf = (
  { withoutVote }: Pick<motion.VoteClosed, 'withoutVote'>,
  seats: readonly Seat[],
): Pick<DecisionDocument, 'withoutVote'> =>
  withoutVote ? { withoutVote: withoutVote.map((line) => labelled(line, seats)) } : {};

export type Decision = Readonly<{ summary: DecisionSummary; document: DecisionDocument }>;

/** The decision that a closed vote comes to. */
export function decisionOf(closing: Closing, known: Known): Decision {
  const { voteEventId, rollCall, tally, castingVote, meetingRevision, secret } = closing.event;
  const seats = seatsOf(known);
  const summary = summaryOf(closing, known, {
    id: voteEventId,
    manner: 'vote',
    outcome: outcomeOf(tally),
    counts: countsOf(tally),
    ...(tally.reason !== undefined && { reason: tally.reason }),
  });
  const document: DecisionDocument = {
    ...summary,
    closedEventId: closing.eventId,
    recordingMode: closing.envelope.recordingMode,
    ...fromMotion(known),
    ...fromOpening(known),
    constituencies: constituencyResults(known, tally),
    rollCall: rollCall.map((line) => labelled(line, seats)),
    ...withoutVoteOf(closing.event, seats),
    advisory: known.vote.advisory.map((line) => advisoryLine(line, seats)),
    ...(castingVote && { castingVote }),
    ...(secret && { secret: { ...secret, ...known.vote.tellers } }),
    meetingRevision,
    tally,
    findings: known.motion.findings,
    sources: closing.envelope.sources ?? [],
  };
  return { summary, document };
}
