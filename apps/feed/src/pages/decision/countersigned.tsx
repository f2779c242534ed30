import { atInstant } from '#governance';
import type { CountersignedDecision } from '../../record/countersigned.ts';
import { useSay } from '../frame/page.tsx';
import { Name } from '../parts/text.tsx';
import { Time } from '../parts/time.tsx';

const Instant = ({ at }: Readonly<{ at: string }>) => <Time at={atInstant(at)} />;

function Party({ of }: Readonly<{ of: CountersignedDecision['parties'][number] }>) {
  const { rich } = useSay();
  const { organizationId, name = organizationId, at, lateSince } = of;
  const party = <Name>{name}</Name>;
  if (at !== undefined) return rich('check.party.signed', { party, at: <Instant at={at} /> });
  if (lateSince === undefined) return rich('check.party.waited', { party });
  return rich('check.party.late', { party, since: <Instant at={lateSince} /> });
}

/** Which parties have countersigned the decision: their own servers saw it in the log, at a time by their own clocks. */
export function Countersigned({ of: { parties, at } }: Readonly<{ of: CountersignedDecision }>) {
  const { t, rich } = useSay();
  const count = parties.length;
  return (
    <>
      <dt>{t('check.countersigned')}</dt>
      <dd>
        {at === undefined
          ? t('check.countersigned.not', {
              count,
              signed: parties.filter((one) => one.at !== undefined).length,
            })
          : rich('check.countersigned.all', { count, at: <Instant at={at} /> })}
        <ul>
          {parties.map((party) => (
            <li key={party.organizationId}>
              <Party of={party} />
            </li>
          ))}
        </ul>
        <p class="meta">{t('check.countersigned.what')}</p>
      </dd>
    </>
  );
}
