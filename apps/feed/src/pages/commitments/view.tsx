import { commitment as domain } from '#governance';
import type { CommitmentView } from '#projections';
import { standings } from '../../resources/commitments.ts';
import { useSay } from '../frame/page.tsx';
import { Choose, Day, Filter } from '../parts/filter.tsx';
import { Name } from '../parts/text.tsx';
import { Time } from '../parts/time.tsx';
import { partyName } from './data.ts';
import type { CommitmentsData } from './data.ts';
import { Progress } from './progress.tsx';
import { valueText } from './value.ts';

type Props = Readonly<{ data: CommitmentsData }>;

export function StandingBadge({ of }: Readonly<{ of: CommitmentView['standing'] }>) {
  const { t } = useSay();
  return <span class={`badge is-c-${of}`}>{t('commitment.standing', { standing: of })}</span>;
}

/** When it is due, and whether somebody said so or it was worked out. */
export function DueDate({ of: { due, until, inPerpetuity } }: Readonly<{ of: CommitmentView }>) {
  const { t } = useSay();
  if (due)
    return (
      <>
        {t('commitment.due')} <Time at={due.when} style="day" />
        {due.how.kind === 'computed' && ` (${t('commitment.computed')})`}
      </>
    );
  if (until)
    return (
      <>
        {t('commitment.kept')} <Time at={until} style="day" />
      </>
    );
  return <>{t('commitment.noDate', { forever: inPerpetuity ? 'yes' : 'no' })}</>;
}

function Item({ of, parties }: Readonly<{ of: CommitmentView; parties: CommitmentsData['parties'] }>) {
  const say = useSay();
  const { t, href } = say;
  const { commitmentId, title, kind, standing, value, owner, obligor, remarks, authorityStatus } = of;
  return (
    <li>
      <p class="badges">
        <StandingBadge of={standing} /> <span class="tag">{t('commitment.kind', { kind })}</span>
      </p>
      <h2 class="h3">
        <a href={href(`/commitments/${commitmentId}`)}>
          <Name>{title}</Name>
        </a>
      </h2>
      <p class="meta">
        <DueDate of={of} /> · {t('commitment.by')} <Name>{partyName(parties, obligor ?? owner)}</Name>
        {value && (
          <>
            {' · '}
            <Name>{valueText(say, value)}</Name>
          </>
        )}
      </p>
      <Progress of={of} />
      {remarks.map(({ code, target, derived, missing }) => (
        <p key={code} class="note">
          {t('commitment.fallsShort', { target, derived, missing })}
        </p>
      ))}
      {authorityStatus !== undefined && <p class="note">{t('commitment.lostGround')}</p>}
    </li>
  );
}

/** What was promised, the most urgent first, and how far it is. */
export function CommitmentsView({ data }: Props) {
  const { t, href } = useSay();
  const { query, asOf, bodies, commitments, count, parties } = data;
  return (
    <>
      <h1>{t('commitments.title')}</h1>
      <p class="lead">{t('commitments.lead')}</p>
      <Filter path="/commitments" label={t('commitments.choose')}>
        <Choose
          name="body"
          label={t('filter.body')}
          chosen={query.body}
          of={bodies.map(({ bodyId, name = bodyId }) => ({ value: bodyId, label: name }))}
        />
        <Choose
          name="kind"
          label={t('instrument.kindLabel')}
          chosen={query.kind}
          of={domain.commitmentKinds.map((kind) => ({ value: kind, label: t('commitment.kind', { kind }) }))}
        />
        <Choose
          name="standing"
          label={t('body.status')}
          chosen={query.standing}
          of={standings.map((standing) => ({
            value: standing,
            label: t('commitment.standing', { standing }),
          }))}
        />
        <Day name="asOf" label={t('commitments.asOf')} value={query.asOf} />
      </Filter>
      {asOf && (
        <p class="note">
          {t('body.shownAsOf')} <Time at={asOf} />. <a href={href('/commitments')}>{t('body.showNow')}</a>
        </p>
      )}
      {commitments.length === 0 ? (
        <p>{t('filter.nothing')}</p>
      ) : (
        <ul class="list">
          {commitments.map((one) => (
            <Item key={one.commitmentId} of={one} parties={parties} />
          ))}
        </ul>
      )}
      {count > commitments.length && <p>{t('commitments.more', { shown: commitments.length, count })}</p>}
    </>
  );
}
