import { Inject } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { gathering, instrument } from '#governance';
import { gathered, StreamWriter } from '#recording';
import type { Receipt } from '#recording';
import { asked, Write, zoned } from '../platform/index.ts';
import { PORTS } from '../ports.ts';
import type { Ports } from '../ports.ts';

export class WriteInstrument extends Write<instrument.Command> {}

const decider = zoned(instrument.decider);

@CommandHandler(WriteInstrument)
export class InstrumentHandler implements ICommandHandler<WriteInstrument> {
  constructor(
    private readonly writer: StreamWriter,
    @Inject(PORTS) private readonly ports: Ports,
  ) {}

  execute(write: WriteInstrument): Promise<Receipt> {
    const { blobs } = this.ports;
    return this.writer.write(decider, write, async (state) => {
      const facts = await gathered(gathering.instrumentFacts(asked(write, state)), this.writer, { blobs });
      await this.#keepText(state, write.command(facts.timeZone));
      return facts;
    });
  }

  /**
   * The consolidated text is kept before the event that names it: a proposal that is refused leaves a text to
   * which nothing refers, and one that is recorded never lacks its own.
   */
  async #keepText(state: instrument.InstrumentState, command: instrument.Command): Promise<void> {
    const text = command.type === 'ProposeVersion' ? instrument.proposedText(state, command) : undefined;
    if (text !== undefined) await this.ports.blobs.put(Buffer.from(text), 'application/json');
  }
}
