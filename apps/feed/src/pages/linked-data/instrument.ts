import type { Legislation } from 'schema-dts';
import type { Say } from '../frame/page.tsx';
import type { InstrumentData } from '../instrument/data.ts';
import { idOf, isoOf, known, named, organization } from './common.ts';

/** Whether something of it is in force at the time that is shown; where the dates do not say, nothing is said. */
function forceOf({
  inForce,
}: InstrumentData['instrument']): 'https://schema.org/InForce' | 'https://schema.org/NotInForce' | undefined {
  if (inForce.length === 0) return 'https://schema.org/NotInForce';
  return inForce.some(({ certainty }) => certainty === 'certain') ? 'https://schema.org/InForce' : undefined;
}

/** A rule or an agreement, with its parties. */
export function linkedInstrument(say: Say, data: InstrumentData): Legislation {
  const { instrument, lang, bodyName, organizations } = data;
  const { instrumentId, title, kind, otherNames = [], identifiers = [], bodyId, parties } = instrument;
  const [certain] = instrument.inForce;
  return known({
    '@type': 'Legislation',
    '@id': idOf(say, `/instruments/${instrumentId}`),
    url: idOf(say, `/instruments/${instrumentId}`),
    name: title,
    alternateName: otherNames,
    legislationIdentifier: [instrumentId, ...identifiers.map(({ identifier }) => identifier)],
    legislationType: say.t('instrument.kind', { kind }),
    legislationLegalForce: forceOf(instrument),
    legislationDateVersion: isoOf(certain?.since)?.slice(0, 10),
    legislationPassedBy: bodyId === undefined ? undefined : organization(say, bodyId, bodyName),
    contributor: parties.map(({ organizationId }) =>
      named(organizations.get(organizationId) ?? organizationId),
    ),
    inLanguage: lang,
  });
}
