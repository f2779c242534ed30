import { irregular, refuse } from '../kernel/index.ts';
import type { Decision } from '../kernel/index.ts';
import { hasMandate, pinned } from './authority.ts';
import type { NamedAuthority } from './authority.ts';
import type { CommitmentRevised } from './events.ts';
import type { Facts } from './facts.ts';
import { unsettled } from './guards.ts';
import type { CommitmentState } from './state.ts';
import { adoptedAt, checkedTerms } from './terms.ts';
import type { NamedTerms } from './terms.ts';

/** The terms change from now on; what was owed before stays readable. A new duration counts from the revision. */
export type ReviseCommitment = Readonly<{
  type: 'ReviseCommitment';
  reason?: string;
  authorityRef?: NamedAuthority;
}> &
  NamedTerms;

export function* reviseCommitment(
  state: CommitmentState,
  command: ReviseCommitment,
  facts: Facts,
): Decision<CommitmentRevised> {
  const { reason } = command;
  yield* unsettled(state, facts);
  const authorityRef = yield* pinned(command.authorityRef, facts);
  if (!authorityRef && !hasMandate(facts)) yield irregular('AUTHORITY_MISSING');
  const from = command.dueWithin === undefined ? (state.madeAt ?? facts.at) : adoptedAt(facts);
  const terms = yield* checkedTerms(command, state.kind, from, facts);
  if (Object.keys(terms).length === 0) return yield* refuse('NOTHING_REVISED');
  return [
    {
      type: 'CommitmentRevised',
      ...terms,
      ...(reason !== undefined && { reason }),
      ...(authorityRef && { authorityRef }),
    },
  ];
}
