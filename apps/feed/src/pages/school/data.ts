import { streamName } from '#governance';
import type { When } from '#governance';
import { getBody, getCohort, getMotion, getOrganization } from '#projections';
import type { SchoolView } from '#projections';
import type { Rendering } from '../../http/resource.ts';
import { languageOf, lastRecordedIn } from '../../record/published.ts';
import { schoolAt } from '../../resources/schools.ts';
import type { TimesQuery } from '../../resources/times.ts';
import type { Loaded } from '../frame/page.tsx';

export type SchoolData = Readonly<{
  query: TimesQuery;
  school: SchoolView;
  lang: string | undefined;
  /** Names of what its record names: `body/{id}`, `cohort/{id}`, `motion/{id}`, `organization/{id}`. */
  names: ReadonlyMap<string, string>;
  asOf?: When | undefined;
}>;

function namesOf(
  { reads }: Pick<Rendering<unknown>, 'reads'>,
  school: SchoolView,
): ReadonlyMap<string, string> {
  const { bodyId, organizationId, designations, siteBodies } = school;
  const names = new Map<string, string>();
  const add = (kind: string, id: string | undefined, nameOf: (known: string) => string | undefined) => {
    if (id !== undefined) names.set(`${kind}/${id}`, nameOf(id) ?? id);
  };
  for (const id of [bodyId, ...siteBodies.map((one) => one.bodyId)])
    add('body', id, (known) => getBody(reads, known)?.name);
  add('organization', organizationId, (known) => getOrganization(reads, known)?.name);
  for (const { cohortId, motionId, acts } of designations) {
    add('cohort', cohortId, (known) => getCohort(reads, known)?.label);
    for (const id of [motionId, ...acts.map((act) => act.motionId)])
      add('motion', id, (known) => getMotion(reads, known)?.title);
  }
  return names;
}

export function loadSchool(rendering: Rendering<TimesQuery>): Loaded<SchoolData> | undefined {
  const { reads, query, id } = rendering;
  const found = schoolAt(rendering);
  if (found === undefined) return undefined;
  const { school, zone, times } = found;
  const stream = streamName('school', id);
  const data: SchoolData = {
    query,
    school,
    lang: languageOf(reads, stream),
    names: namesOf(rendering, school),
    ...(query.asOf !== undefined && { asOf: times.asOf }),
  };
  return { data, zone, modifiedAt: lastRecordedIn(reads, [stream]) };
}
