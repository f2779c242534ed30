import type { motion, Recorded, tally } from '#governance';
import { countsOf, outcomeOf } from './document.ts';
import type { Decision } from './document.ts';
import type {
  ConstituencyResult,
  DecisionCorrection,
  DecisionDocument,
  DecisionSummary,
  OriginalDecision,
  RollCallLine,
} from './views.ts';

/* A decision whose record was corrected: as it stands now, and beside it as it was recorded. */

/** As the vote was closed, whatever was corrected since. */
function originalOf(document: DecisionDocument): OriginalDecision {
  if (document.original) return document.original;
  const { outcome, reason, counts, constituencies, rollCall, withoutVote, tally, secret } = document;
  return {
    outcome,
    ...(reason !== undefined && { reason }),
    counts,
    constituencies,
    rollCall,
    ...(withoutVote && { withoutVote }),
    ...(tally && { tally }),
    ...(secret?.totals && { totals: secret.totals }),
  };
}

const correctionOf = (
  { rollCall, withoutVote = [] }: DecisionDocument,
  { event, envelope, eventId, recordedAt }: Recorded<motion.VoteRecordCorrected>,
): DecisionCorrection => {
  const { type: _type, voteEventId: _voteEventId, ...correction } = event;
  const label = [...rollCall, ...withoutVote].find(({ seatId }) => seatId === event.seatId)?.label;
  return {
    ...correction,
    ...(label !== undefined && { label }),
    changesOutcome: false,
    correctedAt: envelope.occurredAt,
    recordedAt,
    eventId,
  };
};

export function withCorrection(
  { summary, document }: Decision,
  recorded: Recorded<motion.VoteRecordCorrected>,
): Decision {
  const { seatId, to, presence } = recorded.event;
  const correctedLine = (line: RollCallLine): RollCallLine =>
    line.seatId === seatId ? { ...line, option: to, present: presence?.to ?? line.present } : line;
  const roll = {
    rollCall: document.rollCall.map(correctedLine),
    ...(document.withoutVote && { withoutVote: document.withoutVote.map(correctedLine) }),
  };
  const corrections = [...(document.corrections ?? []), correctionOf(document, recorded)];
  const marked = { ...summary, corrected: true } as const;
  const original = originalOf(document);
  return { summary: marked, document: { ...document, ...marked, ...roll, corrections, original } };
}

export function withReportCorrection(
  { summary, document }: Decision,
  { event, envelope, eventId, recordedAt }: Recorded<motion.VoteTellersReportCorrected>,
): Decision {
  const { type: _type, voteEventId: _voteEventId, ...correction } = event;
  const { secret, reportCorrections = [] } = document;
  const times = { correctedAt: envelope.occurredAt, recordedAt, eventId };
  const marked = { ...summary, corrected: true } as const;
  return {
    summary: marked,
    document: {
      ...document,
      ...marked,
      ...(secret && { secret: { ...secret, totals: event.to } }),
      reportCorrections: [...reportCorrections, { ...correction, changesOutcome: false, ...times }],
      original: originalOf(document),
    },
  };
}

/** The last correction is the one that led to the restatement. */
const lastMarked = <T extends Readonly<{ changesOutcome: boolean }>>(
  corrections: readonly T[],
  changesOutcome: boolean,
): readonly T[] =>
  corrections.map((one, index) => (index === corrections.length - 1 ? { ...one, changesOutcome } : one));

function constituenciesAfter(
  { constituencies }: DecisionDocument,
  restated: tally.Tally,
): readonly ConstituencyResult[] {
  return constituencies.map(({ result: _result, ...constituency }) => {
    const { constituencyId } = constituency;
    const group = restated.groupResults.find((one) => one.constituencyId === constituencyId);
    const counts = countsOf(restated, constituencyId);
    return { ...constituency, counts, ...(group && { result: group.result }) };
  });
}

/** What the tally says, of a summary. */
function summarized(
  { reason: _reason, ...summary }: DecisionSummary,
  restated: tally.Tally,
): DecisionSummary {
  const { reason } = restated;
  return {
    ...summary,
    outcome: outcomeOf(restated),
    ...(reason !== undefined && { reason }),
    counts: countsOf(restated),
  };
}

export function withRestatement(
  { summary, document }: Decision,
  { event }: Recorded<motion.TallyRestated>,
): Decision {
  const { tally, changesOutcome } = event;
  const { reason: _reason, ...before } = document;
  const after = summarized(summary, tally);
  const { corrections, reportCorrections } = document;
  const constituencies = constituenciesAfter(document, tally);
  return {
    summary: after,
    document: {
      ...before,
      ...after,
      tally,
      constituencies,
      // Of one vote there are only corrections of one kind.
      ...(corrections && { corrections: lastMarked(corrections, changesOutcome) }),
      ...(reportCorrections && { reportCorrections: lastMarked(reportCorrections, changesOutcome) }),
    },
  };
}

export function voidedBy(
  { summary, document }: Decision,
  { event, envelope, eventId, recordedAt }: Recorded<motion.MotionVoided>,
): Decision {
  const { type: _type, ...voiding } = event;
  const marked = { ...summary, voided: true } as const;
  const voidedAs = { ...voiding, voidedAt: envelope.occurredAt, recordedAt, eventId };
  return { summary: marked, document: { ...document, ...marked, voidedAs } };
}
