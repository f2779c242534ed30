import { atInstant, streamName } from '#governance';
import type { When } from '#governance';
import { attendance, compositionChanges, getBody, listDecisions, listMeetings } from '#projections';
import type { AttendanceView, BodyView, CompositionView } from '#projections';
import type { Rendering } from '../../http/resource.ts';
import { officeHolders } from '../../record/organization-names.ts';
import { languageOf, lastRecordedIn } from '../../record/published.ts';
import { bodyAt } from '../../resources/body.ts';
import type { BodyQuery } from '../../resources/body.ts';
import type { Loaded } from '../frame/page.tsx';
import type { ListedDecision } from '../parts/decision-list.tsx';
import { listedDecision } from '../parts/listed.ts';
import type { ListedMeeting } from '../parts/meeting-list.tsx';
import type { Sides } from '../../words/outcome.ts';

const latest = 5;

export type BodyData = Readonly<{
  query: BodyQuery;
  body: BodyView;
  lang: string | undefined;
  /** As of when; of now, nothing. */
  asOf?: When | undefined;
  composition?: CompositionView | undefined;
  sides: Sides;
  /** Of the body that it is a part of. */
  parentName?: string | undefined;
  /** Of organizations that hold an office. */
  names: ReadonlyMap<string, string>;
  /** From its establishment to this year, where that is more than one. */
  years: readonly number[];
  /** When something changed last before the time that is shown, and first after it. */
  earlier?: When | undefined;
  later?: When | undefined;
  attendance?: AttendanceView | undefined;
  decisions: readonly ListedDecision[];
  /** The soonest first. */
  coming: readonly ListedMeeting[];
}>;

/** None where nobody knows when it began, or where it began this year. */
function yearsOf({ established }: BodyView, now: Date): readonly number[] {
  const when = established?.occurredAt;
  if (when === undefined || when.precision === 'unknown') return [];
  const [first, last] = [Number(when.literal.slice(0, 4)), now.getUTCFullYear()];
  return first >= last ? [] : Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

export function loadBody(rendering: Rendering<BodyQuery>): Loaded<BodyData> | undefined {
  const { reads, id, query, now } = rendering;
  const found = bodyAt(rendering);
  if (found === undefined) return undefined;
  const { body, composition, asOf, knownAt } = found;
  const zone = body.timeZone;
  const stream = streamName('body', id);
  const changes = compositionChanges(reads, id, knownAt);
  const coming = { bodyId: id, status: 'scheduled', from: atInstant(now.toISOString()), limit: 200 } as const;
  const data: BodyData = {
    query,
    body,
    lang: languageOf(reads, stream),
    ...(query.asOf !== undefined && { asOf }),
    composition,
    parentName: body.parentBodyId === undefined ? undefined : getBody(reads, body.parentBodyId)?.name,
    names: officeHolders(reads, composition),
    years: yearsOf(body, now),
    sides: (composition?.constituencies ?? []).map(({ constituencyId, name }) => ({
      id: constituencyId,
      name,
    })),
    earlier: changes.findLast(({ latest: end }) => end < asOf.earliest),
    later: changes.find(({ earliest }) => earliest > asOf.latest),
    attendance: attendance(reads, id, { asOf, knownAt, to: asOf }),
    decisions: listDecisions(reads, { bodyId: id, to: asOf, limit: latest }).items.map((one) =>
      listedDecision(reads, one),
    ),
    coming: listMeetings(reads, coming)
      .items.toReversed()
      .slice(0, latest)
      .map((one) => ({ ...one, zone })),
  };
  return { data, zone, modifiedAt: lastRecordedIn(reads, [stream]) };
}
