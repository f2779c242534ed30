import type { CohortRegisterView, RegisterEntry, RunningTotal, TotalsComparison } from '#projections';
import { useSay } from '../frame/page.tsx';
import { ProgressBar } from '../parts/progress-bar.tsx';
import type { BarPart } from '../parts/progress-bar.tsx';
import { Name, Scroll } from '../parts/text.tsx';
import { Time } from '../parts/time.tsx';
import type { CohortsData } from './data.ts';

type Schools = CohortsData['schools'];

function Total({ of }: Readonly<{ of: RunningTotal }>) {
  const { t } = useSay();
  const { known, unknownParts, atLeast, plannedParts } = of;
  return <>{t('cohorts.total', { known, unknown: unknownParts, atLeast, planned: plannedParts })}</>;
}

const partOf = ({ size, designated }: RegisterEntry): BarPart => {
  if (size.schools !== undefined)
    return { size: size.schools, kind: size.basis === 'planned' ? 'planned' : 'done' };
  return { size: Math.max(size.atLeast, designated.certain), kind: 'bound' };
};

/** The whole programme as a bar, against each target that somebody committed to. */
export function Progress({ of, totals }: Readonly<{ of: CohortRegisterView; totals: TotalsComparison }>) {
  const { t } = useSay();
  const targets = totals.targets.map(({ figure }) => figure);
  return (
    <figure class="progress-figure">
      <ProgressBar parts={of.cohorts.map(partOf)} targets={targets} />
      <figcaption class="meta">
        {t('cohorts.legend')}{' '}
        {targets.length > 0 && t('cohorts.targets', { count: targets.length, targets: targets.join(', ') })}
      </figcaption>
    </figure>
  );
}

function SchoolList({
  of,
  label,
}: Readonly<{ of: Schools extends ReadonlyMap<string, infer L> ? L : never; label: string }>) {
  const { t, href } = useSay();
  if (of.length === 0) return null;
  return (
    <details>
      <summary>
        {t('cohorts.schools', { count: of.length })}
        <span class="hidden">: {label}</span>
      </summary>
      <ul>
        {of.map(({ schoolId, name, held }) => (
          <li key={schoolId}>
            <a href={href(`/schools/${schoolId}`)}>
              <Name>{name}</Name>
            </a>
            {held === 'possible' && ` (${t('school.possibly')})`}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Row({ of, schools }: Readonly<{ of: RegisterEntry; schools: Schools }>) {
  const { t } = useSay();
  const { cohortId, label, schoolYear, status, size, joined, designated, runningTotal } = of;
  return (
    <tr>
      <th scope="row">
        <Name>{label}</Name>
        <span class="meta">{t('cohorts.status', { status })}</span>
      </th>
      <td>
        <Time at={schoolYear} />
        {joined === 'possible' && <span class="meta">{t('cohorts.perhapsJoined')}</span>}
      </td>
      <td>
        {size.schools === undefined ? t('cohorts.unknown') : t('compared.number', { value: size.schools })}
        <span class="meta">
          {t('cohorts.basis', { basis: size.basis, atLeast: Math.max(size.atLeast, designated.certain) })}
        </span>
      </td>
      <td>
        {t('cohorts.designated', { certain: designated.certain, possible: designated.possible })}
        <SchoolList of={schools.get(cohortId) ?? []} label={label} />
      </td>
      <td>
        <Total of={runningTotal} />
      </td>
    </tr>
  );
}

const columns = ['cohort', 'year', 'size', 'designated', 'total'] as const;

/** The cohorts of a programme in order, each with the total up to it. What is unknown is said to be. */
export function Register({ of, schools }: Readonly<{ of: CohortRegisterView; schools: Schools }>) {
  const { t, href } = useSay();
  return (
    <>
      <Scroll label={`${t('cohorts.register')}: ${of.programId}`}>
        <table class="many">
          <caption>{t('cohorts.caption')}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {t('cohorts.column', { column })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {of.cohorts.map((one) => (
              <Row key={one.cohortId} of={one} schools={schools} />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={4}>
                {t('cohorts.whole')}
              </th>
              <td>
                <Total of={of.total} />
              </td>
            </tr>
          </tfoot>
        </table>
      </Scroll>
      {of.cohortUnknown.length > 0 && (
        <p>
          {t('cohorts.unplaced', { count: of.cohortUnknown.length })}{' '}
          {of.cohortUnknown.map(({ schoolId, name }, i) => (
            <span key={schoolId}>
              {i > 0 && ', '}
              <a href={href(`/schools/${schoolId}`)}>
                <Name>{name ?? schoolId}</Name>
              </a>
            </span>
          ))}
        </p>
      )}
    </>
  );
}
