import type { Holder } from '../../body/events.ts';
import type { ClauseRef } from '../../kernel/envelope.ts';

export const mediationOutcomes = ['referred', 'agreement', 'no_agreement'] as const;
export type MediationOutcome = (typeof mediationOutcomes)[number];

/**
 * The sides could not agree, and somebody who belongs to neither helps them (meeting rule SP-13). What they agree on
 * comes back as a motion: a mediation decides nothing.
 */
export type MediationRecorded = Readonly<{
  type: 'MediationRecorded';
  mediationId: string;
  mediator: Holder;
  /** `referred` to the mediator; or how that ended. */
  outcome: MediationOutcome;
  statement?: string;
  /** Of the text on which the sides were apart. */
  textSha256: string;
  /** Votes and rounds of consensus on that text that had failed by then. */
  failedIds: readonly string[];
  /** The clause that sends the question to mediation, where there is one. */
  clauseRef?: ClauseRef;
}>;
