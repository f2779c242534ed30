import type { Json } from '#governance';
import type { ClaimInGroup, Contradiction } from '#projections';
import type { Disagreements } from '../../resources/contradictions.ts';
import { useSay } from '../frame/page.tsx';
import type { Say } from '../frame/page.tsx';
import { SourceName } from '../parts/compared.tsx';
import { Name, Scroll } from '../parts/text.tsx';
import { Time } from '../parts/time.tsx';

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

/** A value as a source gives it: numbers by locale, what has parts part by part. */
function valueText(say: Say, value: Json): string {
  if (typeof value === 'number') return new Intl.NumberFormat(say.lang).format(value);
  if (typeof value === 'boolean') return say.t('claim.boolean', { value: value ? 'yes' : 'no' });
  if (typeof value === 'string') return value;
  if (value === null) return '–';
  if (isList(value)) return value.map((part) => valueText(say, part)).join(', ');
  return Object.entries(value)
    .map(([name, part]) => `${name}: ${valueText(say, part)}`)
    .join('; ');
}

function Row({ of, found }: Readonly<{ of: ClaimInGroup; found: Disagreements }>) {
  const say = useSay();
  const { t } = say;
  const { claimId, value, asOf, sourceId, locator, confidence, status } = of;
  const { quote, note } = found.claims[claimId] ?? {};
  return (
    <tr id={`claim-${claimId}`}>
      <th scope="row">
        <Name>{valueText(say, value)}</Name>
      </th>
      <td>{asOf ? <Time at={asOf} /> : t('claim.noTime')}</td>
      <td>
        <SourceName of={found.sources[sourceId]} id={sourceId} />, <Name>{locator}</Name>
        {confidence !== undefined && <span class="meta">{t('sources.confidence', { confidence })}</span>}
        {quote !== undefined && (
          <span class="meta">
            <q>
              <Name>{quote}</Name>
            </q>
          </span>
        )}
        {note !== undefined && (
          <span class="meta">
            <Name>{note}</Name>
          </span>
        )}
      </td>
      <td>
        <span class={`badge is-k-${status}`}>{t('claim.status', { status })}</span>
      </td>
    </tr>
  );
}

/** How far apart numbers are, where all that stand are numbers. */
function differenceOf({ claims }: Contradiction): number | undefined {
  const values = claims.filter(({ status }) => status !== 'retracted').map(({ value }) => value);
  const numbers = values.filter((value) => typeof value === 'number');
  return numbers.length === values.length && numbers.length > 1
    ? Math.max(...numbers) - Math.min(...numbers)
    : undefined;
}

function Reconciliations({ of }: Readonly<{ of: Contradiction }>) {
  const { t } = useSay();
  return (
    <>
      {of.reconciliations.map(({ rationale, preferredClaimId, provenance }) => (
        <p key={provenance.eventId} class="note">
          {t('claim.reconciled', { preferred: preferredClaimId === undefined ? 'no' : 'yes' })}{' '}
          {preferredClaimId !== undefined && (
            <>
              <a href={`#claim-${preferredClaimId}`}>{preferredClaimId}</a>.{' '}
            </>
          )}
          <Name>{rationale}</Name>
        </p>
      ))}
    </>
  );
}

/** Claims on one thing, side by side. */
export function Group({ of, found }: Readonly<{ of: Contradiction; found: Disagreements }>) {
  const { t } = useSay();
  const { subject, predicate, verdict, claims } = of;
  const difference = differenceOf(of);
  const caption =
    difference === undefined
      ? t('claim.values', { count: new Set(claims.map(({ value }) => JSON.stringify(value))).size })
      : t('claim.difference', { difference });
  return (
    <>
      <h3>
        <Name>{predicate}</Name>{' '}
        <span class="meta-inline">
          {t('claim.of')} <Name>{subject}</Name>
        </span>{' '}
        <span class={`badge is-k-${verdict}`}>{t('claim.verdict', { verdict })}</span>
      </h3>
      <Scroll label={`${predicate}, ${subject}`}>
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t('claim.value')}</th>
              <th scope="col">{t('claim.asOf')}</th>
              <th scope="col">{t('claim.source')}</th>
              <th scope="col">{t('claim.standing')}</th>
            </tr>
          </thead>
          <tbody>
            {claims.map((one) => (
              <Row key={one.claimId} of={one} found={found} />
            ))}
          </tbody>
        </table>
      </Scroll>
      <Reconciliations of={of} />
    </>
  );
}
