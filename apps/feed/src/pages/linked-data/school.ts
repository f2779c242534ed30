import type { School } from 'schema-dts';
import type { Say } from '../frame/page.tsx';
import type { SchoolData } from '../school/data.ts';
import { idOf, known, named } from './common.ts';

/** A school under all its names, with the organization that it belongs to. */
export function linkedSchool(say: Say, { school, names }: SchoolData): School {
  const { schoolId, name = schoolId, otherNames, organizationId } = school;
  return known({
    '@type': 'School',
    '@id': idOf(say, `/schools/${schoolId}`),
    url: idOf(say, `/schools/${schoolId}`),
    name,
    alternateName: otherNames,
    parentOrganization:
      organizationId === undefined
        ? undefined
        : named(names.get(`organization/${organizationId}`) ?? organizationId),
  });
}
