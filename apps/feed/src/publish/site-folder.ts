import { randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { Told } from '#platform';

/** What a run leaves for the next one. */
export type Manifest = Readonly<{
  format: 1;
  baseUrl: string;
  /** Of the log: what the run before had, and this one. */
  sizes: readonly [before: number, now: number];
  /** By whom proofs are signed; when that changes, all are made anew. */
  policy: string;
  /** Every file that was written. */
  files: readonly string[];
}>;

/** Where a run keeps its own things: below a dot, which hosts leave out or serve without harm. */
const own = '.minutebook';

/** What is wrong with a folder, and what to do. */
export class NotOurFolder extends Told {}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';

function bytesOf(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes(codeOf(error))) return undefined;
    throw error;
  }
}

function readManifest(folder: string): Manifest | undefined {
  const text = bytesOf(join(folder, own, 'files.json'))?.toString();
  if (text === undefined) return undefined;
  const manifest = JSON.parse(text) as Manifest;
  if (manifest.format === 1) return manifest;
  throw new NotOurFolder(`${folder} was written by another version: publish into an empty folder.`);
}

/**
 * A folder that a static host serves. What changes is written aside first; then all of it takes its place, file by
 * file, each in one step.
 */
export class SiteFolder {
  readonly #folder: string;
  readonly #staging: string;
  readonly before: Manifest | undefined;
  readonly #owned: ReadonlySet<string>;
  readonly #staged = new Map<string, string>();
  readonly #wanted = new Set<string>();

  /** @throws NotOurFolder for one that holds what no run has written */
  constructor(folder: string) {
    this.#folder = folder;
    this.#staging = join(folder, own, 'new');
    mkdirSync(folder, { recursive: true });
    this.before = readManifest(folder);
    if (!this.before && readdirSync(folder).some((name) => name !== own))
      throw new NotOurFolder(
        `${folder} is not empty, and nothing in it says that it was published: give an empty or a new folder.`,
      );
    this.#owned = new Set(this.before?.files);
    rmSync(this.#staging, { recursive: true, force: true });
    mkdirSync(this.#staging, { recursive: true });
  }

  /** Of a file as it stands. */
  read(path: string): Buffer | undefined {
    return bytesOf(join(this.#folder, path));
  }

  /** Says that a file that never changes stays, if an earlier run wrote it. */
  keep(path: string): boolean {
    if (!this.#owned.has(path) || !existsSync(join(this.#folder, path))) return false;
    this.#wanted.add(path);
    return true;
  }

  /** What a file shall hold. @throws NotOurFolder where another's file is in its place */
  put(path: string, bytes: Buffer): void {
    if (this.#wanted.has(path)) throw new Error(`two things would be ${path}`);
    this.#wanted.add(path);
    const there = this.read(path);
    if (there?.equals(bytes)) return;
    if (there && !this.#owned.has(path))
      throw new NotOurFolder(
        `${join(this.#folder, path)} is in the way, and no run has written it: move it.`,
      );
    const aside = join(this.#staging, randomUUID());
    writeFileSync(aside, bytes);
    this.#staged.set(path, aside);
  }

  /**
   * Lets what was put take its place, in this order; what nobody put and an earlier run wrote goes. Until then the
   * folder is as it was.
   */
  commit(order: (path: string) => number, manifest: Omit<Manifest, 'format' | 'files'>): Changes {
    const files = [...this.#wanted].toSorted();
    const removed = [...this.#owned].filter((path) => !this.#wanted.has(path)).toSorted();
    const written = [...this.#staged.keys()].toSorted((a, b) => order(a) - order(b) || (a < b ? -1 : 1));
    // A run that is cut off here has written nothing that the next one does not know for its own.
    if (written.length > 0)
      this.#note({ format: 1, ...(this.before ?? manifest), files: [...new Set([...files, ...removed])] });
    for (const path of written) this.#place(path);
    for (const path of removed) this.#remove(path);
    const after: Manifest = { format: 1, ...manifest, files };
    if (JSON.stringify(after) !== JSON.stringify(this.before)) this.#note(after);
    rmSync(this.#staging, { recursive: true });
    return { written, removed, unchanged: files.length - written.length };
  }

  #note(manifest: Manifest): void {
    const aside = join(this.#folder, own, 'files.new');
    writeFileSync(aside, `${JSON.stringify(manifest)}\n`);
    renameSync(aside, join(this.#folder, own, 'files.json'));
  }

  #place(path: string): void {
    const target = join(this.#folder, path);
    mkdirSync(dirname(target), { recursive: true });
    renameSync(this.#staged.get(path) ?? '', target);
  }

  /** With the folders that are empty then. */
  #remove(path: string): void {
    try {
      unlinkSync(join(this.#folder, path));
      for (let folder = dirname(path); folder !== '.'; folder = dirname(folder))
        rmdirSync(join(this.#folder, folder));
    } catch (error) {
      if (!['ENOENT', 'ENOTDIR', 'ENOTEMPTY', 'EEXIST'].includes(codeOf(error))) throw error;
    }
  }
}

export type Changes = Readonly<{
  written: readonly string[];
  removed: readonly string[];
  /** How many. */
  unchanged: number;
}>;
