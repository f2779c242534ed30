import type { ClaimEvent } from './events.ts';

/** What decisions on a claim ask of it; the claim itself is never changed. */
export type ClaimState = Readonly<{
  recorded: boolean;
  sourceId: string;
  /** Claims and facts (`stream@revision`) that stand against it. */
  disputedBy: ReadonlySet<string>;
  retracted: boolean;
}>;

export const noClaim: ClaimState = { recorded: false, sourceId: '', disputedBy: new Set(), retracted: false };

/** What a dispute rests on, as one text. */
export const disputeKey = ({
  byClaimId,
  byFact,
}: Readonly<{ byClaimId?: string; byFact?: Readonly<{ stream: string; revision: number }> }>): string =>
  byClaimId ?? `${byFact?.stream}@${byFact?.revision}`;

export function evolve(state: ClaimState, event: ClaimEvent): ClaimState {
  switch (event.type) {
    case 'ClaimRecorded':
      return { ...noClaim, recorded: true, sourceId: event.sourceId };
    case 'ClaimDisputed':
      return { ...state, disputedBy: new Set(state.disputedBy).add(disputeKey(event)) };
    case 'ClaimReconciled':
      return state;
    case 'ClaimRetracted':
      return { ...state, retracted: true };
  }
}
