import type { Subject } from '../../record/subjects.ts';
import type { ContradictionsQuery, Disagreements } from '../../resources/contradictions.ts';
import { useSay } from '../frame/page.tsx';
import { Compared } from '../parts/compared.tsx';
import type { Stating } from '../parts/compared.tsx';
import { Name, Section } from '../parts/text.tsx';
import { Group } from './claims.tsx';

export type ContradictionsData = Readonly<{
  query: ContradictionsQuery;
  found: Disagreements;
  /** By the ids that the claims are about. */
  subjects: ReadonlyMap<string, Subject>;
  commitments: Stating['commitments'];
}>;

/** What the sources disagree on: nothing is decided here, and nothing is left out. */
export function ContradictionsView({ data }: Readonly<{ data: ContradictionsData }>) {
  const { t, href } = useSay();
  const { query, found, subjects, commitments } = data;
  const { contradictions, totals } = found;
  const isNarrowed = query.subject !== undefined || query.program !== undefined;
  return (
    <>
      <h1>{t('contradictions.title')}</h1>
      <p class="lead">{t('contradictions.lead')}</p>
      {isNarrowed && (
        <p class="note">
          {t('contradictions.narrowed')}{' '}
          <Name>{[query.subject, query.program].filter(Boolean).join(', ')}</Name>.{' '}
          <a href={href('/contradictions')}>{t('contradictions.all')}</a>
        </p>
      )}
      <Section id="claims" title={t('contradictions.claims')}>
        {contradictions.length === 0 && <p>{t('contradictions.none')}</p>}
        {contradictions.map((one) => (
          <Group
            key={`${one.subject} ${one.predicate}`}
            of={one}
            found={found}
            subject={subjects.get(one.subject) ?? { name: one.subject }}
          />
        ))}
      </Section>
      <Section id="totals" title={t('compared.title')}>
        {totals.length === 0 && <p>{t('compared.none')}</p>}
        {totals.map((one) => (
          <div key={one.programId}>
            <h3>
              <a href={href(`/cohorts?program=${one.programId}`)}>
                <Name>{one.programId}</Name>
              </a>
            </h3>
            <Compared of={one} stating={{ ...found, commitments }} />
          </div>
        ))}
      </Section>
    </>
  );
}
