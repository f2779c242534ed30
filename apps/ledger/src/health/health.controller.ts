import { Controller, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Problem } from '#platform';
import { Read } from '../platform/index.ts';
import { PORTS } from '../ports.ts';
import type { Ports } from '../ports.ts';

/** For whoever starts, watches and balances processes. Says nothing of the record but how long it is. */
@Controller('health')
@ApiTags('Health')
export class HealthController {
  #end: number | undefined;

  constructor(@Inject(PORTS) private readonly ports: Ports) {}

  @Read('getHealth', { needs: 'anyone', summary: 'Whether requests are answered; the same as ready' })
  health(): Promise<object> {
    return this.ready();
  }

  @Read('getLiveness', { path: 'live', needs: 'anyone', summary: 'Whether the process runs' })
  live(): object {
    return { status: 'live' };
  }

  /** Ready once the read models have reached the end that the record had when it was asked first. */
  @Read('getReadiness', { path: 'ready', needs: 'anyone', summary: 'Whether the read models have caught up' })
  async ready(): Promise<object> {
    const { store, progress } = this.ports;
    this.#end ??= await store.head();
    const { position } = progress;
    if (position < this.#end) throw new Problem('UNAVAILABLE', { headers: { 'retry-after': '1' } });
    return { status: 'ready', position: String(position) };
  }
}
