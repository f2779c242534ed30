import type { Decision } from '../kernel/index.ts';
import { pinned } from './authority.ts';
import type { NamedAuthority } from './authority.ts';
import type { CommitmentMet } from './events.ts';
import type { Facts } from './facts.ts';
import { unsettled } from './guards.ts';
import type { CommitmentState } from './state.ts';

/** It is found that the commitment was kept, in time or late. */
export type RecordCommitmentMet = Readonly<{
  type: 'RecordCommitmentMet';
  evidence?: string;
  authorityRef?: NamedAuthority;
}>;

export function* recordCommitmentMet(
  state: CommitmentState,
  { evidence, authorityRef: named }: RecordCommitmentMet,
  facts: Facts,
): Decision<CommitmentMet> {
  yield* unsettled(state, facts);
  const authorityRef = yield* pinned(named, facts);
  const said = { ...(evidence !== undefined && { evidence }), ...(authorityRef && { authorityRef }) };
  return [{ type: 'CommitmentMet', ...said }];
}
