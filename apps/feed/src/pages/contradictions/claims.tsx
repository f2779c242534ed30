import type { Json } from '#governance';
import type { ClaimInGroup, Contradiction } from '#projections';
import type { Subject } from '../../record/subjects.ts';
import type { Disagreements } from '../../resources/contradictions.ts';
import { useSay } from '../frame/page.tsx';
import type { Say } from '../frame/page.tsx';
import { SourceName } from '../parts/compared.tsx';
import { Name } from '../parts/text.tsx';
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

function Claim({ of, found }: Readonly<{ of: ClaimInGroup; found: Disagreements }>) {
  const say = useSay();
  const { t } = say;
  const { claimId, value, asOf, sourceId, locator, confidence, status } = of;
  const { quote, note } = found.claims[claimId] ?? {};
  return (
    <li id={`claim-${claimId}`} class={`claim is-k-${status}`}>
      <p class="said">
        <Name>{valueText(say, value)}</Name>
      </p>
      <dl>
        <dt>{t('claim.asOf')}</dt>
        <dd>{asOf ? <Time at={asOf} /> : t('claim.noTime')}</dd>
        <dt>{t('claim.source')}</dt>
        <dd>
          <SourceName of={found.sources[sourceId]} id={sourceId} />, <Name>{locator}</Name>
          {confidence !== undefined && ` (${t('sources.confidence', { confidence })})`}
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
        </dd>
      </dl>
      <p class="badges">
        <span class={`badge is-k-${status}`}>{t('claim.status', { status })}</span>
      </p>
    </li>
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

/** What the claims are about. */
function About({ subject: { name, path } }: Readonly<{ subject: Subject }>) {
  const { href } = useSay();
  return path === undefined ? (
    <Name>{name}</Name>
  ) : (
    <a href={href(path)}>
      <Name>{name}</Name>
    </a>
  );
}

type GroupProps = Readonly<{ of: Contradiction; found: Disagreements; subject: Subject }>;

/** Claims on one thing, side by side. */
export function Group({ of, found, subject }: GroupProps) {
  const { t } = useSay();
  const { predicate, verdict, claims } = of;
  const difference = differenceOf(of);
  return (
    <>
      <h3>
        <Name>{predicate}</Name>{' '}
        <span class="meta-inline">
          {t('claim.of')} <About subject={subject} />
        </span>{' '}
        <span class={`badge is-k-${verdict}`}>{t('claim.verdict', { verdict })}</span>
      </h3>
      <p class="meta">
        {difference === undefined
          ? t('claim.values', { count: new Set(claims.map(({ value }) => JSON.stringify(value))).size })
          : t('claim.difference', { difference })}
      </p>
      <ul class="claims">
        {claims.map((one) => (
          <Claim key={one.claimId} of={one} found={found} />
        ))}
      </ul>
      <Reconciliations of={of} />
    </>
  );
}
