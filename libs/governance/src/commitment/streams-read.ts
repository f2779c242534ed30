import type { ClauseRef } from '../kernel/index.ts';
import type { Command } from './decide.ts';
import type { Party } from './events.ts';

/** From where the facts of a command are gathered. */
export type StreamsRead = Readonly<{
  motionId?: string;
  clauseRef?: ClauseRef;
  sourceId?: string;
  bodyIds: readonly string[];
  organizationIds: readonly string[];
}>;

const partiesOf = (command: Command): readonly Party[] =>
  command.type === 'MakeCommitment'
    ? [command.owner, command.obligor, command.beneficiary].filter((party) => party !== undefined)
    : [];

/** What a command asks of other streams. */
export function streamsRead(command: Command): StreamsRead {
  const { motionId, clauseRef, sourceId } = ('authorityRef' in command && command.authorityRef) || {};
  const refs = (kind: Party['kind']) =>
    partiesOf(command)
      .filter((party) => party.kind === kind)
      .map(({ ref }) => ref);
  const register = command.type === 'MakeCommitment' && command.bodyId !== undefined ? [command.bodyId] : [];
  return {
    ...(motionId !== undefined && { motionId }),
    ...(clauseRef && { clauseRef }),
    ...(sourceId !== undefined && { sourceId }),
    bodyIds: [...new Set([...register, ...refs('body')])],
    organizationIds: [...new Set(refs('organization'))],
  };
}
