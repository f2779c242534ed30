import type { DecisionDocument, TellersCorrection } from '#projections';
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

type Correction = NonNullable<DecisionDocument['corrections' | 'reportCorrections']>[number];

function Why({
  correction: { reason, authority, correctedAt },
  lang,
}: Readonly<{ correction: Correction }> & Pick<Props, 'lang'>) {
  const { t, href } = useSay();
  return (
    <td>
      <Name lang={lang}>{reason}</Name>{' '}
      {authority.kind === 'motion' ? (
        <a href={href(`/motions/${authority.motionId}`)}>{t('corrections.byMotion')}</a>
      ) : (
        t('corrections.byOffice')
      )}
      , <Time at={correctedAt} />
    </td>
  );
}

/** What ballots that are nobody's came to. */
function Totals({ totals }: Readonly<{ totals: TellersCorrection['to'] }>) {
  const { t } = useSay();
  const texts = totals.map(({ option, value, constituencyId }) => {
    const text = `${t('roll.option', { option })}: ${value}`;
    return constituencyId === undefined ? text : `${text} (${constituencyId})`;
  });
  return <td>{texts.join(', ')}</td>;
}

function Corrected({ decision, lang }: Props) {
  const { t } = useSay();
  const { corrections = [], reportCorrections = [], original } = decision;
  return (
    <>
      <Scroll label={t('corrections.title')}>
        <table class="many">
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
            {corrections.map((correction) => (
              <tr key={correction.eventId}>
                <th scope="row">
                  <Name>{correction.label ?? correction.seatId}</Name>
                </th>
                <td>{t('roll.option', { option: correction.from })}</td>
                <td>{t('roll.option', { option: correction.to })}</td>
                <Why correction={correction} lang={lang} />
              </tr>
            ))}
            {reportCorrections.map((correction) => (
              <tr key={correction.eventId}>
                <th scope="row">{t('corrections.tellers')}</th>
                <Totals totals={correction.from} />
                <Totals totals={correction.to} />
                <Why correction={correction} lang={lang} />
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
  const { corrected, voidedAs } = props.decision;
  if (!corrected && !voidedAs) return null;
  return (
    <Section id="corrections" title={t('corrections.title')}>
      <Voided {...props} />
      {corrected && <Corrected {...props} />}
    </Section>
  );
}
