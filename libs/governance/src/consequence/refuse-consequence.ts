import { notable } from '../kernel/index.ts';
import type { Decision } from '../kernel/index.ts';
import type { ConsequenceRefused } from './events.ts';

/** A process manager notes that a consequence was refused: a finding, because somebody has to look at it. */
export type RefuseConsequence = Readonly<{ type: 'RefuseConsequence' }> & Omit<ConsequenceRefused, 'type'>;

export function* refuseConsequence(
  _state: undefined,
  command: RefuseConsequence,
): Decision<ConsequenceRefused> {
  const { process, causedBy, stream, code } = command;
  yield notable('CONSEQUENCE_REFUSED', { process, causedBy: causedBy.stream, stream, code });
  return [{ ...command, type: 'ConsequenceRefused' }];
}
