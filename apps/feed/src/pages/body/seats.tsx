import type { RoleInForce, SeatInForce, SeatTotals } from '#projections';
import { useSay } from '../frame/page.tsx';
import { Marks, sideOf } from '../parts/sides.tsx';
import type { Sides } from '../../words/outcome.ts';
import type { Fill } from '../parts/sides.tsx';
import { Name } from '../parts/text.tsx';
import { Since, Time } from '../parts/time.tsx';
import type { BodyData } from './data.ts';

const fills: Readonly<Record<SeatInForce['occupancy'], Fill>> = {
  filled: 'yes',
  possibly_filled: 'abstain',
  vacant: 'away',
  unrecorded: 'away',
};

function Terms({ of: { seatings } }: Readonly<{ of: SeatInForce }>) {
  const { t } = useSay();
  return (
    <>
      {seatings.map(({ seatingId, name, startsAt, endsAt }) => (
        <span key={seatingId}>
          {', '}
          {name !== undefined && (
            <>
              <Name>{name}</Name>{' '}
            </>
          )}
          <Since at={startsAt} />
          {endsAt && (
            <>
              {' '}
              {t('seat.until')} <Time at={endsAt} />
            </>
          )}
        </span>
      ))}
    </>
  );
}

type SeatProps = Readonly<{ of: SeatInForce; sides: Sides; bodyId: string; isChanged: boolean }>;

function Seat({ of, sides, bodyId, isChanged }: SeatProps) {
  const { t, href } = useSay();
  const { seatId, label, occupancy, votingRight, roles, constituencyId, alternates } = of;
  return (
    <li class={`seat is-${occupancy}${isChanged ? ' is-changed' : ''}`}>
      <Marks side={sideOf(sides, constituencyId)} fill={fills[occupancy]} count={1} />
      <div>
        <strong>
          <a href={href(`/seats/${bodyId}:${seatId}`)}>
            <Name>{label}</Name>
          </a>
        </strong>
        {[...new Set(roles.map(({ role }) => role))].map((role) => (
          <span key={role} class="tag">
            {t('role.name', { role })}
          </span>
        ))}
        {isChanged && <span class="tag">{t('replay.changed')}</span>}
        <span class="meta">
          {t('seat.occupancy', { occupancy })}
          {votingRight !== 'full' && `, ${t('seat.right', { right: votingRight })}`}
          {alternates.length > 0 && `, ${t('seat.alternates', { count: alternates.length })}`}
          <Terms of={of} />
        </span>
      </div>
    </li>
  );
}

function Totals({ of }: Readonly<{ of: SeatTotals }>) {
  const { t } = useSay();
  const { authorized, filled, possiblyFilled } = of;
  return <p class="meta">{t('seats.totals', { authorized, filled, possibly: possiblyFilled })}</p>;
}

type ChartProps = Readonly<{
  data: Pick<BodyData, 'composition' | 'sides'>;
  /** Seats that look otherwise than they did before. */
  changed?: ReadonlySet<string>;
}>;

/** The seats as they sit: each side together, those that belong to none after them. */
export function SeatingChart({ data: { composition, sides }, changed }: ChartProps) {
  const { t } = useSay();
  if (!composition) return <p>{t('seats.unknown')}</p>;
  const bySide = Map.groupBy(composition.seats, ({ constituencyId }) => constituencyId);
  const ids = [...sides.map(({ id }): string | undefined => id), undefined].filter((id) => bySide.has(id));
  return (
    <>
      <Totals of={composition.body} />
      <div class="chart">
        {ids.map((id) => {
          const side = composition.constituencies.find(({ constituencyId }) => constituencyId === id);
          return (
            <div key={id ?? ''} class={`side side-${sideOf(sides, id)}`}>
              <h3>
                <Name>{side?.name ?? t('roll.noSide')}</Name>
              </h3>
              {side && <Totals of={side} />}
              <ul class="seats">
                {(bySide.get(id) ?? []).map((seat) => (
                  <Seat
                    key={seat.seatId}
                    of={seat}
                    sides={sides}
                    bodyId={composition.bodyId}
                    isChanged={changed?.has(seat.seatId) ?? false}
                  />
                ))}
              </ul>
            </div>
          );
        })}
      </div>
      <p class="meta">{t('seats.legend')}</p>
    </>
  );
}

type OfficersProps = Readonly<{
  of: readonly RoleInForce[];
  seats: readonly SeatInForce[];
  /** Of organizations, by their ids. */
  names: ReadonlyMap<string, string>;
}>;

/** Those who hold an office: a seat, by its label, an organization by its name; a person's stays in the directory. */
export function Officers({ of, seats, names }: OfficersProps) {
  const { t } = useSay();
  const labels = new Map(seats.map(({ seatId, label }) => [seatId, label]));
  const ofSeats = seats.flatMap(({ roles, seatId }) => roles.map((role) => ({ ...role, seatId })));
  const listed = [
    ...ofSeats,
    ...of
      .filter(({ roleId }) => !ofSeats.some((one) => one.roleId === roleId))
      .map((role) => ({ ...role, seatId: undefined })),
  ];
  if (listed.length === 0) return <p>{t('officers.none')}</p>;
  return (
    <ul>
      {listed.map(({ roleId, role, seatId, holder, since, held }) => (
        <li key={`${roleId} ${seatId ?? ''}`}>
          {t('role.name', { role })}:{' '}
          <Name>
            {seatId === undefined
              ? (names.get(holder.id) ?? t('officers.holder', { kind: holder.kind }))
              : (labels.get(seatId) ?? seatId)}
          </Name>
          <span class="before">
            {', '}
            <Since at={since} />
            {held === 'possible' && ` (${t('officers.possible')})`}
          </span>
        </li>
      ))}
    </ul>
  );
}
