import type { When } from '#governance';
import type { Page, PageRequest } from '../page.ts';
import type { Reads } from '../runtime/reads.ts';
import type { DecisionDocument, DecisionSummary, Outcome } from './views.ts';

export type DecisionFilter = Readonly<{
  bodyId?: string | undefined;
  motionId?: string | undefined;
  outcome?: Outcome | undefined;
  /** Decided, or possibly decided, at or after this time. */
  from?: When | undefined;
  /** Decided, or possibly decided, at or before this time (a day: before its end). */
  to?: When | undefined;
  illustration?: boolean | undefined;
  /** By default the latest decided first; `recorded`: the latest recorded first. */
  order?: 'decided' | 'recorded' | undefined;
}>;

export declare function listDecisions(
  reads: Reads,
  request?: DecisionFilter & PageRequest,
): Page<DecisionSummary>;
/** The document as JSON text, ready to send, with its SHA-256 in hex: a strong ETag. */
export declare function decisionJson(
  reads: Reads,
  decisionId: string,
): Readonly<{ json: string; sha256: string }> | undefined;
export declare function getDecision(reads: Reads, decisionId: string): DecisionDocument | undefined;
