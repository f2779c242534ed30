import type { GovernmentOrganization } from 'schema-dts';
import type { BodyData } from '../body/data.ts';
import type { Say } from '../frame/page.tsx';
import { dayOf, idOf, known, named, organization } from './common.ts';

/** A body with its sides, who are its members, and its subcommittees. */
export function linkedBody(say: Say, { body, sides }: BodyData): GovernmentOrganization {
  const { bodyId, name = bodyId, purpose, parentBodyId, established, dissolution, subcommittees } = body;
  return known({
    '@type': 'GovernmentOrganization',
    '@id': idOf(say, `/bodies/${bodyId}`),
    url: idOf(say, `/bodies/${bodyId}`),
    name,
    description: purpose,
    foundingDate: dayOf(established?.occurredAt),
    dissolutionDate: dayOf(dissolution?.provenance.occurredAt),
    parentOrganization:
      parentBodyId === undefined
        ? undefined
        : { '@type': 'Organization', '@id': idOf(say, `/bodies/${parentBodyId}`) },
    subOrganization: subcommittees.map((one) => organization(say, one.bodyId, one.name)),
    member: sides.map((side) => named(side.name ?? side.id)),
  });
}
