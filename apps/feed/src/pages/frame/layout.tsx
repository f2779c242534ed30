import type { ComponentChildren } from 'preact';
import { icon, styleSheet } from './assets.ts';
import { languages } from '../../words/languages.ts';
import { languageName } from '../../words/speech.ts';
import { useSay } from './page.tsx';
import type { Alternate, Head } from './page.tsx';
import { feedsOf } from '../../feeds/addresses.ts';
import { inert, Name } from '../parts/text.tsx';

/** The name of a language in that language, as a title. */
export const nameOf = (lang: string): string => {
  const name = languageName(lang);
  return name.charAt(0).toLocaleUpperCase(lang) + name.slice(1);
};

const places = [
  ['/decisions', 'nav.decisions'],
  ['/meetings', 'nav.meetings'],
  ['/bodies', 'nav.bodies'],
  ['/instruments', 'nav.instruments'],
  ['/cohorts', 'nav.cohorts'],
  ['/commitments', 'nav.commitments'],
  ['/contradictions', 'nav.contradictions'],
  ['/search', 'nav.search'],
] as const;

function Languages() {
  const { lang: current, base, address, t } = useSay();
  return (
    <nav class="languages" aria-label={t('nav.languages')}>
      <ul>
        {languages.map((lang) => (
          <li key={lang}>
            <a
              href={`${base}/${lang}${address}`}
              lang={lang}
              hreflang={lang}
              aria-current={lang === current ? 'true' : undefined}
            >
              {nameOf(lang)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Masthead() {
  const { t, href, base, address } = useSay();
  return (
    <header class="masthead">
      <div class="wide">
        <a class="brand" href={href('/')}>
          <img src={`${base}${icon.path}`} alt="" width="28" height="28" />
          <span>{t('site.name')}</span>
        </a>
        <nav class="places" aria-label={t('nav.main')}>
          <ul>
            {places.map(([path, label]) => (
              <li key={path}>
                <a href={href(path)} aria-current={address.split('?', 1)[0] === path ? 'page' : undefined}>
                  {t(label)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <Languages />
      </div>
    </header>
  );
}

/** Data in a script element: it is never run, and what could end the element is escaped. */
function LinkedData({ of }: Readonly<{ of: Head['linkedData'] }>) {
  if (of === undefined || typeof of === 'string') return null;
  const json = JSON.stringify({ '@context': 'https://schema.org', ...of }).replaceAll(
    '<',
    String.raw`\u003c`,
  );
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}

const forms: Readonly<Record<string, string>> = {
  'application/atom+xml': 'atom',
  'application/feed+json': 'json',
  'text/calendar': 'ics',
};

/** Browsers show nobody what a page says of its feeds. */
function Follow({ of }: Readonly<{ of: readonly Alternate[] }>) {
  const { t, base, lang } = useSay();
  return (
    <p>
      {t('footer.follow')}{' '}
      {of.map(({ path, type, title }, i) => (
        <span key={path}>
          {i > 0 && ' · '}
          <a href={`${base}${path}`} type={type} hreflang={lang}>
            <Name>{title}</Name> ({t('footer.form', { form: forms[type] ?? 'other' })})
          </a>
        </span>
      ))}
    </p>
  );
}

function Footer({ alternates }: Readonly<{ alternates: readonly Alternate[] }>) {
  const { t, base, address, zone, copy, href } = useSay();
  return (
    <footer class="colophon">
      <div class="wide">
        <Follow of={alternates} />
        <p>{t('footer.promise')}</p>
        <p>
          {t('footer.zone', { zone: zone.replaceAll('_', ' ') })}{' '}
          <a href={`${base}${address}`} type="application/json">
            {t('footer.data')}
          </a>
          {copy && (
            <>
              {' '}
              <a href={href('/copy')}>{t('copy.title')}</a>
            </>
          )}
        </p>
      </div>
    </footer>
  );
}

/** What all pages have around what they say. */
export function Layout({ head, children }: Readonly<{ head: Head; children: ComponentChildren }>) {
  const { lang, base, address, publicUrl, t } = useSay();
  const title = inert(head.title);
  const alternates = [...(head.alternates ?? []), ...feedsOf(lang, 'all', t('nav.feed'))];
  const name = t('site.name');
  return (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{address === '/' ? title : `${title} · ${name}`}</title>
        {head.description !== undefined && <meta name="description" content={inert(head.description)} />}
        <link rel="stylesheet" href={`${base}${styleSheet.path}`} />
        <link rel="icon" href={`${base}${icon.path}`} type="image/svg+xml" />
        <link rel="canonical" href={`${publicUrl}/${lang}${address}`} />
        {languages.map((one) => (
          <link key={one} rel="alternate" hreflang={one} href={`${publicUrl}/${one}${address}`} />
        ))}
        <link rel="alternate" type="application/json" href={`${publicUrl}${address}`} />
        {alternates.map((one) => (
          <link
            key={one.path}
            rel="alternate"
            type={one.type}
            title={inert(one.title)}
            href={`${publicUrl}${one.path}`}
          />
        ))}
        <LinkedData of={head.linkedData} />
        <meta property="og:type" content="article" />
        <meta property="og:title" content={title} />
        <meta property="og:site_name" content={name} />
        <meta property="og:url" content={`${publicUrl}/${lang}${address}`} />
        {head.description !== undefined && (
          <meta property="og:description" content={inert(head.description)} />
        )}
      </head>
      <body>
        <a class="skip" href="#content">
          {t('nav.skip')}
        </a>
        <Masthead />
        <main id="content" class="wide">
          {children}
        </main>
        <Footer alternates={alternates} />
      </body>
    </html>
  );
}
