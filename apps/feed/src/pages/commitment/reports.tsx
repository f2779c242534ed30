import type { ReportView } from '#projections';
import { useSay } from '../frame/page.tsx';
import { Name, Scroll } from '../parts/text.tsx';
import { Time } from '../parts/time.tsx';

function Said({ of: { quantity, numerator, denominator } }: Readonly<{ of: ReportView }>) {
  const { t } = useSay();
  if (quantity !== undefined) return <>{t('compared.number', { value: quantity })}</>;
  if (numerator === undefined || denominator === undefined) return <>–</>;
  const share = denominator === 0 ? 0 : numerator / denominator;
  return <>{t('reports.share', { numerator, denominator, share })}</>;
}

/** What was reported, for which time and of which part. */
export function Reports({ of, lang }: Readonly<{ of: readonly ReportView[]; lang: string | undefined }>) {
  const { t } = useSay();
  if (of.length === 0) return <p>{t('reports.none')}</p>;
  return (
    <Scroll label={t('reports.title')}>
      <table>
        <caption>{t('reports.caption', { count: of.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('reports.period')}</th>
            <th scope="col">{t('reports.subject')}</th>
            <th scope="col">{t('reports.said')}</th>
            <th scope="col">{t('reports.words')}</th>
          </tr>
        </thead>
        <tbody>
          {of.map((report) => (
            <tr key={report.provenance.eventId}>
              <th scope="row">
                <Time at={report.period ?? report.provenance.occurredAt} />
              </th>
              <td>
                <Name>{report.subject ?? '–'}</Name>
              </td>
              <td>
                <Said of={report} />
              </td>
              <td>
                <Name lang={lang}>{report.statement ?? '–'}</Name>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
