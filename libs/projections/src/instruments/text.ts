import { instrument } from '#governance';
import type { InstrumentTimes, KnownInstrument } from './known.ts';
import { departuresOf, inForceViews, timesOf } from './instrument-view.ts';
import { adoptedBy, versionView } from './version-view.ts';
import type { ClauseView, InstrumentTextView } from './views.ts';

/** What put a clause there as it stands: the adoption of a version, or nothing but its proposal. */
function putBy({ state }: KnownInstrument, versionId: string): ClauseView['putBy'] {
  const adoption = state.versions.get(versionId)?.adoption;
  const force = instrument.forces(state).find((one) => one.versionId === versionId);
  return {
    versionId,
    ...(adoption && adoptedBy(adoption)),
    ...(force && { inForceSince: force.start }),
  };
}

function clauseViews(known: KnownInstrument, { text }: instrument.Version): readonly ClauseView[] {
  const departures = departuresOf(known);
  return text.clauses.map(({ versionId, ...clause }) => {
    const ofClause = departures.filter(({ clauseId }) => clauseId === clause.clauseId);
    return {
      ...clause,
      putBy: putBy(known, versionId),
      ...(ofClause.length > 0 && { practiceDepartures: ofClause }),
    };
  });
}

/** The consolidated text of a version: the one that is asked for, or the one in force. Undefined for an unknown one. */
export function textView(
  known: KnownInstrument,
  times: InstrumentTimes,
  versionId?: string,
): InstrumentTextView | undefined {
  const { instrumentId, state } = known;
  const version =
    versionId === undefined
      ? instrument.versionInForce(state, times.asOf)?.version
      : state.versions.get(versionId);
  if (versionId !== undefined && !version) return undefined;
  return {
    instrumentId,
    title: state.title,
    ...timesOf(times),
    ...(version && { version: versionView(state, version, times.asOf) }),
    inForce: inForceViews(state, times.asOf),
    clauses: version ? clauseViews(known, version) : [],
  };
}
