import type { LiveQuorum, LiveSeat } from '../../live/queries.ts';
import { useSay } from '../frame/page.tsx';
import { fillOf, Marks, sideOf } from '../parts/sides.tsx';
import { Name } from '../parts/text.tsx';
import { Time } from '../parts/time.tsx';
import type { LiveData } from './data.ts';

type Props = Readonly<{ data: LiveData }>;

function Seat({ of, data }: Readonly<{ of: LiveSeat; data: LiveData }>) {
  const { t } = useSay();
  const { label, constituencyId, present, ballot } = of;
  const fill = ballot ? fillOf(ballot.option) : present ? 'yes' : 'away';
  const isAsked = data.vote?.status === 'open' && present;
  return (
    <li>
      <Marks side={sideOf(data.sides, constituencyId)} fill={isAsked && !ballot ? 'away' : fill} count={1} />{' '}
      <Name>{label}</Name>
      <span class="answer">
        {ballot
          ? t('roll.option', { option: ballot.option })
          : t('live.seat', { state: isAsked ? 'asked' : present ? 'present' : 'absent' })}
        {ballot?.by !== undefined &&
          ballot.by !== 'member' &&
          ` (${t('roll.by', { by: ballot.by, proxy: 'none' })})`}
      </span>
    </li>
  );
}

function QuorumLine({ of, isSide }: Readonly<{ of: LiveQuorum['parts'][number]; isSide: boolean }>) {
  const { t } = useSay();
  const { present, base, baseValue, pass } = of;
  return (
    <p class={`verdict is-${pass ? 'pass' : 'fail'}`}>
      {t('live.quorum', {
        met: pass ? 'yes' : 'no',
        whole: isSide ? 'no' : 'yes',
        present,
        base,
        total: baseValue,
      })}
    </p>
  );
}

/** Each side: who is there, whether it has its quorum, and what each seat answered, as it was recorded. */
export function LiveSides({ data }: Props) {
  const { t } = useSay();
  const { sides, seats, quorum } = data;
  const bySide = Map.groupBy(seats, ({ constituencyId }) => constituencyId);
  const ids = [...sides.map(({ id }): string | undefined => id), undefined].filter((id) => bySide.has(id));
  const whole = quorum?.parts.find(({ scope }) => scope === 'body');
  return (
    <>
      {quorum ? (
        <p>
          {t('proceedings.quorum', { established: quorum.established ? 'yes' : 'no' })}{' '}
          <Time at={quorum.at} style="time" />
        </p>
      ) : (
        <p class="meta">{t('live.noQuorum')}</p>
      )}
      {whole && <QuorumLine of={whole} isSide={false} />}
      <ul class="picture">
        {ids.map((id) => {
          const all = bySide.get(id) ?? [];
          const part = quorum?.parts.find(({ scope }) => scope === id);
          const name = sides.find((side) => side.id === id)?.name ?? id;
          return (
            <li key={id ?? ''} class={`side side-${sideOf(sides, id)}`}>
              <h3>
                <Name>{name ?? t('roll.noSide')}</Name>
                <span class="meta-inline">
                  {t('live.present', {
                    present: all.filter(({ present }) => present).length,
                    seats: all.length,
                  })}
                </span>
              </h3>
              {part && <QuorumLine of={part} isSide />}
              <ul class="answers">
                {all.map((seat) => (
                  <Seat key={seat.seatId} of={seat} data={data} />
                ))}
              </ul>
            </li>
          );
        })}
      </ul>
    </>
  );
}
