import type { ClaimView, ComparedNumber, SourceView, TotalsComparison } from '#projections';
import { useSay } from '../frame/page.tsx';
import { Name, Scroll } from './text.tsx';

/** What stated numbers are told with. */
export type Stating = Readonly<{
  claims: Readonly<Record<string, ClaimView>>;
  sources: Readonly<Record<string, SourceView>>;
  /** Titles of commitments, by id. */
  commitments: ReadonlyMap<string, string>;
}>;

/** A source by its title, with the way to it where it is on the web. */
export function SourceName({ of, id }: Readonly<{ of: SourceView | undefined; id: string }>) {
  if (of === undefined) return <code>{id}</code>;
  const { title, url } = of;
  const isWeb = url !== undefined && /^https?:\/\//.test(url);
  return isWeb ? (
    <a href={url} rel="external nofollow noreferrer">
      <Name>{title}</Name>
    </a>
  ) : (
    <Name>{title}</Name>
  );
}

function StatedBy({ of, stating }: Readonly<{ of: ComparedNumber; stating: Stating }>) {
  const { t, href } = useSay();
  const { claimId, commitmentId } = of;
  if (commitmentId !== undefined)
    return (
      <>
        {t('compared.target')}{' '}
        <a href={href(`/commitments/${commitmentId}`)}>
          <Name>{stating.commitments.get(commitmentId) ?? commitmentId}</Name>
        </a>
      </>
    );
  const claim = stating.claims[claimId ?? ''];
  if (!claim) return <code>{claimId}</code>;
  return (
    <>
      <SourceName of={stating.sources[claim.sourceId]} id={claim.sourceId} />, <Name>{claim.locator}</Name>
    </>
  );
}

function Row({ of, stating }: Readonly<{ of: ComparedNumber; stating: Stating }>) {
  const { t } = useSay();
  const { figure, total, verdict, remainder } = of;
  const unknown = total.unknownCohortIds.length;
  return (
    <tr>
      <th scope="row">
        <StatedBy of={of} stating={stating} />
      </th>
      <td>{t('compared.number', { value: figure })}</td>
      <td>
        {t('compared.known', { known: total.known, unknown })}
        <span class="meta">{total.text}</span>
      </td>
      <td>
        <span class={`verdict is-${verdict}`}>
          {t('compared.verdict', {
            verdict,
            remainder: Math.abs(remainder),
            side: remainder < 0 ? 'more' : 'fewer',
            unknown,
          })}
        </span>
      </td>
    </tr>
  );
}

/** Numbers that somebody states, or committed to, beside those that the record itself counts. */
export function Compared({ of, stating }: Readonly<{ of: TotalsComparison; stating: Stating }>) {
  const { t } = useSay();
  const numbers = [...of.claims, ...of.targets];
  if (numbers.length === 0) return <p>{t('compared.none')}</p>;
  return (
    <Scroll label={`${t('compared.title')}: ${of.programId}`}>
      <table class="many">
        <caption>{t('compared.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('compared.statedBy')}</th>
            <th scope="col">{t('compared.stated')}</th>
            <th scope="col">{t('compared.derived')}</th>
            <th scope="col">{t('compared.says')}</th>
          </tr>
        </thead>
        <tbody>
          {numbers.map((one) => (
            <Row key={one.claimId ?? one.commitmentId} of={one} stating={stating} />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
