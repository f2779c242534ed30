import { Inject, Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Problem } from '#platform';
import { NotCaughtUp } from '#projections';
import { PORTS } from '../ports.ts';
import type { Ports } from '../ports.ts';

const digits = /^\d{1,16}$/;

const pointless = (detail: string): Problem =>
  new Problem('VALIDATION_FAILED', { errors: [{ pointer: '/minPosition', detail }] });

/** A read with `minPosition` waits until the read models have reached it, so that one reads one's own writes. */
@Injectable()
export class FreshnessGuard implements CanActivate {
  constructor(@Inject(PORTS) private readonly ports: Ports) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const { method, query } = context.switchToHttp().getRequest<FastifyRequest>();
    const wanted = (query as Readonly<Record<string, unknown>>).minPosition;
    if (wanted === undefined || method === 'POST') return true;
    if (typeof wanted !== 'string' || !digits.test(wanted))
      throw pointless('must be a position that a write answered');
    return this.#reach(Number(wanted));
  }

  async #reach(position: number): Promise<true> {
    const { progress, config } = this.ports;
    try {
      await progress.whenReached(position, { timeoutMs: config.minPositionTimeout });
      return true;
    } catch (error) {
      if (!(error instanceof NotCaughtUp)) throw error;
      throw new Problem('PROJECTION_BEHIND', {
        inputs: { minPosition: String(position), position: String(progress.position) },
        headers: { 'retry-after': '1' },
      });
    }
  }
}
