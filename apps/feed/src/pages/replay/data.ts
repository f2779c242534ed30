import { streamName } from '#governance';
import type { Rendering } from '../../http/resource.ts';
import { officeHolders } from '../../record/organization-names.ts';
import { languageOf, lastRecordedIn } from '../../record/published.ts';
import { replayOf } from '../../replay/queries.ts';
import type { Replay, ReplayQuery } from '../../replay/queries.ts';
import type { Loaded } from '../frame/page.tsx';
import type { Sides } from '../../words/outcome.ts';
import { changedSeats } from './changes.ts';

export type ReplayData = Replay &
  Readonly<{
    lang: string | undefined;
    sides: Sides;
    /** Of organizations that hold an office. */
    names: ReadonlyMap<string, string>;
    changed: ReadonlySet<string>;
  }>;

export function loadReplay({
  reads,
  findName,
  id,
  query,
}: Rendering<ReplayQuery>): Loaded<ReplayData> | undefined {
  const found = replayOf(reads, findName, id, query);
  if (found === undefined) return undefined;
  const { body, composition, before } = found;
  const stream = streamName('body', id);
  const sides = (composition?.constituencies ?? []).map(({ constituencyId, name }) => ({
    id: constituencyId,
    name,
  }));
  const data: ReplayData = {
    ...found,
    lang: languageOf(reads, stream),
    sides,
    names: officeHolders(reads, composition),
    changed: changedSeats(before, composition),
  };
  return { data, zone: body.timeZone, modifiedAt: lastRecordedIn(reads, [stream]) };
}
