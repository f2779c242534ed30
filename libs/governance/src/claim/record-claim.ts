import { notable, refuse } from '../kernel/index.ts';
import type { Check, Decision } from '../kernel/index.ts';
import type { ClaimRecorded } from './events.ts';
import type { SourceFact, SourceTextFact } from './facts.ts';
import { registeredSource } from './guards.ts';
import { holdsQuote } from './quote.ts';
import type { ClaimState } from './state.ts';

/** What a source says of something is recorded as the source says it, whatever others say. */
export type RecordClaim = Readonly<{ type: 'RecordClaim' }> & Omit<ClaimRecorded, 'type' | 'sourceRevision'>;

/** A quote stands in its source, where the text of that is kept. */
function* quotedFromSource({ quote, sourceId, locator }: RecordClaim, { sourceText }: SourceTextFact): Check {
  if (quote !== undefined && sourceText !== undefined && !holdsQuote(sourceText, quote))
    yield* refuse('QUOTE_NOT_IN_SOURCE', { sourceId, locator });
}

export function* recordClaim(
  state: ClaimState,
  command: RecordClaim,
  facts: SourceFact & SourceTextFact,
): Decision<ClaimRecorded> {
  if (state.recorded) return yield* refuse('CLAIM_EXISTS', { sourceId: state.sourceId });
  const { revision: sourceRevision } = yield* registeredSource(facts, command.sourceId);
  yield* quotedFromSource(command, facts);
  const { cohortIds = [] } = command.comparison ?? {};
  if (new Set(cohortIds).size < cohortIds.length) yield notable('COHORT_NAMED_TWICE', { cohortIds });
  return [{ ...command, type: 'ClaimRecorded', sourceRevision }];
}
