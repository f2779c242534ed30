import type { MeetingView } from '#projections';
import { useSay } from '../frame/page.tsx';
import { Marks, SideMark, sideOf } from '../parts/sides.tsx';
import { Name, Scroll } from '../parts/text.tsx';
import { timeText } from '../../words/time.ts';
import type { MeetingData, SeatThen } from './data.ts';

type Stay = MeetingView['presence'][number];

function stayText(say: ReturnType<typeof useSay>, { from, to, mode, by }: Stay): string {
  const start = timeText(say, from, { style: 'time' });
  const end = to && timeText(say, to, { style: 'time' });
  const times = end === undefined ? say.t('presence.since', { from: start }) : `${start} – ${end}`;
  const remarks = [
    ...(mode === 'remote' ? [say.t('presence.remote')] : []),
    ...(by === 'alternate' ? [say.t('presence.alternate')] : []),
  ];
  return remarks.length === 0 ? times : `${times} (${remarks.join(', ')})`;
}

function Line({
  seat,
  stays,
  data,
}: Readonly<{ seat: SeatThen; stays: readonly Stay[]; data: MeetingData }>) {
  const say = useSay();
  const state = stays.length > 0 ? 'present' : seat.filled ? 'absent' : 'vacant';
  return (
    <tr>
      <th scope="row">
        <SideMark sides={data.sides} id={seat.constituencyId} /> <Name>{seat.label}</Name>
      </th>
      <td>
        <Marks
          side={sideOf(data.sides, seat.constituencyId)}
          fill={state === 'present' ? 'yes' : 'away'}
          count={1}
        />{' '}
        {say.t('presence.state', { state })}
      </td>
      <td>{stays.map((stay) => stayText(say, stay)).join('; ')}</td>
    </tr>
  );
}

/** Who was there, seat by seat, from when to when. */
export function Presence({ data }: Readonly<{ data: MeetingData }>) {
  const { t } = useSay();
  const { meeting, seats } = data;
  if (meeting.presence.length === 0) return <p>{t('presence.none')}</p>;
  const stays = Map.groupBy(meeting.presence, ({ seatId }) => seatId);
  const known = new Set(seats.map(({ seatId }) => seatId));
  const others = [...stays.keys()].filter((seatId) => !known.has(seatId));
  const all = [...seats, ...others.map((seatId): SeatThen => ({ seatId, label: seatId, filled: true }))];
  return (
    <Scroll label={t('presence.title')}>
      <table>
        <caption>{t('presence.caption', { present: stays.size, seats: all.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('roll.seat')}</th>
            <th scope="col">{t('presence.title')}</th>
            <th scope="col">{t('presence.times')}</th>
          </tr>
        </thead>
        <tbody>
          {all.map((seat) => (
            <Line key={seat.seatId} seat={seat} stays={stays.get(seat.seatId) ?? []} data={data} />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
