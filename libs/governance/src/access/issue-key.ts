import { refuse } from '../kernel/index.ts';
import type { AtFact, Decision } from '../kernel/index.ts';
import type { KeyIssued } from './events.ts';
import type { AccessState } from './state.ts';

/** An API key is issued: one key per actor, of which only the hash is kept. Another key is another actor. */
export type IssueKey = Readonly<{ type: 'IssueKey' }> & Omit<KeyIssued, 'type'>;

export function* issueKey(state: AccessState, command: IssueKey, { at }: AtFact): Decision<KeyIssued> {
  const { expiresAt } = command;
  if (state.kind !== 'none') return yield* refuse('KEY_EXISTS');
  if (expiresAt !== undefined && Date.parse(expiresAt) <= Date.parse(at.latest))
    return yield* refuse('KEY_EXPIRED', { expiresAt });
  return [{ ...command, type: 'KeyIssued' }];
}
