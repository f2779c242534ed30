import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where a log is read from. Nothing of it is believed. */
export type LogSource = Readonly<{
  /** For people. */
  name: string;
  /** A resource by its path below the log's prefix (`checkpoint`, `tile/0/000`); undefined where there is none. */
  read: (path: string) => Promise<Buffer | undefined>;
}>;

/** The log cannot be read at all, which says nothing about the record. */
export class Unreachable extends Error {
  constructor(what: string, options?: ErrorOptions) {
    super(what, options);
    this.name = 'Unreachable';
  }
}

const absent = ['ENOENT', 'ENOTDIR', 'EISDIR'];

/** A copy of a log in a folder, with the paths that a server gives it. `read` throws Unreachable. */
export const folderSource = (folder: string): LogSource => ({
  name: folder,
  read: async (path) => {
    try {
      return await readFile(join(folder, path));
    } catch (error) {
      if (absent.includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
      throw new Unreachable(`${join(folder, path)} cannot be read: ${(error as Error).message}`, {
        cause: error,
      });
    }
  },
});

/** What happened below what `fetch` says of it, which is always the same. */
const reasonOf = (error: Error): string =>
  error.cause instanceof Error && error.cause.message !== '' ? error.cause.message : error.message;

const attempts = 4;
/** Milliseconds; doubled from attempt to attempt. */
const firstPause = 250;
/** Milliseconds that one answer may take. */
const timeout = 30_000;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function fetched(url: string): Promise<Buffer | undefined> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(timeout) });
  if (answer.status === 404 || answer.status === 410) {
    await answer.body?.cancel();
    return undefined;
  }
  if (!answer.ok) throw new Error(`it answers ${answer.status}`);
  return Buffer.from(await answer.arrayBuffer());
}

/** A log that is served over HTTP. `read` tries again before it throws Unreachable. */
export const httpSource = (prefix: string): LogSource => ({
  name: prefix,
  read: async (path) => {
    const url = `${prefix.replace(/\/$/, '')}/${path}`;
    for (let attempt = 1; ; attempt++)
      try {
        return await fetched(url);
      } catch (error) {
        if (attempt === attempts)
          throw new Unreachable(`${url} cannot be read: ${reasonOf(error as Error)}`, { cause: error });
        await pause(firstPause * 2 ** (attempt - 1));
      }
  },
});

/** A log in memory, by path: for tests, and for whoever holds the resources already. */
export const memorySource = (resources: ReadonlyMap<string, Uint8Array>, name = 'memory'): LogSource => ({
  name,
  read: (path) => {
    const bytes = resources.get(path);
    return Promise.resolve(bytes && Buffer.from(bytes));
  },
});

const under = (source: LogSource, folder: string): LogSource => ({
  name: `${source.name.replace(/\/$/, '')}/${folder}`,
  read: (path) => source.read(`${folder}/${path}`),
});

/**
 * The log of a feed or of a copy of it: under `log/`, or where the place is the log's prefix itself.
 *
 * @throws Unreachable where there is neither
 */
export async function openLog(place: string): Promise<LogSource> {
  const outer = /^https?:\/\//.test(place) ? httpSource(place) : folderSource(place);
  for (const source of [under(outer, 'log'), outer]) if (await source.read('checkpoint')) return source;
  throw new Unreachable(`there is no log at ${place}: neither log/checkpoint nor checkpoint`);
}
