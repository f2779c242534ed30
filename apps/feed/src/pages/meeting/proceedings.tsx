import { useSay } from '../frame/page.tsx';
import { Name } from '../parts/text.tsx';
import { Time } from '../parts/time.tsx';
import type { MeetingData } from './data.ts';

type Props = Readonly<{ data: MeetingData }>;

function Quorum({ data: { meeting } }: Props) {
  const { t } = useSay();
  return meeting.quorum.map(({ type, provenance }) => (
    <li key={provenance.eventId}>
      {t('proceedings.quorum', { established: type === 'QuorumEstablished' ? 'yes' : 'no' })}{' '}
      <Time at={provenance.occurredAt} style="time" />
    </li>
  ));
}

function Recusals({ data: { meeting, seats } }: Props) {
  const { t } = useSay();
  const labels = new Map(seats.map(({ seatId, label }) => [seatId, label]));
  const numbers = new Map(meeting.agenda.map(({ itemId, number }) => [itemId, number]));
  return meeting.recusals.map(({ seatId, itemId, leftRoom, identifiedPublicly, provenance }) => (
    <li key={provenance.eventId}>
      <Name>{labels.get(seatId) ?? seatId}</Name>:{' '}
      {t('proceedings.recusal', {
        item: numbers.get(itemId) ?? itemId,
        left: leftRoom ? 'yes' : 'no',
        identified: identifiedPublicly ? 'yes' : 'no',
      })}
    </li>
  ));
}

function Comments({ data: { meeting } }: Props) {
  const { t } = useSay();
  return meeting.publicComment.flatMap((fact) =>
    fact.type === 'PublicCommentClosed'
      ? [<li key={fact.provenance.eventId}>{t('proceedings.comment', { count: fact.speakers })}</li>]
      : [],
  );
}

function Rulings({ data: { meeting, lang } }: Props) {
  const { t } = useSay();
  return meeting.rulings.map((fact) => (
    <li key={fact.provenance.eventId}>
      {t('proceedings.ruling', { type: fact.type })}
      {fact.type === 'ChairRuled' && (
        <>
          {' '}
          <Name lang={lang}>{fact.question}</Name> – <Name lang={lang}>{fact.ruling}</Name>
        </>
      )}
    </li>
  ));
}

function ClosedSessions({ data: { meeting, lang } }: Props) {
  const { t } = useSay();
  return meeting.closedSessions.map(({ authority, from, to, reports }, i) => (
    <li key={i}>
      {t('proceedings.closed', { authority: authority ?? 'none' })} {from && <Time at={from} style="time" />}
      {to && (
        <>
          {' – '}
          <Time at={to} style="time" />
        </>
      )}
      {reports.length === 0
        ? `. ${t('proceedings.noReport')}`
        : reports.map(({ action, provenance }) => (
            <p key={provenance.eventId}>
              {t('proceedings.report')} <Name lang={lang}>{action}</Name>
            </p>
          ))}
    </li>
  ));
}

/** What happened besides motions, as far as it is public. */
export function Proceedings({ data }: Props) {
  const { t } = useSay();
  const { sittings, adjourned, quorum, recusals, rulings, publicComment, closedSessions } = data.meeting;
  const nothing = [sittings, quorum, recusals, rulings, publicComment, closedSessions].every(
    ({ length }) => length === 0,
  );
  if (nothing && !adjourned) return <p>{t('proceedings.none')}</p>;
  return (
    <ul>
      {sittings.map(({ from, to }) => (
        <li key={from.earliest}>
          {t('proceedings.sat')} <Time at={from} style="time" />
          {to && (
            <>
              {' – '}
              <Time at={to} style="time" />
            </>
          )}
        </li>
      ))}
      <Quorum data={data} />
      <Comments data={data} />
      <Recusals data={data} />
      <Rulings data={data} />
      <ClosedSessions data={data} />
      {adjourned && (
        <li>
          {t('proceedings.adjourned')} <Time at={adjourned.provenance.occurredAt} style="time" />
        </li>
      )}
    </ul>
  );
}
