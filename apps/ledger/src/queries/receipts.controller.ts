import { Controller, Inject, Param, Query as Parameters } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { eventAt } from '#event-store';
import type { RecordedEvent } from '#event-store';
import { Problem } from '#platform';
import { getBody } from '#projections';
import type { WitnessView } from '#projections';
import { countersigningOf, declaredWitnesses, entryIndexOf } from '#transparency-log';
import { BodiesOf } from '../auth/bodies-of.ts';
import { Answer, declareScope, Read } from '../platform/index.ts';
import { PORTS } from '../ports.ts';
import type { Ports } from '../ports.ts';
import { PublicLog } from '../public-log.ts';
import { ReadParameters } from './query.parameters.ts';
import type { ReceiptView } from './views.ts';

/** What became of a recorded event in the public record: for whoever recorded it. */
@Controller('v1/receipts')
@ApiTags('Receipts')
@declareScope({ param: 'position', of: 'event' })
export class ReceiptQueries {
  constructor(
    @Inject(PORTS) private readonly ports: Ports,
    private readonly publicLog: PublicLog,
    private readonly bodies: BodiesOf,
  ) {}

  @ApiParam({ name: 'position', schema: { type: 'string', pattern: '^[0-9]{1,16}$', maxLength: 16 } })
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
    const event = await eventAt(store, Number(position));
    if (!event) throw new Problem('NOT_FOUND');
    return new Answer(await this.#receiptOf(event));
  }

  async #receiptOf({ position, stream }: Pick<RecordedEvent, 'position' | 'stream'>): Promise<ReceiptView> {
    const { store, coverage, state } = await this.publicLog.current();
    const index = await entryIndexOf(store, position);
    if (index === undefined) return { position: String(position) };
    const covered = coverage.of(index, declaredWitnesses(state));
    if (!covered) return { position: String(position), index };
    const { checkpoint, cosignatures, countersigned } = covered;
    const countersigning = countersigningOf(coverage, index, await this.#witnessesFor(stream));
    return {
      position: String(position),
      index,
      checkpoint,
      cosignatures,
      ...(countersigned && { countersigned }),
      ...(countersigning && { countersigning }),
      proof: `${this.ports.config.publicUrl ?? ''}/proofs/${index}`,
    };
  }

  /** Those of the parties to the body of whose record the event is. */
  async #witnessesFor(stream: string): Promise<readonly WitnessView[]> {
    const bodyId = await this.bodies.bodyOfStream(stream);
    if (bodyId === undefined) return [];
    return this.ports.reader.read((reads) => getBody(reads, bodyId)?.witnesses ?? []);
  }
}
