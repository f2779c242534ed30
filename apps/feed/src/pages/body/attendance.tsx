import { presences } from '#projections';
import type { AttendanceTotals, AttendanceView } from '#projections';
import { useSay } from '../frame/page.tsx';
import { SideMark } from '../parts/sides.tsx';
import type { Sides } from '../../words/outcome.ts';
import { Name, Scroll } from '../parts/text.tsx';

type Props = Readonly<{ of: AttendanceView; sides: Sides }>;

/** How often each seat was there: numbers of meetings. */
export function Attendance({ of: { meetings, seats, constituencies }, sides }: Props) {
  const { t } = useSay();
  if (meetings.length === 0) return <p>{t('attendance.none')}</p>;
  const shown = presences.filter(
    (presence) => presence === 'present' || seats.some(({ totals }) => totals[presence] > 0),
  );
  const cells = (totals: AttendanceTotals) => (
    <>
      {shown.map((presence) => (
        <td key={presence}>{totals[presence]}</td>
      ))}
      <td>
        {totals.time.percent === undefined
          ? '–'
          : t('attendance.percent', { value: totals.time.percent / 100 })}
      </td>
    </>
  );
  return (
    <Scroll label={t('attendance.title')}>
      <table class="numbers">
        <caption>{t('attendance.caption', { count: meetings.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('roll.seat')}</th>
            {shown.map((presence) => (
              <th key={presence} scope="col">
                {t('attendance.presence', { presence })}
              </th>
            ))}
            <th scope="col">{t('attendance.time')}</th>
          </tr>
        </thead>
        <tbody>
          {seats.map(({ seatId, label, constituencyId, totals }) => (
            <tr key={seatId}>
              <th scope="row">
                <SideMark sides={sides} id={constituencyId} /> <Name>{label}</Name>
              </th>
              {cells(totals)}
            </tr>
          ))}
        </tbody>
        {constituencies.length > 0 && (
          <tfoot>
            {constituencies.map(({ constituencyId, name, totals }) => (
              <tr key={constituencyId}>
                <th scope="row">
                  <SideMark sides={sides} id={constituencyId} /> <Name>{name ?? constituencyId}</Name>
                </th>
                {cells(totals)}
              </tr>
            ))}
          </tfoot>
        )}
      </table>
    </Scroll>
  );
}
