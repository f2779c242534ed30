import { streamName } from '#governance';
import type { When } from '#governance';
import { getBody, getMotion, getOrganization } from '#projections';
import type { AdoptedBy, InstrumentTextView, InstrumentView, Reads, VersionRatification } from '#projections';
import { nameOf } from '../../feeds/milestone-item.ts';
import type { Rendering } from '../../http/resource.ts';
import { languageOf, lastRecordedIn } from '../../record/published.ts';
import { instrumentAt } from '../../resources/instrument.ts';
import type { InstrumentQuery } from '../../resources/instrument.ts';
import type { Loaded } from '../frame/page.tsx';

/** What other streams call something, by its id. */
export type Titles = ReadonlyMap<string, string>;

export type InstrumentData = Readonly<{
  query: InstrumentQuery;
  instrument: InstrumentView;
  text: InstrumentTextView;
  ratification: readonly VersionRatification[];
  lang: string | undefined;
  bodyName?: string | undefined;
  /** Of the motions that adopted something. */
  motions: Titles;
  /** Of instruments that it became a part of or that superseded it. */
  instruments: Titles;
  /** Of the parties. */
  organizations: Titles;
  /** As of when; of now, nothing. */
  asOf?: When | undefined;
}>;

type Adopted = Readonly<{ adopted?: AdoptedBy }>;

export const motionTitles = (reads: Reads, versions: readonly Adopted[]): Titles =>
  new Map(
    versions
      .flatMap(({ adopted }) => adopted?.byMotionId ?? [])
      .map((id) => [id, getMotion(reads, id)?.title ?? id]),
  );

export function loadInstrument(rendering: Rendering<InstrumentQuery>): Loaded<InstrumentData> | undefined {
  const { reads, query, id } = rendering;
  const found = instrumentAt(rendering);
  if (found === undefined) return undefined;
  const { instrument, text, ratification, zone, times } = found;
  const parties = ratification.versions.flatMap((version) => version.parties);
  const organizationIds = [...instrument.parties, ...parties].map(({ organizationId }) => organizationId);
  const stream = streamName('instrument', id);
  const data: InstrumentData = {
    query,
    instrument,
    text,
    ratification: ratification.versions,
    lang: languageOf(reads, stream),
    bodyName: instrument.bodyId === undefined ? undefined : getBody(reads, instrument.bodyId)?.name,
    motions: motionTitles(reads, instrument.versions),
    instruments: new Map(
      [instrument.incorporated?.intoInstrument, instrument.ending?.byInstrument].flatMap((one) =>
        one === undefined ? [] : [[one, nameOf(reads, 'instrument', one)] as const],
      ),
    ),
    organizations: new Map(organizationIds.map((one) => [one, getOrganization(reads, one)?.name ?? one])),
    ...(query.asOf !== undefined && { asOf: times.asOf }),
  };
  return { data, zone, modifiedAt: lastRecordedIn(reads, [stream]) };
}
