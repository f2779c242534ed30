import type { VersionView } from '#projections';
import { useSay } from '../frame/page.tsx';
import { Filter, Pick } from '../parts/filter.tsx';
import { Name, Scroll } from '../parts/text.tsx';
import { Time } from '../parts/time.tsx';
import { Adopted } from './adopted.tsx';
import type { InstrumentData, Titles } from './data.ts';

export const versionName = ({ versionId, label }: Readonly<{ versionId: string; label?: string }>) =>
  label ?? versionId;

const Day = ({ at }: Readonly<{ at: VersionView['until'] }>) => (at ? <Time at={at} style="day" /> : <>–</>);

export function VersionBadge({ status }: Readonly<{ status: VersionView['status'] }>) {
  const { t } = useSay();
  return <span class={`badge is-v-${status}`}>{t('version.status', { status })}</span>;
}

function Row({
  of,
  instrumentId,
  motions,
}: Readonly<{ of: VersionView; instrumentId: string; motions: Titles }>) {
  const { t, href } = useSay();
  const { versionId, status, baseVersion, proposedAt, adopted, inForceFrom, until, expiredAt } = of;
  const path = `/instruments/${instrumentId}`;
  return (
    <tr>
      <th scope="row">
        <a href={href(`${path}?version=${versionId}`)}>
          <Name>{versionName(of)}</Name>
        </a>
      </th>
      <td>
        <VersionBadge status={status} />
      </td>
      <td>
        <Day at={proposedAt} />
      </td>
      <td>{adopted ? <Adopted by={adopted} motions={motions} /> : '–'}</td>
      <td>
        <Day at={inForceFrom} />
      </td>
      <td>
        <Day at={expiredAt ?? until} />
      </td>
      <td>
        {baseVersion === undefined ? (
          t('version.first')
        ) : (
          <a href={href(`${path}/diff?from=${baseVersion}&to=${versionId}`)}>{t('version.changes')}</a>
        )}
      </td>
    </tr>
  );
}

/** Two versions to be laid side by side. */
export function CompareForm(
  props: Readonly<{ instrumentId: string; versions: readonly VersionView[]; from?: string; to?: string }>,
) {
  const {
    instrumentId,
    versions,
    from = versions.at(-2)?.versionId,
    to = versions.at(-1)?.versionId,
  } = props;
  const { t } = useSay();
  const of = versions.map((version) => ({ value: version.versionId, label: versionName(version) }));
  return (
    <Filter path={`/instruments/${instrumentId}/diff`} label={t('diff.choose')} submit={t('diff.compare')}>
      <Pick name="from" label={t('diff.from')} of={of} chosen={from} />
      <Pick name="to" label={t('diff.to')} of={of} chosen={to} />
    </Filter>
  );
}

const columns = ['name', 'standing', 'proposed', 'adopted', 'since', 'until', 'changes'] as const;

/** Every version: where it stands, by what it was adopted, when it was in force. */
export function Versions({ data: { instrument, motions } }: Readonly<{ data: InstrumentData }>) {
  const { t } = useSay();
  const { instrumentId, versions } = instrument;
  if (versions.length === 0) return <p>{t('version.none')}</p>;
  return (
    <>
      <Scroll label={t('version.title')}>
        <table class="many">
          <caption>{t('version.caption')}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {t('version.column', { column })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {versions.map((version) => (
              <Row key={version.versionId} of={version} instrumentId={instrumentId} motions={motions} />
            ))}
          </tbody>
        </table>
      </Scroll>
      {versions.length > 1 && <CompareForm instrumentId={instrumentId} versions={versions} />}
    </>
  );
}
