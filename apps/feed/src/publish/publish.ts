import { parseCheckpoint, parseNote } from '#tlog';
import type { Logger } from '#platform';
import { hash } from 'node:crypto';
import type { Address } from './addresses.ts';
import { placeOf } from './addresses.ts';
import { freeze } from './frozen-record.ts';
import type { FrozenRecord } from './frozen-record.ts';
import { fullTiles, orderOf, partialTiles, settledEntries } from './log-files.ts';
import type { RecordPlace } from '../record/record-place.ts';
import { Publication } from './publication.ts';
import { siteFeed } from './site-feed.ts';
import type { SiteFeed } from './site-feed.ts';
import { NotOurFolder, SiteFolder } from './site-folder.ts';
import type { Changes, Manifest } from './site-folder.ts';

export type PublishOptions = Readonly<{
  /** The data folder. */
  data: string;
  /** Where the record lies, where it is not in the data folder. */
  place?: RecordPlace;
  folder: string;
  /** Where the folder will be served, without a slash at the end. */
  publicUrl: string;
  /** The running feed, for what files cannot answer. */
  live?: string | undefined;
  logger: Logger;
  onProgress?: ((done: number, known: number) => void) | undefined;
}>;

export type PublishedSite = Changes &
  Readonly<{
    size: number;
    root: string;
    /** Addresses that pages link to and the record does not have. */
    dead: readonly Address[];
  }>;

/** The log that lies there must be the beginning of the one that comes. @throws NotOurFolder */
async function checkExtends(site: SiteFolder, { log, checkpoint }: FrozenRecord): Promise<void> {
  const note = site.read('log/checkpoint');
  if (!note) return;
  const there = parseCheckpoint(parseNote(note.toString()).text);
  const { origin } = parseCheckpoint(parseNote(checkpoint.note).text);
  if (there.origin !== origin)
    throw new NotOurFolder(
      `the folder holds the log ${there.origin}, and this is ${origin}: publish it elsewhere.`,
    );
  if (there.size > checkpoint.size)
    throw new NotOurFolder(
      `the folder holds a log of ${there.size} entries, and this one has ${checkpoint.size}: ` +
        'what was published is never taken back. Publish from the newer record.',
    );
  if (!(await log.files.root(there.size)).equals(there.root))
    throw new NotOurFolder(
      `the ${there.size} entries of the log in the folder are not the beginning of this log: ` +
        'what was published is never replaced. Keep the folder, and find out which of the two was changed.',
    );
}

/** A run that finds no new checkpoint keeps what the one before kept. */
const sizesOf = (before: Manifest | undefined, size: number): Manifest['sizes'] => {
  const [older = size, last = size] = before?.sizes ?? [];
  return last === size ? [older, size] : [last, size];
};

async function putAll(addresses: Iterable<Address>, feed: SiteFeed, site: SiteFolder): Promise<void> {
  for (const address of addresses) {
    const answer = await feed.get(address);
    if (answer) site.put(placeOf(address, 'data').file, answer.bytes);
  }
}

type Run = Readonly<{ feed: SiteFeed; site: SiteFolder; manifest: Omit<Manifest, 'format' | 'files'> }>;

/** Readers who hold the checkpoint before this one still find its tiles. */
async function putLog({ feed, site, manifest: { sizes } }: Run): Promise<void> {
  const [before, size] = sizes;
  const full = fullTiles(size).filter((address) => !site.keep(placeOf(address, 'data').file));
  await putAll(full, feed, site);
  await putAll(new Set([...partialTiles(before), ...partialTiles(size)]), feed, site);
  await putAll(
    ['checkpoint', 'key', 'keys', 'policy'].map((name) => `/log/${name}`),
    feed,
    site,
  );
}

/** A proof once made stays good, as long as the files that it is checked with stay and its signers are trusted. */
async function putProofs({ feed, site, manifest: { sizes, policy } }: Run): Promise<void> {
  const [, size] = sizes;
  const settled = policy === site.before?.policy ? settledEntries(site.before.sizes[1]) : 0;
  for (let index = 0; index < size; index++)
    if (index >= settled || !site.keep(`proofs/${index}`)) await putAll([`/proofs/${index}`], feed, site);
}

/**
 * Writes the whole public site as files. Only files that change are touched; those of things that are gone go, of
 * what earlier runs wrote.
 *
 * @throws NotOurFolder, NothingToPublish
 */
export async function publish(options: PublishOptions): Promise<PublishedSite> {
  const { data, place, folder, publicUrl, live, logger, onProgress } = options;
  const site = new SiteFolder(folder);
  const record = await freeze(data, logger, place);
  const { readable, checkpoint } = record;
  const { size, root } = checkpoint;
  const copy = { size, live };
  const feed = siteFeed({ ...readable, publicUrl: () => publicUrl, copy });
  try {
    await checkExtends(site, record);
    const policy = hash('sha256', await feed.body('/log/policy'));
    const manifest = { baseUrl: publicUrl, sizes: sizesOf(site.before, size), policy };
    await putLog({ feed, site, manifest });
    await putProofs({ feed, site, manifest });
    const publication = new Publication({ feed, site, publicUrl, live, onProgress });
    await publication.walk();
    return { ...site.commit(orderOf, manifest), size, root, dead: publication.dead };
  } finally {
    await feed.close();
    await record.close();
  }
}
