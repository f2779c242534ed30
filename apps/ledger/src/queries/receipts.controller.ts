import { Controller, Inject, Param, Query as Parameters } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { EventStore } from '#event-store';
import { Problem } from '#platform';
import { declaredWitnesses, entryIndexOf, openCoverage, openLogRecords } from '#transparency-log';
import type { CoverageStream, LogRecords } from '#transparency-log';
import { Answer, declareScope, Read } from '../platform/index.ts';
import { PORTS } from '../ports.ts';
import type { Ports } from '../ports.ts';
import { ReadParameters } from './query.parameters.ts';
import type { ReceiptView } from './views.ts';

type PublicLog = Readonly<{ store: EventStore; coverage: CoverageStream; log: LogRecords }>;

/** What became of a recorded event in the public record: for whoever recorded it. */
@Controller('v1/receipts')
@ApiTags('Receipts')
@declareScope({ param: 'position', of: 'event' })
export class ReceiptQueries {
  #opened: Promise<PublicLog> | undefined;

  constructor(@Inject(PORTS) private readonly ports: Ports) {}

  @ApiParam({ name: 'position', schema: { type: 'string', pattern: '^[0-9]{1,15}$', maxLength: 15 } })
  @Read('getReceipt', {
    answers: 'ReceiptView',
    needs: 'auditor',
    summary: 'Where an event stands in the transparency log, and who has countersigned it',
    path: ':position',
  })
  async getReceipt(
    @Param('position') position: string,
    @Parameters() _parameters: ReadParameters,
  ): Promise<Answer> {
    const { store } = this.ports;
    const [event] = await store.readAll({ after: Number(position) - 1, limit: 1 });
    if (event?.position !== Number(position)) throw new Problem('NOT_FOUND');
    return new Answer(await this.#receiptOf(event.position));
  }

  async #receiptOf(position: number): Promise<ReceiptView> {
    const { store, coverage, log } = await this.#publicLog();
    const index = await entryIndexOf(store, position);
    if (index === undefined) return { position: String(position) };
    await Promise.all([coverage.refresh(), log.refresh()]);
    const covered = coverage.state.of(index, declaredWitnesses(log.state));
    if (!covered) return { position: String(position), index };
    const { checkpoint, cosignatures, countersigned } = covered;
    return {
      position: String(position),
      index,
      checkpoint,
      cosignatures,
      ...(countersigned && { countersigned }),
      proof: `${this.ports.config.publicUrl ?? ''}/proofs/${index}`,
    };
  }

  #publicLog(): Promise<PublicLog> {
    this.#opened ??= this.#open().catch((error: unknown) => {
      this.#opened = undefined;
      throw error;
    });
    return this.#opened;
  }

  async #open(): Promise<PublicLog> {
    const store = await this.ports.publicStore();
    return { store, coverage: await openCoverage(store), log: await openLogRecords(store) };
  }
}
