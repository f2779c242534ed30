import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { school } from '#governance';
import { KeyedQueue, StreamWriter } from '#recording';
import type { Receipt } from '#recording';
import { bodyAsOf } from '../bodies/body-as-of.ts';
import { anyZone, Write, zoned } from '../platform/index.ts';
import { readMotion } from '../motions/read-motion.ts';
import { isEstablished, isRegistered, readApplication, readCohort, readSchool } from './cited.ts';

export class WriteSchool extends Write<school.Command> {}

const decider = zoned(school.decider);

@CommandHandler(WriteSchool)
export class SchoolHandler implements ICommandHandler<WriteSchool> {
  /** Two mergers into each other come one after the other: the second reads that its target is gone. */
  readonly #mergers = new KeyedQueue();

  constructor(private readonly writer: StreamWriter) {}

  execute(write: WriteSchool): Promise<Receipt> {
    return write.command(anyZone).type === 'MergeSchool'
      ? this.#mergers.run('mergers', () => this.record(write))
      : this.record(write);
  }

  private record({ streamId: schoolId, command, context }: WriteSchool): Promise<Receipt> {
    return this.writer.write(decider, { streamId: schoolId, command, context }, async (state) => {
      const given = command(anyZone);
      const { bodyId, organizationId, motionId, cohortId, intoSchoolId } = school.streamsRead(given);
      const keptBy = given.type === 'RegisterSchool' ? given.bodyId : state.bodyId || undefined;
      const { at, timeZone } = await bodyAsOf(this.writer, keptBy, context);
      return {
        at,
        timeZone,
        schoolId,
        bodyExists: await isEstablished(this.writer, bodyId),
        organizationRegistered: await isRegistered(this.writer, organizationId),
        motion: await readMotion(this.writer, motionId),
        authority: context.recordedBy.authority,
        cohort: await readCohort(this.writer, cohortId),
        application: await readApplication(this.writer, cohortId, schoolId),
        otherSchool: await readSchool(this.writer, intoSchoolId),
      };
    });
  }
}
