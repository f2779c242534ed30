import type { SeatTotals } from '#projections';
import { isUnderWay } from '../../replay/queries.ts';
import type { Totals as Counted } from '../../replay/steps.ts';
import { useSay } from '../frame/page.tsx';
import { SideMark } from '../parts/sides.tsx';
import { Name } from '../parts/text.tsx';
import type { ReplayData } from './data.ts';

type Number = Readonly<{ value: number; was: number; of?: number | undefined }>;

/** A number, and by how much the step changed it: said, not only coloured. */
function Figure({ of: { value, was, of } }: Readonly<{ of: Number }>) {
  const { t } = useSay();
  return (
    <dd>
      <strong>{of === undefined ? t('replay.count', { value }) : t('replay.ofAll', { value, of })}</strong>
      {value !== was && <span class="delta">{t('replay.delta', { delta: value - was })}</span>}
    </dd>
  );
}

const seats = (now: SeatTotals | undefined, then: SeatTotals | undefined): Number => ({
  value: now?.filled ?? 0,
  was: then?.filled ?? 0,
  of: now?.authorized ?? 0,
});

const underWay = ({ motions }: Counted): number =>
  (Object.keys(motions) as (keyof Counted['motions'])[])
    .filter(isUnderWay)
    .reduce((sum, status) => sum + (motions[status] ?? 0), 0);

const adopted = ({ motions }: Counted): number =>
  (motions.adopted ?? 0) + (motions.amended_after_adoption ?? 0);

/** What the steps up to this one come to. */
export function Totals({ data }: Readonly<{ data: ReplayData }>) {
  const { t } = useSay();
  const { composition, before, totals, totalsBefore = { motions: {}, meetings: 0 }, sides } = data;
  const counted = (count: (of: Counted) => number): Number => ({
    value: count(totals),
    was: count(totalsBefore),
  });
  return (
    <dl class="totals">
      {sides.map(({ id, name = id }) => {
        const [now, then] = [composition, before].map((one) =>
          one?.constituencies.find(({ constituencyId }) => constituencyId === id),
        );
        return (
          <div key={id}>
            <dt>
              <SideMark sides={sides} id={id} /> <Name>{name}</Name>
            </dt>
            <Figure of={seats(now, then)} />
          </div>
        );
      })}
      {sides.length === 0 && (
        <div>
          <dt>{t('seats.title')}</dt>
          <Figure of={seats(composition?.body, before?.body)} />
        </div>
      )}
      <div>
        <dt>{t('replay.underWay')}</dt>
        <Figure of={counted(underWay)} />
      </div>
      <div>
        <dt>{t('replay.adopted')}</dt>
        <Figure of={counted(adopted)} />
      </div>
      <div>
        <dt>{t('replay.rejected')}</dt>
        <Figure of={counted(({ motions }) => motions.rejected ?? 0)} />
      </div>
      <div>
        <dt>{t('replay.meetings')}</dt>
        <Figure of={counted(({ meetings }) => meetings)} />
      </div>
    </dl>
  );
}
