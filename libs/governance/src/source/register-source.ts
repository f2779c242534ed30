import { refuse } from '../kernel/index.ts';
import type { AtFact, Decision } from '../kernel/index.ts';
import type { SourceRegistered } from './events.ts';
import type { SourceState } from './state.ts';

/**
 * A document enters the register of sources. A document that was published anew is another source: what was
 * read in the first stays readable there.
 */
export type RegisterSource = Readonly<{ type: 'RegisterSource' }> & Omit<SourceRegistered, 'type'>;

/** Whether the plain text that the command names is kept. */
export type SourceFacts = AtFact & Readonly<{ textIsKept: boolean }>;

export function* registerSource(
  state: SourceState,
  command: RegisterSource,
  { textIsKept }: SourceFacts,
): Decision<SourceRegistered> {
  if (state.registered) return yield* refuse('SOURCE_EXISTS', { publisher: state.publisher });
  const { textSha256 } = command;
  if (textSha256 !== undefined && !textIsKept) return yield* refuse('SOURCE_TEXT_NOT_KEPT', { textSha256 });
  return [{ ...command, type: 'SourceRegistered' }];
}
