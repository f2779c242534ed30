import { streamName } from '#governance';
import type { ClauseHistoryView, ClauseStep } from '#projections';
import { documentCaching } from '../../http/resource.ts';
import { languageOf, lastRecordedIn } from '../../record/published.ts';
import { nowHoldsFor } from '../../resources/body.ts';
import { clauseOf } from '../../resources/instrument.ts';
import { changesText, ClauseSide } from '../comparison/side.tsx';
import { useSay } from '../frame/page.tsx';
import type { Page } from '../frame/page.tsx';
import { Adopted } from '../instrument/adopted.tsx';
import { clauseName } from '../instrument/clauses.tsx';
import { motionTitles } from '../instrument/data.ts';
import type { Titles } from '../instrument/data.ts';
import { VersionBadge, versionName } from '../instrument/versions.tsx';
import { Name, RecordText, Section } from '../parts/text.tsx';
import { Time } from '../parts/time.tsx';

type ClauseData = Readonly<{ history: ClauseHistoryView; lang: string | undefined; motions: Titles }>;
type Props = Readonly<{ data: ClauseData }>;

function Step({ of, data }: Readonly<{ of: ClauseStep; data: ClauseData }>) {
  const { t, href } = useSay();
  const { history, lang, motions } = data;
  const { version, diff } = of;
  const { adopted, inForceFrom, proposedAt } = version;
  const at = inForceFrom ?? adopted?.adoptedAt ?? proposedAt;
  return (
    <li>
      <p class="when">{at ? <Time at={at} style="day" /> : t('time.unknown')}</p>
      <div>
        <h3>
          <a href={href(`/instruments/${history.instrumentId}?version=${version.versionId}`)}>
            <Name>{versionName(version)}</Name>
          </a>{' '}
          <VersionBadge status={version.status} />
        </h3>
        <p>
          {diff ? changesText(t, diff) : t('clause.notHeld')}
          {adopted && (
            <>
              {'. '}
              {t('clause.adoptedBy')} <Adopted by={adopted} motions={motions} />
            </>
          )}
        </p>
        {diff && (
          <div class="pair">
            {diff.before && (
              <div>
                <ClauseSide of={diff} side="before" lang={lang} />
              </div>
            )}
            <div>
              <ClauseSide of={diff} side="after" lang={lang} />
            </div>
          </div>
        )}
      </div>
    </li>
  );
}

function Rules({ of }: Readonly<{ of: ClauseHistoryView['rules'] }>) {
  const { t } = useSay();
  return (
    <ul>
      {of.map(({ ruleId, since, interpretations }) => (
        <li key={ruleId}>
          <code>{ruleId}</code>, {t('seat.since')} <Time at={since} style="day" />
          {interpretations.map(({ reading, at }) => (
            <p key={reading} class="note">
              {t('clause.reading')} <Time at={at} style="day" />: <Name>{reading}</Name>
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}

/** A clause as it stands, and what became of it: who put it there, who changed it, who took it out. */
function ClausePageView({ data }: Props) {
  const { t, href } = useSay();
  const { history, lang } = data;
  const { instrumentId, title, clause, inForce, steps, rules, practiceDepartures } = history;
  return (
    <article>
      <p class="kicker">
        {t('clause.of')}{' '}
        <a href={href(`/instruments/${instrumentId}${inForce ? `#clause-${clause.clauseId}` : ''}`)}>
          <Name lang={lang}>{title}</Name>
        </a>
      </p>
      <h1>
        <Name lang={lang}>{clauseName(clause)}</Name>
      </h1>
      <Section id="text" title={t('clause.text', { standing: inForce ? 'in_force' : 'last' })}>
        <RecordText lang={lang}>{clause.text}</RecordText>
        {practiceDepartures.map(({ description, provenance }) => (
          <p key={provenance.eventId} class="note">
            {t('clause.departure')} <Name lang={lang}>{description}</Name>
          </p>
        ))}
      </Section>
      {rules.length > 0 && (
        <Section id="rules" title={t('clause.rules')}>
          <Rules of={rules} />
        </Section>
      )}
      <Section id="history" title={t('clause.history')}>
        <ol class="timeline">
          {steps.toReversed().map((step) => (
            <Step key={step.version.versionId} of={step} data={data} />
          ))}
        </ol>
      </Section>
    </article>
  );
}

/** `GET /{lang}/clauses/{instrumentId}:{clauseId}`. */
export const clausePage: Page<Readonly<Record<never, never>>, ClauseData> = {
  path: '/clauses/:id',
  parameters: {},
  cacheControl: documentCaching,
  holdsFor: nowHoldsFor,
  load: (rendering) => {
    const found = clauseOf(rendering);
    if (found === undefined) return undefined;
    const { history, zone } = found;
    const { reads } = rendering;
    const stream = streamName('instrument', history.instrumentId);
    const motions = motionTitles(
      reads,
      history.steps.map(({ version }) => version),
    );
    return {
      data: { history, motions, lang: languageOf(reads, stream) },
      zone,
      modifiedAt: lastRecordedIn(reads, [stream]),
    };
  },
  head: ({ t }, { history: { clause, title } }) => ({
    title: `${clauseName(clause)}, ${title}`,
    description: t('clause.history'),
  }),
  view: ClausePageView,
};
