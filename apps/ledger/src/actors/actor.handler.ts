import { Inject } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { access } from '#governance';
import { actorBySubject } from '#projections';
import { occurredAt, Rejected, StreamWriter } from '#recording';
import type { Receipt } from '#recording';
import { Write } from '../platform/index.ts';
import { PORTS } from '../ports.ts';
import type { Ports } from '../ports.ts';

export class WriteActor extends Write<access.Command> {}

const zone = 'UTC';

@CommandHandler(WriteActor)
export class ActorHandler implements ICommandHandler<WriteActor> {
  constructor(
    @Inject(PORTS) private readonly ports: Ports,
    private readonly writer: StreamWriter,
  ) {}

  execute({ streamId, command: inZone, context }: WriteActor): Promise<Receipt> {
    const command = inZone(zone);
    // Who may act is nobody's business but the operators'.
    const sealed = { ...context, visibility: 'sealed' } as const;
    return this.writer.write(access.decider, { streamId, command, context: sealed }, () => {
      if (command.type === 'EnrolSubject') this.#refuseSecondActor(streamId, command);
      return Promise.resolve({ at: occurredAt(context, zone) });
    });
  }

  /** One person is one actor. */
  #refuseSecondActor(streamId: string, { issuer, subjectSha256 }: access.EnrolSubject): void {
    const actor = this.ports.reader.read((reads) => actorBySubject(reads, issuer, subjectSha256));
    if (actor && actor.actorId !== streamId) throw new Rejected('SUBJECT_EXISTS', { actorId: actor.actorId });
  }
}
