import { Worker } from 'node:worker_threads';
import { CoverageClock } from '#platform';
import type { ProgressWaiter } from '#projections';
import type { Publication } from '../ports.ts';
import type { ProjectorData, ProjectorMessage, ProjectorRequest } from './protocol.ts';

export type ProjectorEvents = Readonly<{
  /** The read models can be read. */
  opened: () => void;
  rebuilding: (progress: Readonly<{ position: number; head: number }>) => void;
  warned?: (warning: Extract<ProjectorMessage, { kind: 'warned' }>) => void;
}>;

/** Run from its sources, as in tests, the thread resolves our libraries to their sources too. */
const fromSource = import.meta.url.endsWith('.ts');
const workerFile = new URL(fromSource ? './worker.ts' : './worker.js', import.meta.url);
const execArgv = fromSource ? ['--conditions=source'] : [];

/** The thread that projects and publishes, seen from the main thread. */
export class Projector {
  readonly #coverage = new CoverageClock();
  #published = -1;
  /** Settles when the thread has ended: with an error unless it was asked to. */
  readonly ended: Promise<void>;
  readonly #worker: Worker;
  readonly #progress: ProgressWaiter;
  readonly #events: ProjectorEvents;
  #asked = false;

  constructor(workerData: ProjectorData, progress: ProgressWaiter, events: ProjectorEvents) {
    this.#progress = progress;
    this.#events = events;
    this.#worker = new Worker(workerFile, { workerData, execArgv, env: process.env });
    this.#worker.on('message', (message: ProjectorMessage) => this.#take(message));
    this.ended = new Promise((resolve, reject) => {
      this.#worker.once('error', reject);
      this.#worker.once('exit', (code) =>
        this.#asked ? resolve() : reject(new Error(`the projector thread ended with code ${code}`)),
      );
    });
    this.ended.catch((error: Error) => this.#progress.fail(error));
  }

  /** How far the public record and its checkpoints are. */
  get publication(): Publication {
    return { position: this.#published, covering: this.#coverage.covering };
  }

  /** Lets it finish its batch and let go of its files. */
  async close(): Promise<void> {
    this.#asked = true;
    this.#worker.postMessage({ kind: 'stop' } satisfies ProjectorRequest);
    await this.ended.catch(() => undefined);
  }

  #take(message: ProjectorMessage): void {
    switch (message.kind) {
      case 'opened':
        this.#events.opened();
        return this.#progress.advance(message.position);
      case 'advanced':
        return this.#progress.advance(message.position);
      case 'rebuilding':
        return this.#events.rebuilding(message);
      case 'published':
        this.#published = message.position;
        return this.#coverage.published(message.entries);
      case 'sealed':
        return this.#coverage.signed(message);
      case 'warned':
        return this.#events.warned?.(message);
    }
  }
}
