import type { PartyStanding, VersionRatification } from '#projections';
import { useSay } from '../frame/page.tsx';
import { Name, Scroll } from '../parts/text.tsx';
import { Time } from '../parts/time.tsx';
import type { InstrumentData } from './data.ts';
import { VersionBadge, versionName } from './versions.tsx';

function Answer({ of: { answer, at, voteRef } }: Readonly<{ of: PartyStanding }>) {
  const { t, href } = useSay();
  return (
    <>
      <span class={`verdict is-${answer}`}>{t('ratification.answer', { answer })}</span>
      {at && (
        <>
          {' '}
          <Time at={at} style="day" />
        </>
      )}
      {voteRef?.motionId !== undefined && (
        <>
          {' '}
          <a href={href(`/motions/${voteRef.motionId}`)}>{t('ratification.vote')}</a>
        </>
      )}
      {voteRef?.reference !== undefined && (
        <>
          {' '}
          <Name>{voteRef.reference}</Name>
        </>
      )}
    </>
  );
}

function OfVersion({ of, data }: Readonly<{ of: VersionRatification; data: InstrumentData }>) {
  const { t } = useSay();
  const { versionId, status, parties, complete, completeAt } = of;
  const version = data.instrument.versions.find((one) => one.versionId === versionId);
  const name = versionName(version ?? of);
  return (
    <>
      <h3>
        <Name>{name}</Name> <VersionBadge status={status} />
      </h3>
      {parties.length === 0 ? (
        <p>{t('ratification.nobody')}</p>
      ) : (
        <Scroll label={`${t('ratification.title')}: ${name}`}>
          <table>
            <caption>
              {t('ratification.complete', { complete: complete ? 'yes' : 'no' })}
              {completeAt && (
                <>
                  {' '}
                  <Time at={completeAt} style="day" />
                </>
              )}
            </caption>
            <thead>
              <tr>
                <th scope="col">{t('ratification.party')}</th>
                <th scope="col">{t('ratification.how')}</th>
                <th scope="col">{t('ratification.needed')}</th>
                <th scope="col">{t('ratification.said')}</th>
              </tr>
            </thead>
            <tbody>
              {parties.map((party) => (
                <tr key={party.organizationId}>
                  <th scope="row">
                    <Name>{data.organizations.get(party.organizationId) ?? party.organizationId}</Name>
                  </th>
                  <td>{t('ratification.method', { method: party.ratificationMethod ?? 'unknown' })}</td>
                  <td>{t('ratification.required', { required: party.required ? 'yes' : 'no' })}</td>
                  <td>
                    <Answer of={party} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </>
  );
}

/** How far each adopted version is with the parties that have to agree. */
export function Ratification({ data }: Readonly<{ data: InstrumentData }>) {
  const { t } = useSay();
  if (data.ratification.length === 0) return <p>{t('ratification.none')}</p>;
  return (
    <>
      {data.ratification.toReversed().map((one) => (
        <OfVersion key={one.versionId} of={one} data={data} />
      ))}
    </>
  );
}
