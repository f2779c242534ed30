import { instrument } from '#governance';
import type { When } from '#governance';
import { provenanceOf } from '../provenance.ts';
import { eventsOf } from './known.ts';
import type { InstrumentTimes, KnownInstrument } from './known.ts';
import { hasHappened } from './status.ts';
import { versionView } from './version-view.ts';
import type { InForceView, InstrumentSummary, InstrumentView, PracticeDepartureView } from './views.ts';

export const inForceViews = (state: instrument.InstrumentState, asOf: When): readonly InForceView[] =>
  instrument.versionsInForce(state, asOf).map(({ version: { versionId, until }, certainty, since }) => ({
    versionId,
    certainty,
    since,
    ...(until && { until }),
  }));

export function summaryOf({ instrumentId, state }: KnownInstrument, asOf: When): InstrumentSummary {
  const { kind = 'framework', title, bodyId, incorporated, ending } = state;
  const head = instrument.head(state)?.versionId;
  const asArticle = incorporated?.asArticle;
  return {
    instrumentId,
    kind,
    title,
    ...(bodyId !== undefined && { bodyId }),
    inForce: inForceViews(state, asOf),
    ...(head !== undefined && { head }),
    ...(incorporated &&
      hasHappened(incorporated.at, asOf) && {
        incorporated: {
          intoInstrument: incorporated.intoInstrument,
          ...(asArticle !== undefined && { asArticle }),
          at: incorporated.at,
        },
      }),
    ...(ending && hasHappened(ending.at, asOf) && { ending }),
  };
}

export const departuresOf = (known: KnownInstrument): readonly PracticeDepartureView[] =>
  eventsOf(known, 'PracticeDeparted').map((recorded) => {
    const { type: _type, ...departure } = recorded.event;
    return { ...departure, provenance: provenanceOf(recorded) };
  });

/** What a view says of the times it was asked for. */
export const timesOf = ({ asOf, knownAt }: InstrumentTimes) => ({
  asOf,
  ...(knownAt !== undefined && { knownAt }),
});

export function instrumentView(known: KnownInstrument, times: InstrumentTimes): InstrumentView | undefined {
  const [registered] = eventsOf(known, 'InstrumentRegistered');
  if (!registered) return undefined;
  const { state, events } = known;
  const { otherNames, identifiers, timeZone } = registered.event;
  return {
    ...summaryOf(known, times.asOf),
    ...timesOf(times),
    revision: events.at(-1)?.revision ?? 0,
    timeZone,
    ...(otherNames && { otherNames }),
    ...(identifiers && { identifiers }),
    parties: [...state.parties].map(([organizationId, ratificationMethod]) => ({
      organizationId,
      ratificationMethod,
    })),
    versions: [...state.versions.values()].map((version) => versionView(state, version, times.asOf)),
    practiceDepartures: departuresOf(known),
    provenance: provenanceOf(registered),
  };
}
