import type { EventStore } from '#event-store';
import { CoverageClock, Problem } from '#platform';
import type { Covering, Logger } from '#platform';
import { publicRecordStream } from '#public-record';
import {
  countersigningOf,
  declaredWitnesses,
  growToEnd,
  HashFiles,
  leafOf,
  newEntries,
  openCoverage,
  openCheckpoints,
  openLogRecords,
} from '#transparency-log';
import type {
  Checkpoints,
  Countersigning,
  CoverageStream,
  EntryCoverage,
  LogRecords,
  LogState,
  PartyWitness,
  Published,
} from '#transparency-log';

/** The log as it can be served now: everything that the checkpoint covers is in the store and in the files. */
export type ServedLog = Readonly<{
  store: EventStore;
  files: HashFiles;
  state: LogState;
  /** The latest checkpoint that the stored entries bear out; absent before the first. */
  published?: Published;
  coverage: CoverageStream;
  /** Entries that may be read: those that are to be signed next, too, for witnesses look before they cosign. */
  readable: number;
}>;

type Opened = Readonly<{
  store: EventStore;
  files: HashFiles;
  checkpoints: Checkpoints;
  coverage: CoverageStream;
  log: LogRecords;
}>;

const unavailable = (detail: string): Problem =>
  new Problem('UNAVAILABLE', { detail, headers: { 'retry-after': '1' } });

/**
 * The transparency log as the feed has it: the hashes of the entries, made here from what is stored, and the last
 * checkpoint that agrees with them. A checkpoint that the entries do not bear out is not served.
 */
export class PublishedLog {
  readonly #folder: string;
  readonly #logger: Logger;
  readonly #clock = new CoverageClock();
  #served: ServedLog | undefined;
  #wrong: string | undefined;

  /** @param folder the feed's own; what is in it can be made again */
  constructor(folder: string, logger: Logger) {
    this.#folder = folder;
    this.#logger = logger;
  }

  /** @throws Problem `UNAVAILABLE` until the log is open, and while the entries are not those that were signed */
  get current(): ServedLog {
    if (this.#served && this.#wrong === undefined) return this.#served;
    throw unavailable(`${this.trouble} Send the request again after Retry-After seconds.`);
  }

  /** What keeps the log from being served, as a sentence. */
  get trouble(): string | undefined {
    return this.#wrong ?? (this.#served ? undefined : 'The log is not open yet.');
  }

  /** How far the log is, and since when an entry waits for its checkpoint. */
  get covering(): Covering {
    return this.#clock.covering;
  }

  get isOpen(): boolean {
    return this.#served !== undefined;
  }

  /** Since when an entry is vouched for, as far as is known now. */
  coverageOf(index: number): EntryCoverage | undefined {
    const { coverage, state } = this.#served ?? {};
    return state && coverage?.state.of(index, declaredWitnesses(state));
  }

  /** Whether parties to a body have countersigned an entry, as far as is known now. */
  countersigningOf(index: number, witnesses: readonly PartyWitness[]): Countersigning | undefined {
    const { coverage } = this.#served ?? {};
    return coverage && countersigningOf(coverage.state, index, witnesses);
  }

  /** Follows the public record until the signal is aborted. */
  async follow(store: EventStore, signal: AbortSignal): Promise<void> {
    const files = await HashFiles.open(this.#folder);
    try {
      const after = await store.head();
      await growToEnd({ store, files, signal });
      const opened = {
        store,
        files,
        checkpoints: await openCheckpoints(store),
        coverage: await openCoverage(store),
        log: await openLogRecords(store),
      };
      await this.#show(opened);
      for await (const batch of store.subscribe({ after, signal })) {
        files.append(newEntries(batch, files.size).map(leafOf));
        this.#clock.published(files.size);
        for (const event of batch) {
          opened.checkpoints.take(event);
          opened.coverage.take(event);
          opened.log.take(event);
        }
        if (batch.some(({ stream }) => stream !== publicRecordStream)) await this.#show(opened);
      }
    } finally {
      this.#served = undefined;
      files.close();
    }
  }

  async #show(opened: Opened): Promise<void> {
    const { store, files, checkpoints, coverage, log } = opened;
    const { published, reserved } = checkpoints.state;
    this.#clock.published(files.size);
    if (published) this.#clock.signed(published);
    const readable = Math.min(files.size, Math.max(published?.size ?? 0, reserved?.size ?? 0));
    this.#wrong = published && !(await this.#bearsOut(opened, published)) ? this.#tell(published) : undefined;
    this.#served = { store, files, coverage, readable, state: log.state, ...(published && { published }) };
  }

  /** Hashes that do not agree are made anew, once, before the entries themselves are doubted. */
  async #bearsOut({ store, files }: Opened, { size, root }: Published): Promise<boolean> {
    const agrees = async () => size <= files.size && (await files.root(size)).toString('base64') === root;
    if ((await agrees()) || this.#wrong !== undefined) return agrees();
    await files.truncate(0);
    await growToEnd({ store, files });
    return agrees();
  }

  #tell({ size, root }: Published): string {
    const detail = `The stored entries are not those that were signed: the checkpoint of ${size} entries has the root ${root}.`;
    this.#logger.error({ size, root }, detail);
    return detail;
  }
}
