import { irregular, refuse } from '../kernel/index.ts';
import type { Check, Decision } from '../kernel/index.ts';
import { pinned } from './authority.ts';
import type { NamedAuthority } from './authority.ts';
import type { CommitmentMade, Terms } from './events.ts';
import type { Facts, PartiesFact } from './facts.ts';
import type { CommitmentState } from './state.ts';
import { adoptedAt, checkedTerms } from './terms.ts';
import type { NamedTerms } from './terms.ts';

/** Somebody commits to a target, to do something, or to money: by a motion, in a clause, or as a source states. */
export type MakeCommitment = Readonly<{ type: 'MakeCommitment'; authorityRef?: NamedAuthority }> &
  NamedTerms &
  Omit<CommitmentMade, 'type' | 'authorityRef' | keyof Terms>;

function* knownParties({ unknownBodyIds, unknownOrganizationIds }: PartiesFact): Check {
  for (const bodyId of unknownBodyIds) yield* refuse('BODY_UNKNOWN', { bodyId });
  for (const organizationId of unknownOrganizationIds)
    yield* refuse('ORGANIZATION_UNKNOWN', { organizationId });
}

export function* makeCommitment(
  state: CommitmentState,
  command: MakeCommitment,
  facts: Facts,
): Decision<CommitmentMade> {
  if (state.status !== 'none') return yield* refuse('COMMITMENT_EXISTS', { status: state.status });
  yield* knownParties(facts);
  const {
    type: _type,
    measure: _m,
    value: _v,
    due: _d,
    dueWithin: _w,
    authorityRef: named,
    ...rest
  } = command;
  const authorityRef = yield* pinned(named, facts);
  if (!authorityRef) yield irregular('AUTHORITY_MISSING');
  const terms = yield* checkedTerms(command, command.kind, adoptedAt(facts), facts);
  return [{ type: 'CommitmentMade', ...rest, ...terms, ...(authorityRef && { authorityRef }) }];
}
