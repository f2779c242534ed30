import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { application, cohort, gathering } from '#governance';
import { gathered, StreamWriter } from '#recording';
import type { Receipt, WriteContext } from '#recording';
import { forMembers } from '../bodies/for-members.ts';
import { anyZone, asked, Write, zoned } from '../platform/index.ts';

export class WriteApplication extends Write<application.Command> {}

const decider = zoned(application.decider);

@CommandHandler(WriteApplication)
export class ApplicationHandler implements ICommandHandler<WriteApplication> {
  constructor(private readonly writer: StreamWriter) {}

  async execute({ context: said, ...write }: WriteApplication): Promise<Receipt> {
    const context = await this.contextOf(write.streamId, write.command(anyZone), said);
    return this.writer.write(decider, { ...write, context }, (state) =>
      gathered(gathering.applicationFacts(asked({ ...write, context }, state)), this.writer),
    );
  }

  /** What members say of an application, and who of them does not judge it, is said among them. */
  private async contextOf(
    applicationId: string,
    given: application.Command,
    context: WriteContext,
  ): Promise<WriteContext> {
    if (!('reviewerSeatId' in given)) return context;
    const { cohortId } = application.partsOf(applicationId);
    const { bodyId } = (await this.writer.load(cohort.decider, cohortId)).state;
    return forMembers(this.writer, bodyId, 'application_reviews', context);
  }
}
