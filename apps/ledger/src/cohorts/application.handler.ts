import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { application } from '#governance';
import { StreamWriter } from '#recording';
import type { Receipt, WriteContext } from '#recording';
import { bodyAsOf } from '../bodies/body-as-of.ts';
import { forMembers } from '../bodies/for-members.ts';
import { anyZone, Write, zoned } from '../platform/index.ts';
import { readMotion } from '../motions/read-motion.ts';
import { readCohort, readSchool } from './cited.ts';

export class WriteApplication extends Write<application.Command> {}

const decider = zoned(application.decider);

@CommandHandler(WriteApplication)
export class ApplicationHandler implements ICommandHandler<WriteApplication> {
  constructor(private readonly writer: StreamWriter) {}

  async execute({ streamId, command, context: said }: WriteApplication): Promise<Receipt> {
    const { cohortId, schoolId } = application.partsOf(streamId);
    const given = command(anyZone);
    const context = await this.contextOf(cohortId, given, said);
    return this.writer.write(decider, { streamId, command, context }, async () => {
      const cohort = await readCohort(this.writer, cohortId);
      const { roster, at, timeZone } = await bodyAsOf(this.writer, cohort?.bodyId, context);
      return {
        at,
        timeZone,
        cohortId,
        schoolId,
        cohort,
        school: await readSchool(this.writer, schoolId),
        roster: 'reviewerSeatId' in given ? roster() : undefined,
        motion: await readMotion(this.writer, 'voteRef' in given ? given.voteRef?.motionId : undefined),
      };
    });
  }

  /** What members say of an application, and who of them does not judge it, is said among them. */
  private async contextOf(
    cohortId: string,
    given: application.Command,
    context: WriteContext,
  ): Promise<WriteContext> {
    if (!('reviewerSeatId' in given)) return context;
    const cohort = await readCohort(this.writer, cohortId);
    return forMembers(this.writer, cohort?.bodyId, 'application_reviews', context);
  }
}
