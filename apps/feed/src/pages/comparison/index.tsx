import { streamName } from '#governance';
import { getInstrument, instrumentDiff } from '#projections';
import type { ClauseDiff, InstrumentDiffView, InstrumentView, VersionView } from '#projections';
import { documentCaching } from '../../http/resource.ts';
import { languageOf, lastRecordedIn } from '../../record/published.ts';
import { instrumentComparison, versionsToCompare } from '../../resources/instrument.ts';
import type { DiffQuery } from '../../resources/instrument.ts';
import { timesIn } from '../../resources/times.ts';
import { useSay } from '../frame/page.tsx';
import type { Page } from '../frame/page.tsx';
import { clauseName } from '../instrument/clauses.tsx';
import { CompareForm, VersionBadge, versionName } from '../instrument/versions.tsx';
import { Name, Scroll, Section } from '../parts/text.tsx';
import { Time } from '../parts/time.tsx';
import { changesText, ClauseSide } from './side.tsx';

type ComparisonData = Readonly<{
  instrument: InstrumentView;
  lang: string | undefined;
  diff: InstrumentDiffView;
  before: VersionView;
  after: VersionView;
}>;
type Props = Readonly<{ data: ComparisonData }>;

function Row({ of, data }: Readonly<{ of: ClauseDiff; data: ComparisonData }>) {
  const { t, href } = useSay();
  const { instrument, lang } = data;
  const shown = of.after ?? of.before ?? of;
  return (
    <tr>
      <th scope="row">
        <a href={href(`/clauses/${instrument.instrumentId}:${of.clauseId}`)}>
          <Name lang={lang}>{clauseName(shown)}</Name>
        </a>
        <span class="meta">{changesText(t, of)}</span>
      </th>
      <td>
        <ClauseSide of={of} side="before" lang={lang} />
      </td>
      <td>
        <ClauseSide of={of} side="after" lang={lang} />
      </td>
    </tr>
  );
}

function Heading({ of }: Readonly<{ of: VersionView }>) {
  return (
    <th scope="col">
      <Name>{versionName(of)}</Name> <VersionBadge status={of.status} />
      {of.inForceFrom && (
        <span class="meta">
          <Time at={of.inForceFrom} style="day" />
        </span>
      )}
    </th>
  );
}

function Differences({ data }: Props) {
  const { t } = useSay();
  const { diff, before, after } = data;
  if (!diff.comparable) return <p>{t('diff.notHeld')}</p>;
  if (diff.clauses.length === 0) return <p>{t('diff.same')}</p>;
  const kept = diff.clauses.filter((one) => one.after && one.before).length;
  const inserted = diff.clauses.filter((one) => !one.before).length;
  return (
    <Scroll label={t('diff.title')}>
      <table class="diff">
        <caption>
          {t('diff.caption', { count: diff.clauses.length, same: after.clauses - kept - inserted })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('diff.clause')}</th>
            <Heading of={before} />
            <Heading of={after} />
          </tr>
        </thead>
        <tbody>
          {diff.clauses.map((one) => (
            <Row key={one.clauseId} of={one} data={data} />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

/** Two versions of an instrument side by side. */
function ComparisonView({ data }: Props) {
  const { t, href } = useSay();
  const { instrument, lang, before, after } = data;
  const { instrumentId, title, versions } = instrument;
  return (
    <article>
      <p class="kicker">{t('diff.title')}</p>
      <h1>
        <Name lang={lang}>{title}</Name>
      </h1>
      <p>
        <a href={href(`/instruments/${instrumentId}`)}>{t('diff.toInstrument')}</a>
      </p>
      <CompareForm
        instrumentId={instrumentId}
        versions={versions}
        from={before.versionId}
        to={after.versionId}
      />
      <Section id="differences" title={t('diff.heading')}>
        <Differences data={data} />
      </Section>
    </article>
  );
}

/** `GET /{lang}/instruments/{id}/diff?from=&to=`. */
export const comparisonPage: Page<DiffQuery, ComparisonData> = {
  path: '/instruments/:id/diff',
  parameters: instrumentComparison.parameters,
  cacheControl: documentCaching,
  load: (rendering) => {
    const { reads, id, now } = rendering;
    const instrument = getInstrument(reads, id, timesIn('UTC', {}, now));
    const versions = versionsToCompare(rendering);
    const diff = versions && instrumentDiff(reads, id, versions);
    const versionOf = (wanted: string) => instrument?.versions.find(({ versionId }) => versionId === wanted);
    const [before, after] = [versionOf(versions?.from ?? ''), versionOf(versions?.to ?? '')];
    if (!instrument || !diff || !before || !after) return undefined;
    const stream = streamName('instrument', id);
    const data = { instrument, diff, before, after, lang: languageOf(reads, stream) };
    return { data, zone: instrument.timeZone, modifiedAt: lastRecordedIn(reads, [stream]) };
  },
  head: ({ t }, { instrument: { title } }) => ({ title: `${t('diff.title')}: ${title}` }),
  view: ComparisonView,
};
