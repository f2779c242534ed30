import { Controller, Get, Header, Inject } from '@nestjs/common';
import { Health } from '#platform';
import { PublicRecord } from '../record/public-record.ts';

@Controller('health')
export class HealthController {
  constructor(
    @Inject(PublicRecord) private readonly record: PublicRecord,
    @Inject(Health) private readonly health: Health,
  ) {}

  /** The process runs and answers. */
  @Get('live')
  @Header('cache-control', 'no-store')
  live() {
    return { status: 'live' };
  }

  /** The public record is open, the read models are up to date, and the entries are those that were signed. */
  @Get(['', 'ready'])
  @Header('cache-control', 'no-store')
  async ready() {
    const parts = await this.health.ready();
    return { status: 'ready', position: this.record.position(), parts };
  }
}
