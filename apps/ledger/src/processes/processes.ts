import { Inject, Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { ProcessRunner } from '#processes';
import type { ProcessManager } from '#processes';
import type { WaitOptions } from '#projections';
import { PORTS } from '../ports.ts';
import type { Ports } from '../ports.ts';

/** Runs the process managers of this ledger, from its start to its end. */
@Injectable()
export class Processes implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #managers: ProcessManager[] = [];
  readonly #stop = new AbortController();
  #runner: ProcessRunner | undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(@Inject(PORTS) private readonly ports: Ports) {}

  /** For modules, before the ledger starts. */
  register(manager: ProcessManager): void {
    this.#managers.push(manager);
  }

  onApplicationBootstrap(): void {
    const { logger, store, processes: file } = this.ports;
    const runner = new ProcessRunner({
      store,
      file,
      managers: this.#managers,
      onFailure: ({ error, ...failure }) =>
        logger.error(
          { err: error, ...failure },
          'what follows from an event could not be recorded; trying again',
        ),
    });
    this.#runner = runner;
    this.#running = runner.run(this.#stop.signal);
    this.#running.catch((error: unknown) => logger.fatal({ err: error }, 'the process managers stopped'));
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#stop.abort();
    await this.#running.catch(() => undefined);
    this.#runner?.close();
  }

  /** Up to where all that follows is recorded; 0 before the ledger has started. */
  get position(): number {
    return this.#runner?.position ?? 0;
  }

  /** Resolves when all that follows from the events up to a position is recorded. @throws NotCaughtUp */
  whenReached(position: number, options: WaitOptions): Promise<void> {
    if (!this.#runner) throw new Error('the process managers have not started');
    return this.#runner.whenReached(position, options);
  }
}
