import { instrument } from '#governance';
import { clauseDiffs } from './diff.ts';
import type { KnownInstrument } from './known.ts';
import { departuresOf } from './instrument-view.ts';
import type { InstrumentTimes } from './known.ts';
import { versionView } from './version-view.ts';
import type { ClauseHistoryView, ClauseStep } from './views.ts';

/** What a version did to a clause; nothing where it left it as it was, and no answer where its text is not held. */
function stepOf(
  { state }: KnownInstrument,
  version: instrument.Version,
  { clauseId, asOf }: Readonly<{ clauseId: string }> & InstrumentTimes,
): readonly ClauseStep[] {
  const base = version.baseVersion === undefined ? undefined : state.versions.get(version.baseVersion);
  const view = versionView(state, version, asOf);
  const isComparable = version.textHeld && (base?.textHeld ?? version.baseVersion === undefined);
  if (!isComparable) return [{ version: view, comparable: false }];
  const diffs = clauseDiffs(base?.text.clauses ?? [], version.text.clauses);
  const diff = diffs.find((one) => one.clauseId === clauseId);
  return diff ? [{ version: view, comparable: true, diff }] : [];
}

/** The clause as it stands in the version in force, else in the last text that has it. */
function standing({ state }: KnownInstrument, clauseId: string, { asOf }: InstrumentTimes) {
  const inForce = instrument.versionInForce(state, asOf)?.version;
  const texts = [inForce, ...[...state.versions.values()].toReversed()];
  for (const version of texts) {
    const clause = version?.text.clauses.find((one) => one.clauseId === clauseId);
    if (version && clause) return { clause, inForce: version === inForce };
  }
  return undefined;
}

/** Every version that put a clause there, changed it or took it out; undefined for a clause that never was. */
export function clauseHistoryView(
  known: KnownInstrument,
  clauseId: string,
  times: InstrumentTimes,
): ClauseHistoryView | undefined {
  const { instrumentId, state } = known;
  const found = standing(known, clauseId, times);
  if (!found) return undefined;
  const { versionId: _versionId, ...clause } = found.clause;
  return {
    instrumentId,
    title: state.title,
    clauseId,
    clause,
    inForce: found.inForce,
    steps: [...state.versions.values()].flatMap((version) => stepOf(known, version, { clauseId, ...times })),
    rules: state.rules
      .filter((rule) => rule.clauseId === clauseId)
      .map(({ ruleId, start, interpretations }) => ({ ruleId, since: start, interpretations })),
    practiceDepartures: departuresOf(known).filter((one) => one.clauseId === clauseId),
  };
}
