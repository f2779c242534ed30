import { basePath } from '../http/resource.ts';
import { dumps } from '../open-data/serve-open-data.ts';
import { icon, styleSheet, checkScript } from '../pages/frame/assets.ts';
import { languages } from '../words/languages.ts';
import { isFile, needsFeed, placeOf } from './addresses.ts';
import type { Address } from './addresses.ts';
import { chooserPage } from './chooser.tsx';
import { addressesIn, linksOf, withLinks } from './links.ts';
import type { Link } from './links.ts';
import type { SiteFeed } from './site-feed.ts';
import type { SiteFolder } from './site-folder.ts';

export type PublicationOptions = Readonly<{
  feed: SiteFeed;
  site: SiteFolder;
  publicUrl: string;
  live?: string | undefined;
  onProgress?: ((done: number, known: number) => void) | undefined;
}>;

const [firstLanguage = 'en'] = languages;

/** Of a page; feeds and calendars are files in each language. */
const languageOf = (address: Address): string | undefined =>
  isFile(address)
    ? undefined
    : languages.find((lang) => address === `/${lang}` || address.startsWith(`/${lang}/`));

/** Where everything begins that no page links to. */
const seeds: readonly Address[] = [
  ...languages.flatMap((lang) => [`/${lang}/`, `/${lang}/copy`]),
  ...[styleSheet, icon, checkScript].map(({ path }) => path),
  '/',
  '/robots.txt',
  '/sitemap.xml',
  '/open-data',
  ...dumps.map(({ path }) => path),
];

/** Files that may be opened under their names; what a browser would run is left for download, without one. */
const extensions: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'text/markdown': 'md',
  'text/plain': 'txt',
  'text/csv': 'csv',
  'image/png': 'png',
  'image/jpeg': 'jpg',
};

/** Of an answer's policy what a page can say of itself (CSP 3 §3.3). */
const policyTag = (policy: string): string => {
  const own = policy.split('; ').filter((one) => !one.startsWith('frame-ancestors'));
  return `<meta http-equiv="Content-Security-Policy" content="${own.join('; ')}"/>`;
};

const charset = '<meta charset="utf-8"/>';

/** What is put by its own rules, before the walk. */
const isOfLog = (address: Address): boolean => /^\/(?:log|proofs)\//.test(address);

/** Walks the feed from its beginnings, link by link, and puts everything into a folder. */
export class Publication {
  readonly #options: PublicationOptions;
  readonly #base: string;
  readonly #queue: Address[] = [];
  readonly #seen = new Set<Address>();
  readonly #dead = new Set<Address>();
  /** The extension of each blob. */
  readonly #names = new Map<Address, string>();

  constructor(options: PublicationOptions) {
    this.#options = options;
    this.#base = basePath(options.publicUrl);
  }

  /** Addresses that pages link to and that are not there, in the feed neither: in the copy they are no links. */
  get dead(): readonly Address[] {
    return [...this.#dead].toSorted();
  }

  async walk(): Promise<void> {
    seeds.forEach((address) => this.#add(address));
    for (let i = 0; i < this.#queue.length; i++) {
      await this.#publish(this.#queue[i] ?? '');
      this.#options.onProgress?.(i + 1, this.#queue.length);
    }
    await this.#putNothing();
  }

  #add(address: Address): void {
    if (this.#seen.has(address) || isOfLog(address)) return;
    this.#seen.add(address);
    this.#queue.push(address);
  }

  async #publish(address: Address): Promise<void> {
    const { feed, site, publicUrl } = this.#options;
    const answer = await feed.get(address);
    if (!answer) return;
    const { mediaType, bytes, policy } = answer;
    const lang = languageOf(address);
    if (lang !== undefined) return this.#putPage(address, lang, bytes.toString(), policy);
    const { file } = placeOf(address, 'data');
    if (address.startsWith('/sitemap')) return this.#putSitemap(file, bytes.toString());
    site.put(file, bytes);
    const extension = this.#names.get(address);
    if (extension !== undefined) site.put(`${file}.${extension}`, bytes);
    if (!/json$|\/atom\+xml$/.test(mediaType) || address.startsWith('/blobs/')) return;
    for (const found of addressesIn(bytes.toString(), publicUrl)) if (!needsFeed(found)) this.#add(found);
  }

  async #putPage(address: Address, lang: string, html: string, policy: string | undefined): Promise<void> {
    const { site, publicUrl } = this.#options;
    const page = await this.#relinked(html, lang);
    const withPolicy = policy === undefined ? page : page.replace(charset, `${charset}${policyTag(policy)}`);
    site.put(placeOf(address, 'page').file, Buffer.from(withPolicy));
    if (lang !== firstLanguage) return;
    const rest = address.slice(lang.length + 1);
    const title = /<title>(.*?)<\/title>/s.exec(html)?.[1] ?? '';
    const linkIn = (one: string) => placeOf(`/${one}${rest}`, 'page').link;
    site.put(placeOf(rest, 'page').file, Buffer.from(chooserPage({ title, publicUrl, linkIn })));
  }

