import { Command } from '@nestjs/cqrs';
import type { CommandBus } from '@nestjs/cqrs';
import type { Receipt, WriteContext } from '#recording';
import type { InZone } from './dates.ts';
import { ReceiptBody } from './receipt.ts';

/** One intention of one actor for one stream; its dates are read by the handler, which knows the zone. */
export abstract class Write<C> extends Command<Receipt> {
  constructor(
    readonly streamId: string,
    readonly command: InZone<C>,
    readonly context: WriteContext,
  ) {
    super();
  }
}

type WriteClass<C> = new (streamId: string, command: InZone<C>, context: WriteContext) => Write<C>;

/** What every controller of commands does. */
export abstract class CommandController<C> {
  protected constructor(
    private readonly bus: CommandBus,
    private readonly write: WriteClass<C>,
  ) {}

  protected async record(streamId: string, command: InZone<C>, context: WriteContext): Promise<ReceiptBody> {
    return new ReceiptBody(await this.bus.execute(new this.write(streamId, command, context)));
  }
}
