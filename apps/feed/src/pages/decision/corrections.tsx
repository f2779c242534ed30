import type { DecisionDocument } from '#projections';
import { useSay } from '../frame/page.tsx';
import { Name, Scroll, Section } from '../parts/text.tsx';
import { Time } from '../parts/time.tsx';

type Props = Readonly<{ decision: DecisionDocument; lang: string | undefined }>;

function Voided({ decision, lang }: Props) {
  const { t } = useSay();
  const { voidedAs } = decision;
  if (!voidedAs) return null;
  return (
    <p class="note">
      {t('voided.by', { basis: voidedAs.basis })} <Time at={voidedAs.voidedAt} />.{' '}
      <Name lang={lang}>{voidedAs.reason}</Name>
    </p>
  );
}

function Corrected({ decision, lang }: Props) {
  const { t, href } = useSay();
  const { corrections = [], original } = decision;
  return (
    <>
      <Scroll label={t('corrections.title')}>
        <table>
          <caption>{t('corrections.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('roll.seat')}</th>
              <th scope="col">{t('corrections.original')}</th>
              <th scope="col">{t('corrections.corrected')}</th>
              <th scope="col">{t('corrections.why')}</th>
            </tr>
          </thead>
          <tbody>
            {corrections.map(({ eventId, seatId, label, from, to, reason, authority, correctedAt }) => (
              <tr key={eventId}>
                <th scope="row">
                  <Name>{label ?? seatId}</Name>
                </th>
                <td>{t('roll.option', { option: from })}</td>
                <td>{t('roll.option', { option: to })}</td>
                <td>
                  <Name lang={lang}>{reason}</Name>{' '}
                  {authority.kind === 'motion' ? (
                    <a href={href(`/motions/${authority.motionId}`)}>{t('corrections.byMotion')}</a>
                  ) : (
                    t('corrections.byOffice')
                  )}
                  , <Time at={correctedAt} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {original && (
        <p>
          {t('corrections.outcome', {
            before: original.outcome,
            after: decision.outcome,
            yes: original.counts.yes ?? 0,
            no: original.counts.no ?? 0,
          })}
        </p>
      )}
    </>
  );
}

/** What was corrected since, beside what was recorded first. */
export function Corrections(props: Props) {
  const { t } = useSay();
  const { corrections, voidedAs } = props.decision;
  if (!corrections && !voidedAs) return null;
  return (
    <Section id="corrections" title={t('corrections.title')}>
      <Voided {...props} />
      {corrections && <Corrected {...props} />}
    </Section>
  );
}
