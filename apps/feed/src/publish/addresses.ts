/** An address of the feed, below its base: path and query, as the feed is asked for it. */
export type Address = string;

/** Addresses that are files by themselves; all others are folders, with an index in them. */
const files =
  /^\/(?:(?:assets|log|proofs|blobs|persons|open-data)\/.+|robots\.txt|sitemap\.xml|sitemap\/\d+\.xml|(?:[a-z]{2,3}(?:-\w+)*\/)?(?:(?:(?:bodies|instruments|schools)\/[^/]+\/)?feed(?:\/archive\/\d+)?\.(?:json|atom)|bodies\/[^/]+\/calendar\.ics)|meetings\/[^/]+\/(?:minutes|notice-proof)|seats\/[^/]+\/votes\.csv)$/;

/** What only a running feed answers. Every step of a replay says how many there are: each would change with each. */
const live =
  /^(?:\/[a-z]{2,3}(?:-\w+)*)?\/(?:(?:events|live|health)(?:[/?]|$)|search(?:\.\w+(?:\?|$)|\?)|replay\/[^/?]+\?)/;

export const needsFeed = (address: Address): boolean => live.test(address);

/** Characters that every server and file system takes as they are; the others as their bytes. */
const plain = (text: string): string =>
  text.replaceAll(/[^\w.:-]/gu, (char) =>
    [...Buffer.from(char)].map((byte) => `~${byte.toString(16).padStart(2, '0')}`).join(''),
  );

const longestName = 200;

/** A query as the name of a folder: `from=v1,to=v2`. */
function folderOfQuery(query: string): string {
  const name = [...new URLSearchParams(query)]
    .map(([key, value]) => `${plain(key)}=${plain(value)}`)
    .join(',');
  if (name.length > longestName)
    throw new RangeError(`the query ?${query} is too long for the name of a file`);
  return name;
}

/** What an address has in the copy. */
export type Place = Readonly<{
  /** The file, from the folder of the copy. */
  file: string;
  /** Where a link leads: below the base, with a slash in front. */
  link: string;
}>;

const split = (address: Address): readonly [path: string, query: string] => {
  const [path = '', query = ''] = address.split('?', 2);
  return [path, query];
};

export const isFile = (address: Address): boolean => files.test(split(address)[0]);

/** @throws RangeError for an address that no file can have */
function segmentsOf(address: Address): readonly string[] {
  const [path, query] = split(address);
  const segments = path.split('/').filter((one) => one !== '');
  if (segments.some((one) => one === '.' || one === '..' || /[\\%\0]/.test(one)))
    throw new RangeError(`${address} is no path of a file`);
  if (query === '') return segments;
  // The name of a file stays the last.
  const last = isFile(address) ? segments.splice(-1) : [];
  return [...segments, folderOfQuery(query), ...last];
}

/** Where the page, the data or the file at an address stands. @throws RangeError for one that no file can have */
export function placeOf(address: Address, kind: 'page' | 'data'): Place {
  const path = segmentsOf(address).join('/');
  if (isFile(address)) return { file: path, link: `/${path}` };
  const folder = path === '' ? '' : `${path}/`;
  return kind === 'page'
    ? { file: `${folder}index.html`, link: `/${folder}` }
    : { file: `${folder}index.json`, link: `/${folder}index.json` };
}
