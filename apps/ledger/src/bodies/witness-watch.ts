import { setTimeout } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { body } from '#governance';
import { Problem } from '#platform';
import { appointedWitnesses } from '#projections';
import { partIdFor, Rejected } from '#recording';
import { parseVerifier } from '#tlog';
import type { Coverage } from '#transparency-log';
import { PORTS } from '../ports.ts';
import type { Ports } from '../ports.ts';
import { PublicLog } from '../public-log.ts';
import { BodyHandler, WriteBody } from './body.handler.ts';

type Appointed = ReturnType<typeof appointedWitnesses>[number];

const actor = { actorId: 'witness-watch', role: 'process' };

/** Milliseconds between two looks: half of what the strictest appointment allows, within these. */
const pauses = { least: 250, most: 5_000 };

const secondsOf = ({ withinSeconds = body.lateAfterSeconds }: Appointed): number => withinSeconds;

/** What is to be recorded of a witness now, and under which name: the same however often it is looked. */
function newsOf(
  witness: Appointed,
  coverage: Coverage,
  now: number,
): readonly [string, body.Command] | undefined {
  const { witnessId, vkey, late = [], provenance } = witness;
  const verifier = parseVerifier(vkey);
  const open = late.find(({ caughtUp }) => !caughtUp);
  if (open) {
    const found = coverage.cosigned(verifier, open.size);
    if (!found) return undefined;
    const { size, at: cosignedAt } = found;
    return [`caught up ${open.size}`, { type: 'CatchUpCosignature', witnessId, size, cosignedAt }];
  }
  const missed = coverage.uncosigned(verifier, provenance.recordedAt);
  const withinSeconds = secondsOf(witness);
  if (!missed || now - Date.parse(missed.publishedAt) <= withinSeconds * 1000) return undefined;
  return [`missed ${missed.size}`, { type: 'MissCosignature', witnessId, ...missed, withinSeconds }];
}

/**
 * Looks whether the witnesses of the parties cosign in time, and records where one does not, and when it has after
 * all. Those records are themselves in the log: so that nobody is asked for more because of them, a witness that is
 * late is not found again before it has caught up.
 */
@Injectable()
export class WitnessWatch implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #stop = new AbortController();
  #running: Promise<void> = Promise.resolve();

  constructor(
    @Inject(PORTS) private readonly ports: Ports,
    private readonly publicLog: PublicLog,
    private readonly bodies: BodyHandler,
  ) {}

  onApplicationBootstrap(): void {
    this.#running = this.#run(this.#stop.signal);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  async #run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const pause = await this.#look().catch((error: unknown) => this.#failed(error));
      await setTimeout(pause, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Milliseconds until the next look. */
  async #look(): Promise<number> {
    const witnesses = this.ports.reader.read(appointedWitnesses);
    if (witnesses.length === 0) return pauses.most;
    const { coverage } = await this.publicLog.current();
    for (const witness of witnesses) await this.#lookAt(witness, coverage);
    const strictest = Math.min(...witnesses.map(secondsOf)) * 500;
    return Math.max(pauses.least, Math.min(strictest, pauses.most));
  }

  async #lookAt(witness: Appointed, coverage: Coverage): Promise<void> {
    const news = newsOf(witness, coverage, Date.now());
    if (!news) return;
    const [name, command] = news;
    const { bodyId, provenance } = witness;
    const { eventId } = provenance;
    const context = {
      recordedBy: actor,
      mode: 'live' as const,
      commandId: partIdFor(eventId, name),
      correlationId: eventId,
      causationId: eventId,
      visibility: 'public' as const,
    };
    try {
      await this.bodies.execute(new WriteBody(bodyId, () => command, context));
    } catch (error) {
      // Dismissed, dissolved or recorded by another process meanwhile.
      if (!(error instanceof Rejected)) throw error;
    }
  }

  #failed(error: unknown): number {
    if (!(error instanceof Problem))
      this.ports.logger.warn({ err: error }, 'witnesses are not watched; trying again');
    return pauses.most;
  }
}
