import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { checkEntries } from '../assets/check.js';
import type { Verdict } from '../assets/check.js';

/** Every file of a folder by its path, without what lies below a dot. */
export const filesOf = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((path) => !path.startsWith('.minutebook'))
    .toSorted();

export const timesOf = (folder: string): ReadonlyMap<string, number> =>
  new Map(filesOf(folder).map((path) => [path, statSync(join(folder, path)).mtimeMs]));

/** As a plain static server finds a file: the path itself, or the index of a folder. */
export function fileAt(folder: string, path: string): string | undefined {
  const there = join(folder, decodeURIComponent(path));
  if (!existsSync(there)) return undefined;
  if (statSync(there).isFile()) return there;
  const index = join(there, 'index.html');
  return existsSync(index) ? index : undefined;
}

const unescaped = (text: string): string => text.replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** Everything in a file that a reader or a program would follow. */
function* addressesIn(path: string, text: string): Generator<string> {
  if (path.endsWith('.html'))
    for (const [, url = ''] of text.matchAll(/<[a-z][^<>]*?\s(?:href|src|action)="([^"]*)"/g))
      yield unescaped(url);
  if (path.endsWith('.html'))
    for (const [, url = ''] of text.matchAll(/content="0; url=([^"]*)"/g)) yield unescaped(url);
  if (/\.(?:json|atom|xml)$/.test(path))
    for (const [, url = ''] of text.matchAll(/["'>](https?:\/\/[^"'<\s\\{]*)["'<]/g)) yield unescaped(url);
}

/** Links within a published folder that lead nowhere, each with the file that it stands in. */
export function deadLinks(folder: string, publicUrl: string): readonly string[] {
  const site = new URL(publicUrl);
  const base = site.pathname.replace(/\/$/, '');
  const dead: string[] = [];
  for (const path of filesOf(folder)) {
    const text = readFileSync(join(folder, path), 'utf8');
    for (const address of addressesIn(path, text)) {
      const url = new URL(address, `${publicUrl}/${path}`);
      if (url.origin !== site.origin) continue;
      const local = url.pathname.startsWith(`${base}/`) ? url.pathname.slice(base.length) : '';
      const file = local === '' || url.search !== '' ? undefined : fileAt(folder, local);
      const id = decodeURIComponent(url.hash.slice(1));
      const isThere = file !== undefined && (id === '' || readFileSync(file, 'utf8').includes(` id="${id}"`));
      if (!isThere) dead.push(`${path}: ${address}`);
    }
  }
  return [...new Set(dead)];
}

/** A plain static server: files, the index of a folder, and 404.html. */
export async function serveFolder(folder: string): Promise<Readonly<{ url: string; close: () => void }>> {
  const server = createServer(({ url = '/' }, response) => {
    const file = fileAt(folder, new URL(url, 'http://localhost').pathname);
    const missing = join(folder, '404.html');
    if (file === undefined) response.statusCode = 404;
    response.end((file ?? existsSync(missing)) ? readFileSync(file ?? missing) : undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

const dataOf = (html: string, name: string): string =>
  unescaped(new RegExp(` data-${name}="([^"]*)"`).exec(html)?.[1] ?? '');

/** What the button on a decision's page says, as its script finds it in the folder. */
export function checkedInBrowser(folder: string, page: string): Promise<Verdict> {
  const html = readFileSync(join(folder, page), 'utf8');
  return checkEntries({
    entries: JSON.parse(dataOf(html, 'entries')) as { index: number; type: string }[],
    stream: dataOf(html, 'stream'),
    ask: (address) => {
      const file = fileAt(folder, address);
      const bytes = file === undefined ? new Uint8Array() : readFileSync(file);
      return Promise.resolve({ status: file === undefined ? 404 : 200, bytes });
    },
    tell: () => undefined,
  });
}