  #putSitemap(file: string, xml: string): void {
    const { site, publicUrl } = this.#options;
    for (const found of addressesIn(xml, publicUrl)) this.#add(found);
    const moved = xml.replaceAll(/(?<=<loc>)[^<]*(?=<\/loc>)/g, (url) => {
      const address = url.slice(publicUrl.length);
      return `${publicUrl}${placeOf(address, languageOf(address) === undefined ? 'data' : 'page').link}`;
    });
    site.put(file, Buffer.from(moved));
  }

  /** What hosts show where there is nothing. */
  async #putNothing(): Promise<void> {
    const html = await this.#options.feed.body(`/${firstLanguage}/404`);
    this.#options.site.put('404.html', Buffer.from(await this.#relinked(html, firstLanguage)));
  }

  async #relinked(html: string, lang: string): Promise<string> {
    const urls = new Map<Link['url'], string | undefined>();
    const keyOf = ({ url, isData }: Link) => `${isData ? 'data' : ''} ${url}`;
    for (const link of linksOf(html)) urls.set(keyOf(link), await this.#target(link, lang));
    return withLinks(html, (link) => urls.get(keyOf(link)));
  }

  /** Where a link leads in the copy; undefined for nowhere. */
  async #target(link: Link, lang: string): Promise<string | undefined> {
    const { feed, live } = this.#options;
    const [prefix, local] = this.#localOf(link.url);
    if (local === undefined) return link.url;
    const [address = '', fragment] = local.split('#', 2);
    if (needsFeed(address)) {
      if (live !== undefined) return `${live}${local}`;
      return link.isAnchor ? `${prefix}${placeOf(`/${lang}/copy`, 'page').link}` : undefined;
    }
    if (!(await feed.has(address))) {
      if (!link.isData) this.#dead.add(address);
      return undefined;
    }
    this.#add(address);
    const kind = languageOf(address) === undefined ? 'data' : 'page';
    const name = await this.#nameOf(address);
    return `${prefix}${placeOf(address, kind).link}${name}${fragment === undefined ? '' : `#${fragment}`}`;
  }

  async #nameOf(address: Address): Promise<string> {
    if (!address.startsWith('/blobs/')) return '';
    const { mediaType = '' } = (await this.#options.feed.get(address)) ?? {};
    const extension = extensions[mediaType];
    if (extension !== undefined) this.#names.set(address, extension);
    return extension === undefined ? '' : `.${extension}`;
  }

  /** Of a link into the feed: what stands before its address, and that. */
  #localOf(url: string): readonly [prefix: string, address?: string] {
    const { publicUrl } = this.#options;
    for (const prefix of [publicUrl, this.#base])
      if (url.startsWith(`${prefix}/`) && !url.startsWith(`${prefix}//`))
        return [prefix, url.slice(prefix.length)];
    return [''];
  }
}
