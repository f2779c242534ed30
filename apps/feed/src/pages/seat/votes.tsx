import type { VoteOfSeat } from '#projections';
import { useSay } from '../frame/page.tsx';
import { fillOf, Marks, sideOf } from '../parts/sides.tsx';
import { Name, Scroll } from '../parts/text.tsx';
import { Time } from '../parts/time.tsx';
import type { SeatData } from './data.ts';

type Props = Readonly<{ data: SeatData }>;
type Decided = Readonly<{ decisionId: string; motionId: string; title?: string }>;

function ToDecision({ of: { decisionId, motionId, title } }: Readonly<{ of: Decided }>) {
  const { href } = useSay();
  return (
    <a href={href(`/decisions/${decisionId}`)}>
      <Name>{title ?? motionId}</Name>
    </a>
  );
}

function Answer({ of, side }: Readonly<{ of: VoteOfSeat; side: number }>) {
  const { t } = useSay();
  const { option, by, proxySeatId, advisory, dissent, recordedAs } = of;
  const remarks = [
    ...(by !== undefined && by !== 'member' ? [t('roll.by', { by, proxy: proxySeatId ?? 'none' })] : []),
    ...(advisory ? [t('seat.right', { right: 'advisory' })] : []),
    ...(recordedAs === undefined
      ? []
      : [t('roll.before', { answer: t('roll.option', { option: recordedAs }) })]),
  ];
  return (
    <>
      <Marks side={side} fill={fillOf(option)} count={1} /> {t('roll.option', { option })}
      {dissent && <span class="tag">{t('seatRecord.dissent')}</span>}
      {remarks.length > 0 && <span class="meta">{remarks.join('; ')}</span>}
    </>
  );
}

/** Every vote, the latest first. */
export function Votes({ data: { record, sides } }: Props) {
  const { t } = useSay();
  const { votes, constituencyId } = record;
  if (votes.length === 0) return <p>{t('seatRecord.noVotes')}</p>;
  return (
    <Scroll label={t('seatRecord.votes')}>
      <table class="many">
        <caption>{t('seatRecord.votesCaption', { count: votes.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('decision.kicker')}</th>
            <th scope="col">{t('decision.closed')}</th>
            <th scope="col">{t('roll.answer')}</th>
            <th scope="col">{t('filter.outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {votes.map((vote) => (
            <tr key={vote.decisionId}>
              <th scope="row">
                <ToDecision of={vote} />
              </th>
              <td>
                <Time at={vote.decidedAt} style="day" />
              </td>
              <td>
                <Answer of={vote} side={sideOf(sides, constituencyId)} />
              </td>
              <td>{t('outcome.badge', { state: vote.voided ? 'void' : vote.outcome })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

/** Rounds of consensus, and secret votes, of which only that the seat could take part is known. */
export function OtherDecisions({ data: { record } }: Props) {
  const { t } = useSay();
  const { positions, secretVotes = [], totals } = record;
  return (
    <>
      {positions.length > 0 && (
        <>
          <h3>{t('seatRecord.positions')}</h3>
          <ul>
            {positions.map((one) => (
              <li key={one.decisionId}>
                <ToDecision of={one} />: {t('roll.position', { position: one.position })}
                {one.reason !== undefined && (
                  <span class="meta">
                    <Name>{one.reason}</Name>
                  </span>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {secretVotes.length > 0 && (
        <>
          <h3>{t('seatRecord.secret')}</h3>
          <ul>
            {secretVotes.map((one) => (
              <li key={one.decisionId}>
                <ToDecision of={one} />
              </li>
            ))}
          </ul>
        </>
      )}
      {totals.consents > 0 && <p>{t('seatRecord.consents', { count: totals.consents })}</p>}
    </>
  );
}

/** Where it stepped aside: at meetings, item by item. */
export function Recusals({ data: { recusals } }: Props) {
  const { t, href } = useSay();
  if (recusals.length === 0) return <p>{t('seatRecord.noRecusals')}</p>;
  return (
    <ul>
      {recusals.map(({ meetingId, itemTitle, item, identifiedPublicly, leftRoom, at, eventId }) => (
        <li key={eventId}>
          <a href={href(`/meetings/${meetingId}`)}>
            <Time at={at} style="day" />
          </a>
          {itemTitle !== undefined && (
            <>
              , <Name>{itemTitle}</Name>
            </>
          )}
          :{' '}
          {t('proceedings.recusal', {
            item,
            identified: identifiedPublicly ? 'yes' : 'no',
            left: leftRoom ? 'yes' : 'no',
          })}
        </li>
      ))}
    </ul>
  );
}
