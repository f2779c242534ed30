import { streamName } from '#governance';
import { getDecision } from '#projections';
import type { DecisionDocument, DecisionSummary } from '#projections';
import { languageOf, publishedOf } from '../record/published.ts';
import { sidesOf } from '../record/sides.ts';
import { addressIn } from '../words/address.ts';
import { explanationOf } from '../words/explanation.ts';
import { illustrationNotes, illustrationTags, markedTitle } from '../words/illustration.ts';
import { outcomeText } from '../words/outcome.ts';
import { languageName, speechIn } from '../words/speech.ts';
import type { Speech } from '../words/speech.ts';
import { timeText } from '../words/time.ts';
import type { Terms } from '../words/trace.ts';
import { correctionLines, correctionsOf, standingOf } from './corrections.ts';
import type { ItemContent, ItemRendering } from './feed.ts';

function titleOf(speech: Speech, decision: DecisionSummary): string {
  const { title, motionId, outcome } = decision;
  const of = title ?? speech.t('feed.motion', { motion: motionId });
  const said = speech.t('feed.decided', { outcome, standing: standingOf(decision), title: of });
  return markedTitle(speech, said, decision);
}

/** The text that was decided on, with its language where that is another one. */
function decidedText({ t, lang }: Speech, text: string | undefined, spoken = lang): readonly string[] {
  if (text === undefined) return [];
  return [t('feed.text', { language: spoken === lang ? 'none' : languageName(spoken, lang), text })];
}

/** The decision in plain sentences, with every number that it rests on. */
function textOf(terms: Terms, decision: DecisionDocument, spoken: string | undefined): string {
  const { say, sides } = terms;
  return [
    ...illustrationNotes(say, decision),
    outcomeText(say, decision, sides),
    say.t('feed.when', { when: timeText(say, decision.decidedAt) }),
    ...correctionLines(say, decision),
    ...decidedText(say, decision.text, spoken),
    ...explanationOf(terms, decision),
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
export function decisionEntry(
  { reads, publicUrl, lang }: ItemRendering,
  decisionId: string,
): ItemContent | undefined {
  const decision = getDecision(reads, decisionId);
  if (decision === undefined) return undefined;
  const motion = streamName('motion', decision.motionId);
  const entries = publishedOf(reads, motion);
  const spoken = languageOf(reads, motion);
  const say = speechIn(lang, decision.timeZone);
  const body = decision.bodyName ?? decision.bodyId;
  return {
    id: `urn:minutebook:decision:${decisionId}`,
    url: `${publicUrl}${addressIn(lang, `/decisions/${decisionId}`)}`,
    title: titleOf(say, decision),
    text: textOf({ say, sides: sidesOf(reads, decision) }, decision, spoken),
    tags: [...(body === undefined ? [] : [body]), decision.outcome, ...illustrationTags(say, decision)],
    lang: spoken,
    extension: extensionOf(
      decision,
      entries.map(({ index }) => index),
    ),
  };
}
