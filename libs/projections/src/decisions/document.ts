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

export type KnownBody = Readonly<{
  name?: string;
  timeZone?: string;
  /** Names by id. */
  constituencies: Readonly<Record<string, string>>;
}>;

export type KnownMotion = Readonly<{
  bodyId?: string;
  title?: string;
  text?: string;
  textSha256?: string;
  moved?: ActOfSeat;
  seconded?: ActOfSeat;
  findings: readonly DecisionFinding[];
}>;

/** The opening of a vote, as far as its decision tells of it. */
export type OpenedVote = Readonly<{
  openedEventId: string;
  openedAt: When;
  opening: Omit<motion.VoteOpened, 'type'>;
}>;

/** What is known when a vote is closed; anything may be missing from a public record. */
export type KnownOfVote = Readonly<{
  body: KnownBody;
  motion: KnownMotion;
  vote?: OpenedVote | undefined;
  advisory: readonly Readonly<{ seatId: string; option: tally.VoteOption }>[];
}>;

type Closing = Recorded<motion.VoteClosed>;
type Seat = motion.EligibleSeat;

const outcomeOf = ({ result }: tally.Tally): Outcome => (result === 'pass' ? 'adopted' : 'rejected');

const countsOf = ({ counts }: tally.Tally, constituencyId?: string): Counts =>
  Object.fromEntries(
    counts
      .filter((count) => count.constituencyId === constituencyId)
      .map(({ option, value }) => [option, value]),
  );

const seatsOf = ({ vote }: KnownOfVote): readonly Seat[] => vote?.opening.eligibility.seats ?? [];

const labelled = <T extends Readonly<{ seatId?: string }>>(
  line: T,
  seats: readonly Seat[],
): T & { label?: string } => {
  const label = seats.find(({ seatId }) => seatId === line.seatId)?.label;
  return label === undefined ? line : { ...line, label };
};

function advisoryLine(line: KnownOfVote['advisory'][number], seats: readonly Seat[]): AdvisoryLine {
  const constituencyId = seats.find(({ seatId }) => seatId === line.seatId)?.constituencyId;
  return { ...labelled(line, seats), ...(constituencyId !== undefined && { constituencyId }) };
}

/** Those of the snapshot in its order, and whichever the tally names besides. */
function constituencyIds({ vote }: KnownOfVote, { counts, groupResults }: tally.Tally): readonly string[] {
  const counted = counts.flatMap(({ constituencyId }) => constituencyId ?? []);
  const judged = groupResults.map(({ constituencyId }) => constituencyId);
  return [...new Set([...(vote?.opening.eligibility.constituencyIds ?? []), ...counted, ...judged])];
}

const constituencyResults = (known: KnownOfVote, result: tally.Tally): readonly ConstituencyResult[] =>
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

function summaryOf(
  { event, envelope, position, recordedAt, streamId }: Closing,
  known: KnownOfVote,
): DecisionSummary {
  const { voteEventId, tally } = event;
  const { bodyId, title } = known.motion;
  const { visibility } = envelope;
  return {
    decisionId: decisionIdOf(streamId, voteEventId),
    motionId: streamId,
    voteEventId,
    ...(bodyId !== undefined && { bodyId }),
    ...(known.body.name !== undefined && { bodyName: known.body.name }),
    ...(title !== undefined && { title }),
    outcome: outcomeOf(tally),
    ...(tally.reason !== undefined && { reason: tally.reason }),
    decidedAt: envelope.occurredAt,
    recordedAt,
    position,
    counts: countsOf(tally),
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

function fromOpening({ vote }: KnownOfVote): FromOpening {
  if (!vote) return {};
  const { openedEventId, openedAt, opening } = vote;
  const { meetingId, itemId, textSha256, method, rule, eligibility, rosterRevision } = opening;
  const item = itemId !== undefined && { itemId };
  return {
    openedEventId,
    openedAt,
    meetingId,
    ...item,
    textSha256,
    method,
    rule,
    eligibility,
    rosterRevision,
  };
}

/** The text goes with the decision only where it is the one that was voted on. */
function textOf({
  motion: { text, textSha256 },
  vote,
}: KnownOfVote): Pick<DecisionDocument, 'text' | 'textSha256'> {
  if (text === undefined || textSha256 === undefined) return {};
  const isVotedOn = !vote || vote.opening.textSha256 === textSha256;
  return isVotedOn ? { text, textSha256 } : {};
}

function fromMotion(known: KnownOfVote): Partial<DecisionDocument> {
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

export type Decision = Readonly<{ summary: DecisionSummary; document: DecisionDocument }>;

/** The decision that a closed vote comes to. */
export function decisionOf(closing: Closing, known: KnownOfVote): Decision {
  const { rollCall, tally, castingVote, meetingRevision } = closing.event;
  const seats = seatsOf(known);
  const summary = summaryOf(closing, known);
  const document: DecisionDocument = {
    ...summary,
    closedEventId: closing.eventId,
    recordingMode: closing.envelope.recordingMode,
    ...fromMotion(known),
    ...fromOpening(known),
    constituencies: constituencyResults(known, tally),
    rollCall: rollCall.map((line) => labelled(line, seats)),
    advisory: known.advisory.map((line) => advisoryLine(line, seats)),
    ...(castingVote && { castingVote }),
    meetingRevision,
    tally,
    findings: known.motion.findings,
    sources: closing.envelope.sources ?? [],
  };
  return { summary, document };
}
