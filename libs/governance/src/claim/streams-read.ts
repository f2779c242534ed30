import type { Command } from './decide.ts';
import type { FactRef } from './events.ts';
import type { ClaimState } from './state.ts';

/** From where the facts of a command are gathered. */
export type StreamsRead = Readonly<{
  sourceId?: string;
  /** Whether the text of the source is held against a quote. */
  sourceText: boolean;
  claimIds: readonly string[];
  /** The source in which a publisher takes a claim back. */
  retractedIn?: string;
  fact?: FactRef;
}>;

/** What a command asks of other streams. */
export function streamsRead(state: ClaimState, command: Command): StreamsRead {
  switch (command.type) {
    case 'RecordClaim':
      return { sourceId: command.sourceId, sourceText: command.quote !== undefined, claimIds: [] };
    case 'DisputeClaim': {
      const { byClaimId, byFact } = command;
      const claimIds = byClaimId === undefined ? [] : [byClaimId];
      return { sourceText: false, claimIds, ...(byFact && { fact: byFact }) };
    }
    case 'ReconcileClaims':
      return { sourceText: false, claimIds: command.withClaimIds };
    case 'RetractClaim': {
      const retractedIn = command.sourceId !== undefined && { retractedIn: command.sourceId };
      return { sourceId: state.sourceId, sourceText: false, claimIds: [], ...retractedIn };
    }
  }
}
