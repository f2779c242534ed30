import { Inject, Injectable } from '@nestjs/common';
import { motion, streamName } from '#governance';
import { Problem } from '#platform';
import { motionsBefore, NotCaughtUp } from '#projections';
import { RehearsableWriter } from '#recording';
import { PORTS } from '../ports.ts';
import type { Ports } from '../ports.ts';

/** Milliseconds; a floor that is not known whole by then is taken as far as it is. */
const patience = 2_000;

/**
 * Motions that were made in a meeting, stated or not. Only which ones is asked of a read model, once it knows all that
 * is recorded; what became of each, its own stream says. A rehearsal knows its own besides.
 */
@Injectable()
export class Floor {
  constructor(
    @Inject(PORTS) private readonly ports: Ports,
    private readonly writer: RehearsableWriter,
  ) {}

  async motionIds(meetingId: string): Promise<readonly string[]> {
    return [...(await this.#recorded(meetingId)), ...this.#rehearsed()];
  }

  async #recorded(meetingId: string): Promise<readonly string[]> {
    const { store, progress, reader } = this.ports;
    try {
      await progress.whenReached(await store.head(), { timeoutMs: patience });
      return reader.read((reads) => motionsBefore(reads, meetingId));
    } catch (error) {
      // While read models are made anew a motion may still be made; what was read for it is pinned in its event.
      if (error instanceof NotCaughtUp) return reader.read((reads) => motionsBefore(reads, meetingId));
      if (error instanceof Problem && error.code === 'UNAVAILABLE') return [];
      throw error;
    }
  }

  #rehearsed(): readonly string[] {
    const prefix = streamName(motion.decider.category, '');
    return this.writer.rehearsedStreams
      .filter((stream) => stream.startsWith(prefix))
      .map((stream) => stream.slice(prefix.length));
  }
}
