import { useSay } from '../frame/page.tsx';
import { Fact } from '../parts/fact.tsx';
import { Day, Filter } from '../parts/filter.tsx';
import { SideMark } from '../parts/sides.tsx';
import { Name, Section } from '../parts/text.tsx';
import { Since, Time } from '../parts/time.tsx';
import type { SeatData } from './data.ts';
import { Agreements, Answers, Attended } from './totals.tsx';
import { OtherDecisions, Recusals, Votes } from './votes.tsx';

type Props = Readonly<{ data: SeatData }>;

/** Who held the seat: by name where the seat shows names, and where that person's name is public. */
function Holders({ data: { history } }: Props) {
  const { t } = useSay();
  const seatings = history?.seatings ?? [];
  if (seatings.length === 0) return <p>{t('seatRecord.nobody')}</p>;
  return (
    <ul>
      {seatings.toReversed().map(({ seatingId, name, startsAt, endsAt, extensions, vacated }) => {
        const until = vacated?.at ?? extensions.at(-1)?.until ?? endsAt;
        return (
          <li key={seatingId}>
            {name === undefined ? t('seatRecord.unnamed') : <Name>{name}</Name>},{' '}
            <Since at={startsAt} style="day" />
            {until && (
              <>
                {` ${t('seat.until')} `}
                <Time at={until} style="day" />
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Summary({ data: { record, sides, bodyName } }: Props) {
  const { t, href } = useSay();
  const { bodyId, constituencyId, totals } = record;
  const side = sides.find(({ id }) => id === constituencyId);
  return (
    <>
      <p class="lead">{t('seatRecord.summary', { votes: totals.votes, dissents: totals.dissents })}</p>
      <dl class="facts">
        <Fact name={t('filter.body')}>
          <a href={href(`/bodies/${bodyId}`)}>
            <Name>{bodyName}</Name>
          </a>
        </Fact>
        {constituencyId !== undefined && (
          <Fact name={t('counts.side')}>
            <SideMark sides={sides} id={constituencyId} /> <Name>{side?.name ?? constituencyId}</Name>
          </Fact>
        )}
        <Fact name={t('seatRecord.dissents')}>{t('compared.number', { value: totals.dissents })}</Fact>
        <Fact name={t('seatRecord.recused')}>{t('compared.number', { value: totals.recused })}</Fact>
        <Fact name={t('seatRecord.present')}>
          {t('seatRecord.ofVotes', { count: totals.present, votes: totals.votes })}
        </Fact>
      </dl>
    </>
  );
}

/** The record of a seat: what was answered for it, where it dissented or stepped aside, how often it was there. */
export function SeatPageView({ data }: Props) {
  const { t, base } = useSay();
  const { id, query, record } = data;
  const search = new URLSearchParams(Object.entries(query)).toString();
  return (
    <article>
      <p class="kicker">{t('seatRecord.kicker')}</p>
      <h1>
        <Name>{record.label ?? record.seatId}</Name>
      </h1>
      <Summary data={data} />
      <Filter path={`/seats/${id}`} label={t('seatRecord.choose')}>
        <Day name="from" label={t('filter.from')} value={query.from} />
        <Day name="to" label={t('filter.to')} value={query.to} />
      </Filter>
      <p>
        <a href={`${base}/seats/${id}/votes.csv${search === '' ? '' : `?${search}`}`} type="text/csv">
          {t('seatRecord.csv')}
        </a>
      </p>
      <Section id="answers" title={t('seatRecord.answers')}>
        <Answers data={data} />
      </Section>
      <Section id="agreement" title={t('seatRecord.agreement')}>
        <Agreements data={data} />
      </Section>
      <Section id="votes" title={t('seatRecord.votes')}>
        <Votes data={data} />
        <OtherDecisions data={data} />
      </Section>
      <Section id="recusals" title={t('seatRecord.recusals')}>
        <Recusals data={data} />
      </Section>
      <Section id="attendance" title={t('attendance.title')}>
        <Attended data={data} />
      </Section>
      <Section id="holders" title={t('seatRecord.holders')}>
        <Holders data={data} />
      </Section>
    </article>
  );
}
