import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { Failure } from '../failure.ts';

/** What an auditor keeps of a log: whom it trusted, and the last tree that it saw. */
export type SeenLog = Readonly<{
  origin: string;
  /** Trusted when the log was seen first, where the auditor named no key. */
  pinned?: Readonly<{ keys: readonly string[]; policy?: string; at: string }>;
  last?: Readonly<{ size: number; root: string; checkpoint: string; at: string }>;
}>;

const nameOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);

/** Where programs keep what they have to remember (XDG Base Directory Specification). */
const defaultFolder = (): string =>
  join(process.env.XDG_STATE_HOME ?? join(homedir(), '.local', 'state'), 'minutebook');

/** The auditor's own memory, on the auditor's own machine. */
export class AuditorState {
  readonly #folder: string;

  constructor(folder = defaultFolder()) {
    this.#folder = folder;
  }

  /** @throws Failure where it cannot be read as what it is */
  async log(origin: string): Promise<SeenLog> {
    const file = this.#fileOf(origin);
    try {
      return JSON.parse(await readFile(file, 'utf8')) as SeenLog;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { origin };
      throw new Failure(`${file} cannot be read: ${(error as Error).message}`, { cause: error });
    }
  }

  /** In one step: a kill leaves the old state or the new one. */
  async keep(log: SeenLog): Promise<void> {
    const file = this.#fileOf(log.origin);
    await mkdir(join(this.#folder, 'logs'), { recursive: true });
    await writeFile(`${file}.new`, `${JSON.stringify(log, undefined, 2)}\n`);
    await rename(`${file}.new`, file);
  }

  /** Where a run over a log keeps what it has verified, until it ends. */
  async runFile(of: string): Promise<string> {
    await mkdir(join(this.#folder, 'runs'), { recursive: true });
    return join(this.#folder, 'runs', `${nameOf(of)}.sqlite`);
  }

  /** The file, with what SQLite keeps beside it. */
  async forget(runFile: string): Promise<void> {
    const name = basename(runFile);
    for (const file of await readdir(dirname(runFile)))
      if (file === name || file.startsWith(`${name}-`))
        await rm(join(dirname(runFile), file), { force: true });
  }

  #fileOf(origin: string): string {
    return join(this.#folder, 'logs', `${nameOf(origin)}.json`);
  }
}
