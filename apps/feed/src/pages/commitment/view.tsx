import type { CommitmentStep, TermView } from '#projections';
import { partyName } from '../commitments/data.ts';
import { Progress } from '../commitments/progress.tsx';
import { valueText } from '../commitments/value.ts';
import { DueDate, StandingBadge } from '../commitments/view.tsx';
import { useSay } from '../frame/page.tsx';
import { SourceName } from '../parts/compared.tsx';
import { Fact } from '../parts/fact.tsx';
import { Day, Filter } from '../parts/filter.tsx';
import { Findings } from '../parts/findings.tsx';
import { IllustrationNote, Name, Scroll, Section } from '../parts/text.tsx';
import { Time } from '../parts/time.tsx';
import type { CommitmentData } from './data.ts';
import { Reports } from './reports.tsx';

type Props = Readonly<{ data: CommitmentData }>;

function Ground({
  of: { name, path, source, locator },
}: Readonly<{ of: NonNullable<CommitmentData['ground']> }>) {
  const { href } = useSay();
  if (path !== undefined)
    return (
      <a href={href(path)}>
        <Name>{name}</Name>
      </a>
    );
  return (
    <>
      {source ? <SourceName of={source} id={name} /> : <Name>{name}</Name>}
      {locator !== undefined && (
        <>
          , <Name>{locator}</Name>
        </>
      )}
    </>
  );
}

function Facts({ data: { commitment, bodyName, parties, ground } }: Props) {
  const say = useSay();
  const { t, href } = say;
  const { bodyId, owner, obligor, beneficiary, value } = commitment;
  return (
    <dl class="facts">
      <Fact name={t('commitment.when')}>
        <DueDate of={commitment} />
      </Fact>
      {value && (
        <Fact name={t('commitment.what')}>
          <Name>{valueText(say, value)}</Name>
          {value.conditions !== undefined && (
            <span class="meta">
              <Name>{value.conditions}</Name>
            </span>
          )}
        </Fact>
      )}
      <Fact name={t('commitment.owner')}>
        <Name>{partyName(parties, owner)}</Name>
      </Fact>
      {obligor && (
        <Fact name={t('commitment.obligor')}>
          <Name>{partyName(parties, obligor)}</Name>
        </Fact>
      )}
      {beneficiary && (
        <Fact name={t('commitment.beneficiary')}>
          <Name>{partyName(parties, beneficiary)}</Name>
        </Fact>
      )}
      {ground && (
        <Fact name={t('commitment.ground')}>
          <Ground of={ground} />
        </Fact>
      )}
      {bodyId !== undefined && (
        <Fact name={t('filter.body')}>
          <a href={href(`/bodies/${bodyId}`)}>
            <Name>{bodyName ?? bodyId}</Name>
          </a>
        </Fact>
      )}
    </dl>
  );
}

/** The cohorts that are counted, one by one. */
function Terms({ of }: Readonly<{ of: readonly TermView[] }>) {
  const { t } = useSay();
  return (
    <Scroll label={t('progress.terms')}>
      <table>
        <caption>{t('progress.terms')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('cohorts.column', { column: 'cohort' })}</th>
            <th scope="col">{t('cohorts.column', { column: 'size' })}</th>
            <th scope="col">{t('progress.basis')}</th>
          </tr>
        </thead>
        <tbody>
          {of.map(({ cohortId, label, size, basis, atLeast = 0, onRecord = 0 }) => (
            <tr key={cohortId}>
              <th scope="row">
                <Name>{label}</Name>
              </th>
              <td>{size === undefined ? t('cohorts.unknown') : t('compared.number', { value: size })}</td>
              <td>{t('cohorts.basis', { basis, atLeast: Math.max(atLeast, onRecord) })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

const reasonOf = ({ details }: CommitmentStep): string | undefined => {
  const { reason, evidence } = details;
  if (typeof reason === 'string') return reason;
  return typeof evidence === 'string' ? evidence : undefined;
};

function Steps({ of, lang }: Readonly<{ of: readonly CommitmentStep[]; lang: string | undefined }>) {
  const { t } = useSay();
  return (
    <ol class="timeline">
      {of.map((step) => (
        <li key={step.provenance.eventId}>
          <p class="when">
            <Time at={step.provenance.occurredAt} style="day" />
          </p>
          <p>
            {t('commitment.step', { type: step.type })}
            {reasonOf(step) !== undefined && (
              <span class="meta">
                <Name lang={lang}>{reasonOf(step) ?? ''}</Name>
              </span>
            )}
          </p>
        </li>
      ))}
    </ol>
  );
}

/** One commitment: what was promised, by whom, until when, how far it is, and how it came to stand as it does. */
export function CommitmentPageView({ data }: Props) {
  const { t, href } = useSay();
  const { query, commitment, lang, asOf } = data;
  const { commitmentId, title, kind, standing, progress, remarks, authorityStatus, because, provenance } =
    commitment;
  const path = `/commitments/${commitmentId}`;
  const terms = progress.derived?.total.terms ?? [];
  return (
    <article>
      <p class="kicker">
        <a href={href('/commitments')}>{t('commitment.kicker')}</a>
      </p>
      <h1>
        <Name lang={lang}>{title}</Name>
      </h1>
      <p class="badges">
        <StandingBadge of={standing} /> <span class="tag">{t('commitment.kind', { kind })}</span>
      </p>
      <IllustrationNote of={provenance} />
      <Facts data={data} />
      {authorityStatus !== undefined && <p class="note">{t('commitment.lostGround')}</p>}
      <Section id="progress" title={t('progress.title')}>
        <Filter path={path} label={t('body.atDate')}>
          <Day name="asOf" label={t('commitments.asOf')} value={query.asOf} />
        </Filter>
        {asOf && (
          <p class="note">
            {t('body.shownAsOf')} <Time at={asOf} />. <a href={href(path)}>{t('body.showNow')}</a>
          </p>
        )}
        <Progress of={commitment} />
        {remarks.map(({ code, target, derived, missing }) => (
          <p key={code} class="note">
            {t('commitment.fallsShort', { target, derived, missing })}
          </p>
        ))}
        {terms.length > 0 && <Terms of={terms} />}
      </Section>
      <Section id="reports" title={t('reports.title')}>
        <Reports of={progress.reports} lang={lang} />
      </Section>
      <Section id="steps" title={t('timeline.title')}>
        <Steps of={because} lang={lang} />
      </Section>
      <Findings of={because.flatMap(({ findings }) => findings)} />
    </article>
  );
}
