import type { VersionView } from '#projections';
import type { ComponentChildren } from 'preact';
import { languageName } from '../../words/speech.ts';
import { useSay } from '../frame/page.tsx';
import { Choose, Day, Filter } from '../parts/filter.tsx';
import { IllustrationNote, Name, Section } from '../parts/text.tsx';
import { Since, Time } from '../parts/time.tsx';
import { Clauses } from './clauses.tsx';
import type { InstrumentData } from './data.ts';
import { Ratification } from './ratification.tsx';
import { VersionBadge, versionName, Versions } from './versions.tsx';

type Props = Readonly<{ data: InstrumentData }>;

const Fact = ({ name, children }: Readonly<{ name: string; children: ComponentChildren }>) => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
);

/** What is in force at the time that is asked for, in one sentence. */
function InForce({ data: { instrument, text } }: Props) {
  const { t } = useSay();
  const [current] = text.inForce;
  if (!current)
    return <p class="lead">{t('instrument.nothing', { how: instrument.ending?.how ?? 'none' })}</p>;
  const certainty = text.inForce.length > 1 ? 'possible' : current.certainty;
  return (
    <p class="lead">
      {t('instrument.inForce', { certainty, count: text.inForce.length })}{' '}
      {text.inForce.map(({ versionId, since, until }, i) => (
        <span key={versionId}>
          {i > 0 && '; '}
          <Name>
            {versionName(instrument.versions.find((one) => one.versionId === versionId) ?? { versionId })}
          </Name>
          {', '}
          <Since at={since} style="day" />
          {until && (
            <>
              {` ${t('seat.until')} `}
              <Time at={until} style="day" />
            </>
          )}
        </span>
      ))}
      .
    </p>
  );
}

function Facts({ data: { instrument, bodyName, instruments, organizations } }: Props) {
  const { t, href } = useSay();
  const { bodyId, otherNames = [], identifiers = [], parties, incorporated, ending } = instrument;
  return (
    <dl class="facts">
      {bodyId !== undefined && (
        <Fact name={t('filter.body')}>
          <a href={href(`/bodies/${bodyId}`)}>
            <Name>{bodyName ?? bodyId}</Name>
          </a>
        </Fact>
      )}
      {parties.length > 0 && (
        <Fact name={t('instrument.parties')}>
          {parties.map(({ organizationId }, i) => (
            <span key={organizationId}>
              {i > 0 && ', '}
              <Name>{organizations.get(organizationId) ?? organizationId}</Name>
            </span>
          ))}
        </Fact>
      )}
      {otherNames.length > 0 && (
        <Fact name={t('instrument.otherNames')}>
          <Name>{otherNames.join(', ')}</Name>
        </Fact>
      )}
      {identifiers.map(({ scheme, identifier }) => (
        <Fact key={identifier} name={t('instrument.identifier')}>
          <Name>{scheme === undefined ? identifier : `${scheme} ${identifier}`}</Name>
        </Fact>
      ))}
      {incorporated && (
        <Fact name={t('instrument.incorporated')}>
          <a href={href(`/instruments/${incorporated.intoInstrument}`)}>
            <Name>{instruments.get(incorporated.intoInstrument) ?? incorporated.intoInstrument}</Name>
          </a>
          {incorporated.asArticle !== undefined && <Name>{` ${incorporated.asArticle}`}</Name>}
          {', '}
          <Time at={incorporated.at} style="day" />
        </Fact>
      )}
      {ending && (
        <Fact name={t('instrument.ended', { how: ending.how })}>
          <Time at={ending.at} style="day" />
          {ending.byInstrument !== undefined && (
            <>
              {' '}
              <a href={href(`/instruments/${ending.byInstrument}`)}>
                <Name>{instruments.get(ending.byInstrument) ?? ending.byInstrument}</Name>
              </a>
            </>
          )}
        </Fact>
      )}
    </dl>
  );
}

function AtDate({ data: { instrument, query, asOf, text } }: Props) {
  const { t, href } = useSay();
  const path = `/instruments/${instrument.instrumentId}`;
  const versions = instrument.versions.map((one) => ({ value: one.versionId, label: versionName(one) }));
  return (
    <>
      <Filter path={path} label={t('text.choose')}>
        <Day name="asOf" label={t('text.asOf')} value={query.asOf} />
        <Choose
          name="version"
          label={t('text.version')}
          of={versions}
          chosen={query.version}
          none={t('text.inForce')}
        />
      </Filter>
      {(asOf ?? query.version) && (
        <p class="note">
          {text.version && t('text.shown', { version: versionName(text.version) })}{' '}
          {asOf && (
            <>
              {t('body.shownAsOf')} <Time at={asOf} />.{' '}
            </>
          )}
          <a href={href(path)}>{t('body.showNow')}</a>
        </p>
      )}
    </>
  );
}

function Renditions({ of }: Readonly<{ of: VersionView }>) {
  const { t, base, lang } = useSay();
  if (of.renditions.length === 0 && of.fullTextSha256 === undefined) return null;
  return (
    <>
      <h3>{t('rendition.title')}</h3>
      <ul>
        {of.renditions.map(({ lang: spoken, mime, sha256, authentic }) => (
          <li key={`${spoken} ${mime} ${sha256}`}>
            <a href={`${base}/blobs/${sha256}`} hreflang={spoken}>
              {languageName(spoken, lang)}
            </a>{' '}
            <span class="meta-inline">{mime}</span>{' '}
            <span class={authentic ? 'badge is-authentic' : 'tag'}>
              {t('rendition.authentic', { authentic: authentic ? 'yes' : 'no' })}
            </span>
          </li>
        ))}
      </ul>
      {of.fullTextSha256 !== undefined && (
        <p class="meta">
          {t('rendition.digest')} <code>{of.fullTextSha256}</code>
        </p>
      )}
    </>
  );
}

/** An instrument: its text at a time, every version, how far it is ratified, and where each clause comes from. */
export function InstrumentPageView({ data }: Props) {
  const { t } = useSay();
  const { instrument, lang, text } = data;
  const { title, kind, practiceDepartures } = instrument;
  const ofWhole = practiceDepartures.filter(({ clauseId }) => clauseId === undefined);
  return (
    <article>
      <p class="kicker">{t('instrument.kind', { kind })}</p>
      <h1>
        <Name lang={lang}>{title}</Name>
      </h1>
      {text.version && (
        <p class="badges">
          <VersionBadge status={text.version.status} />
        </p>
      )}
      <IllustrationNote of={instrument.provenance} />
      <InForce data={data} />
      <Facts data={data} />
      <Section id="text" title={t('text.title')}>
        <AtDate data={data} />
        <Clauses data={data} />
        {text.version && <Renditions of={text.version} />}
      </Section>
      {ofWhole.map(({ description, clauseLabel, provenance }) => (
        <p key={provenance.eventId} class="note">
          {t('clause.departure')} {clauseLabel !== undefined && <Name lang={lang}>{`${clauseLabel}: `}</Name>}
          <Name lang={lang}>{description}</Name>
        </p>
      ))}
      <Section id="versions" title={t('version.title')}>
        <Versions data={data} />
      </Section>
      <Section id="ratification" title={t('ratification.title')}>
        <Ratification data={data} />
      </Section>
    </article>
  );
}
