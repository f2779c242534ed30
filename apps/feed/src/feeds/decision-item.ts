import { streamName } from '#governance';
import { getDecision, sentencesOf } from '#projections';
import type { DecisionDocument, DecisionSummary, Reads } from '#projections';
import { correctionLines, correctionsOf, remarkOf } from './corrections.ts';
import { illustrationMark, illustrationNote } from './illustration.ts';
import type { ItemContent } from './feed.ts';
import { languageOf, publishedOf } from '../record/published.ts';

const outcomeWords = { adopted: 'Adopted', rejected: 'Rejected' } as const;

function titleOf(decision: DecisionSummary): string {
  const { title, motionId, outcome, illustration } = decision;
  const said = `${outcomeWords[outcome]}${remarkOf(decision)}: ${title ?? `motion ${motionId}`}`;
  return illustration ? `[${illustrationMark}] ${said}` : said;
}

function leadOf({ outcome, bodyName, bodyId, decidedAt }: DecisionSummary): string {
  const by = bodyName ?? bodyId;
  const when = decidedAt.precision === 'unknown' ? 'at a time that is not known' : decidedAt.literal;
  return `${outcomeWords[outcome]}${by === undefined ? '' : ` by ${by}`}, ${when}.`;
}

/** The decision in plain sentences, with every number that it rests on. */
function textOf(decision: DecisionDocument): string {
  const { text, illustration } = decision;
  return [
    ...(illustration ? [illustrationNote] : []),
    leadOf(decision),
    ...correctionLines(decision),
    ...(text === undefined ? [] : [`Text: ${text}`]),
    ...(sentencesOf(decision) ?? []),
  ].join('\n');
}

/** What machines want to know of a decision. */
const extensionOf = (decision: DecisionDocument, entries: readonly number[]) => ({
  decision_id: decision.decisionId,
  motion_id: decision.motionId,
  manner: decision.manner,
  vote_event_id: decision.voteEventId,
  body_id: decision.bodyId,
  meeting_id: decision.meetingId,
  outcome: decision.outcome,
  reason: decision.reason,
  decided_at: decision.decidedAt,
  recording_mode: decision.recordingMode,
  counts: decision.counts,
  constituencies: decision.constituencies,
  rule_id: decision.rule?.ruleId,
  clause: decision.rule?.clauseRef,
  ...correctionsOf(decision),
  findings: decision.findings.map(({ code }) => code),
  illustration: decision.illustration ?? false,
  record_entries: entries,
});

/** One decision as an item; undefined where it is not in the register. */
export function decisionEntry(reads: Reads, decisionId: string, publicUrl: string): ItemContent | undefined {
  const decision = getDecision(reads, decisionId);
  if (decision === undefined) return undefined;
  const motion = streamName('motion', decision.motionId);
  const entries = publishedOf(reads, motion);
  const { outcome, illustration } = decision;
  const body = decision.bodyName ?? decision.bodyId;
  return {
    id: `urn:minutebook:decision:${decisionId}`,
    url: `${publicUrl}/decisions/${decisionId}`,
    title: titleOf(decision),
    text: textOf(decision),
    tags: [...(body === undefined ? [] : [body]), outcome, ...(illustration ? [illustrationMark] : [])],
    lang: languageOf(reads, motion),
    extension: extensionOf(
      decision,
      entries.map(({ index }) => index),
    ),
  };
}
