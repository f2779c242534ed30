const tag = /<(?:a|link|img|script|meta)\b(?:\s+[\w-]+(?:="[^"]*")?)*\s*\/?>/g;
const address = /\s(?:href|src|content)="([^"]*)"/;

const decode = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
const encode = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** What means something only where there is an address. */
const ofAddress = /\s(?:href|rel|type|hreflang|download|aria-current)="[^"]*"/g;

/** What a tag leads to. */
export type Link = Readonly<{ url: string; isData: boolean; isAnchor: boolean }>;

const linkIn = (text: string): Link | undefined => {
  const url = address.exec(text)?.[1];
  return url === undefined
    ? undefined
    : {
        url: decode(url),
        isData: text.includes(' type="application/json"'),
        isAnchor: text.startsWith('<a '),
      };
};

/** Links of a page as our renderer writes it: in texts it escapes every quotation mark. */
export const linksOf = (html: string): readonly Link[] =>
  [...html.matchAll(tag)].flatMap(([text]) => linkIn(text) ?? []);

/**
 * A page with other links: each is what it is replaced by, `same` or `none`. An anchor that leads nowhere stays as
 * text (HTML, "placeholder for where a link might otherwise have been placed"); another tag is left out.
 */
export const withLinks = (html: string, replace: (link: Link) => string | undefined): string =>
  html.replaceAll(tag, (text) => {
    const link = linkIn(text);
    if (!link) return text;
    const url = replace(link);
    if (url !== undefined)
      return url === link.url
        ? text
        : text.replace(address, (all, old: string) => all.replace(old, () => encode(url)));
    return link.isAnchor ? text.replaceAll(ofAddress, '') : '';
  });

/** Addresses under a prefix in JSON, Atom and sitemaps: whole values, never parts of a text. */
export function* addressesIn(text: string, prefix: string): Generator<string> {
  for (const [, url = ''] of text.matchAll(/(?:"|<loc>)(https?:\/\/[^"\s<\\{]+)(?="|<\/loc>)/g))
    if (url.startsWith(`${prefix}/`)) yield decode(url.slice(prefix.length));
}
