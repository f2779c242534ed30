import { incomplete, refuse } from '../kernel/index.ts';
import type { Decision } from '../kernel/index.ts';
import type { PracticeDeparted } from './events.ts';
import type { SourceFact } from './facts.ts';
import { registered, sourced } from './guards.ts';
import { head } from './state.ts';
import type { InstrumentState } from './state.ts';

/** Somebody observed that practice is not what a clause says. The clause stands: nothing is amended by it. */
export type RecordPracticeDeparture = Readonly<{ type: 'RecordPracticeDeparture' }> &
  Omit<PracticeDeparted, 'type'>;

export function* recordPracticeDeparture(
  state: InstrumentState,
  command: RecordPracticeDeparture,
  facts: SourceFact,
): Decision<PracticeDeparted> {
  const { clauseId, clauseLabel } = command;
  yield* registered(state);
  const clauses = head(state)?.text.clauses ?? [];
  if (clauseId !== undefined && !clauses.some((clause) => clause.clauseId === clauseId))
    return yield* refuse('CLAUSE_UNKNOWN', { clauseId });
  if (clauseId === undefined && clauseLabel === undefined) yield incomplete('CLAUSE_MISSING');
  yield* sourced(facts);
  return [{ ...command, type: 'PracticeDeparted' }];
}
