import { Controller, Get, Header, Inject } from '@nestjs/common';
import { PublicRecord } from '../record/public-record.ts';

@Controller('health')
export class HealthController {
  constructor(@Inject(PublicRecord) private readonly record: PublicRecord) {}

  /** The process runs and answers. */
  @Get('live')
  @Header('cache-control', 'no-store')
  live() {
    return { status: 'live' };
  }

  /** The public record is open and the read models are up to date. */
  @Get(['', 'ready'])
  @Header('cache-control', 'no-store')
  ready() {
    return { status: 'ready', position: this.record.position() };
  }
}
