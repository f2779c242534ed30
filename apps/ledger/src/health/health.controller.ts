import { Controller, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Health } from '#platform';
import { Read } from '../platform/index.ts';
import { PORTS } from '../ports.ts';
import type { Ports } from '../ports.ts';

/** For whoever starts, watches and balances processes. Says nothing of the record but how long it is. */
@Controller('health')
@ApiTags('Health')
export class HealthController {
  constructor(
    @Inject(PORTS) private readonly ports: Pick<Ports, 'progress'>,
    private readonly state: Health,
  ) {}

  @Read('getHealth', { needs: 'anyone', summary: 'Whether requests are answered; the same as ready' })
  health(): Promise<object> {
    return this.ready();
  }

  @Read('getLiveness', { path: 'live', needs: 'anyone', summary: 'Whether the process runs' })
  live(): object {
    return { status: 'live' };
  }

  @Read('getReadiness', {
    path: 'ready',
    needs: 'anyone',
    summary: 'Whether to send requests here: the store, the read models, what is published and signed',
  })
  async ready(): Promise<object> {
    const parts = await this.state.ready();
    return { status: 'ready', position: String(this.ports.progress.position), parts };
  }
}
