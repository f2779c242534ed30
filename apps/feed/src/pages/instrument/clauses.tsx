import type { ClauseView } from '#projections';
import { useSay } from '../frame/page.tsx';
import { Name, RecordText } from '../parts/text.tsx';
import { Time } from '../parts/time.tsx';
import { Adopted } from './adopted.tsx';
import type { InstrumentData, Titles } from './data.ts';

type Of = Readonly<{ of: ClauseView; instrumentId: string; lang: string | undefined; motions: Titles }>;

/** As printed: its number and its heading. */
export const clauseName = ({
  number,
  heading,
  clauseId,
}: Pick<ClauseView, 'number' | 'heading' | 'clauseId'>) =>
  [number, heading].filter((part) => part !== undefined).join(' ') || clauseId;

function Clause({ of, instrumentId, lang, motions }: Of) {
  const { t, href } = useSay();
  const { clauseId, text, level = 1, putBy, practiceDepartures = [] } = of;
  const { byMotionId, external, inForceSince } = putBy;
  return (
    <li class={`clause is-level-${Math.min(level, 4)}`} id={`clause-${clauseId}`}>
      <h3>
        <Name lang={lang}>{clauseName(of)}</Name>
      </h3>
      <RecordText lang={lang}>{text}</RecordText>
      <p class="meta">
        {byMotionId === undefined && external === undefined ? (
          t('clause.proposedOnly')
        ) : (
          <>
            {t('clause.putBy')} <Adopted by={putBy} motions={motions} />
          </>
        )}
        {inForceSince && (
          <>
            {'; '}
            {t('clause.since')} <Time at={inForceSince} style="day" />
          </>
        )}
        {' · '}
        <a
          href={href(`/clauses/${instrumentId}:${clauseId}`)}
          aria-label={t('clause.historyOf', { clause: clauseName(of) })}
        >
          {t('clause.history')}
        </a>
      </p>
      {practiceDepartures.map(({ description, provenance }) => (
        <p key={provenance.eventId} class="note">
          {t('clause.departure')} <Name lang={lang}>{description}</Name>
        </p>
      ))}
    </li>
  );
}

/** The consolidated text, clause by clause, each with what put it there. */
export function Clauses({ data }: Readonly<{ data: InstrumentData }>) {
  const { t } = useSay();
  const { text, instrument, lang, motions } = data;
  const { version, clauses } = text;
  if (!version) return <p>{t('text.nothingInForce')}</p>;
  if (!version.textHeld) return <p>{t('text.notHeld')}</p>;
  if (clauses.length === 0) return <p>{t('text.empty')}</p>;
  return (
    <ol class="clauses">
      {clauses.map((one) => (
        <Clause
          key={one.clauseId}
          of={one}
          instrumentId={instrument.instrumentId}
          lang={lang}
          motions={motions}
        />
      ))}
    </ol>
  );
}
