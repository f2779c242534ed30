import { presences } from '#projections';
import type { Agreement } from '#projections';
import { useSay } from '../frame/page.tsx';
import { ProgressBar } from '../parts/progress-bar.tsx';
import { SideMark } from '../parts/sides.tsx';
import type { Sides } from '../../words/outcome.ts';
import { Name, Scroll } from '../parts/text.tsx';
import type { SeatData } from './data.ts';

type Props = Readonly<{ data: SeatData }>;

/** What was answered for the seat: by its member, by an alternate, by proxy. */
export function Answers({ data: { record } }: Props) {
  const { t } = useSay();
  const { member, alternate, proxy } = record.totals;
  const by = { member, alternate, proxy };
  const options = (
    ['yes', 'no', 'abstain', 'not voting', 'recused', 'excused', 'absent', 'paired'] as const
  ).filter((option) => Object.values(by).some((counts) => (counts[option] ?? 0) > 0));
  if (options.length === 0) return <p>{t('seatRecord.noVotes')}</p>;
  const speakers = (['member', 'alternate', 'proxy'] as const).filter(
    (one) => one === 'member' || Object.values(by[one]).some((count) => count > 0),
  );
  return (
    <Scroll label={t('seatRecord.answers')}>
      <table class="numbers">
        <caption>{t('seatRecord.answersCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('roll.answer')}</th>
            {speakers.map((one) => (
              <th key={one} scope="col">
                {t('seatRecord.by', { by: one })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {options.map((option) => (
            <tr key={option}>
              <th scope="row">{t('roll.option', { option })}</th>
              {speakers.map((one) => (
                <td key={one}>{t('compared.number', { value: by[one][option] ?? 0 })}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function AgreementRow({ of, sides }: Readonly<{ of: Agreement; sides: Sides }>) {
  const { t } = useSay();
  const { constituencyId, name, agreed, of: votes, percent } = of;
  const known = name ?? sides.find(({ id }) => id === constituencyId)?.name ?? constituencyId;
  return (
    <tr>
      <th scope="row">
        <SideMark sides={sides} id={constituencyId} /> <Name>{known}</Name>
      </th>
      <td>
        {votes === 0 ? t('seatRecord.noSuchVote') : t('seatRecord.agreed', { agreed, votes })}
        {votes > 0 && <ProgressBar parts={[{ size: agreed, kind: 'done' }]} targets={[votes]} />}
      </td>
      <td>{percent === undefined ? '–' : t('attendance.percent', { value: percent / 100 })}</td>
    </tr>
  );
}

/** How often the member voted as most of another side did. */
export function Agreements({ data: { record, sides } }: Props) {
  const { t } = useSay();
  const { agreement } = record.totals;
  if (agreement.length === 0) return <p>{t('seatRecord.noOtherSide')}</p>;
  return (
    <Scroll label={t('seatRecord.agreement')}>
      <table>
        <caption>{t('seatRecord.agreementCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('counts.side')}</th>
            <th scope="col">{t('seatRecord.votesAgreed')}</th>
            <th scope="col">{t('seatRecord.share')}</th>
          </tr>
        </thead>
        <tbody>
          {agreement.map((one) => (
            <AgreementRow key={one.constituencyId} of={one} sides={sides} />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

/** Meetings by how the seat stood to them. */
export function Attended({ data: { attendance } }: Props) {
  const { t } = useSay();
  if (!attendance || attendance.totals.held === 0) return <p>{t('attendance.none')}</p>;
  const { totals } = attendance;
  const { percent } = totals.time;
  return (
    <>
      <dl class="facts">
        {presences
          .filter((presence) => presence === 'present' || totals[presence] > 0)
          .map((presence) => (
            <>
              <dt key={`${presence} name`}>{t('attendance.presence', { presence })}</dt>
              <dd key={presence}>
                {t('seatRecord.ofMeetings', { count: totals[presence], held: totals.held })}
              </dd>
            </>
          ))}
        {percent !== undefined && (
          <>
            <dt>{t('attendance.time')}</dt>
            <dd>{t('attendance.percent', { value: percent / 100 })}</dd>
          </>
        )}
      </dl>
    </>
  );
}
