import { render } from 'preact-render-to-string';
import { nameOf } from '../pages/frame/layout.tsx';
import { languages } from '../words/languages.ts';

type Choosing = Readonly<{
  /** As HTML. */
  title: string;
  /** Of the copy, where links start with it. */
  publicUrl: string;
  /** Of the page in a language. */
  linkIn: (lang: string) => string;
}>;

/** At the address without a language, where the feed would ask the browser: the first language, and all of them. */
export function chooserPage({ title, publicUrl, linkIn }: Choosing): string {
  const [first = 'en'] = languages;
  const urlIn = (lang: string) => `${publicUrl}${linkIn(lang)}`;
  const html = render(
    <html lang={first}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title dangerouslySetInnerHTML={{ __html: title }} />
        <meta http-equiv="refresh" content={`0; url=${urlIn(first)}`} />
        <link rel="canonical" href={urlIn(first)} />
        {languages.map((lang) => (
          <link key={lang} rel="alternate" hreflang={lang} href={urlIn(lang)} />
        ))}
      </head>
      <body>
        <main>
          <h1 dangerouslySetInnerHTML={{ __html: title }} />
          <ul>
            {languages.map((lang) => (
              <li key={lang}>
                <a href={urlIn(lang)} lang={lang} hreflang={lang}>
                  {nameOf(lang)}
                </a>
              </li>
            ))}
          </ul>
        </main>
      </body>
    </html>,
  );
  return `<!DOCTYPE html>\n${html}\n`;
}
