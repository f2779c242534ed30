import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { cohort } from '#governance';
import { StreamWriter } from '#recording';
import type { Receipt } from '#recording';
import { bodyAsOf } from '../bodies/body-as-of.ts';
import { anyZone, Write, zoned } from '../platform/index.ts';
import { readMotion } from '../motions/read-motion.ts';
import { isRegistered, readApplication, readSchool } from './cited.ts';

export class WriteCohort extends Write<cohort.Command> {}

const decider = zoned(cohort.decider);

@CommandHandler(WriteCohort)
export class CohortHandler implements ICommandHandler<WriteCohort> {
  constructor(private readonly writer: StreamWriter) {}

  execute({ streamId, command, context }: WriteCohort): Promise<Receipt> {
    return this.writer.write(decider, { streamId, command, context }, async (state) => {
      const given = command(anyZone);
      const { organizationId, motionId, schoolIds } = cohort.streamsRead(given);
      const bodyId = given.type === 'DefineCohort' ? given.bodyId : state.bodyId || undefined;
      const { roster, at, timeZone } = await bodyAsOf(this.writer, bodyId, context);
      return {
        at,
        timeZone,
        body: roster(),
        organizationRegistered: await isRegistered(this.writer, organizationId),
        motion: await readMotion(this.writer, motionId),
        applications: await this.applications(streamId, schoolIds),
        unknownSchoolIds: await this.unknown(schoolIds),
      };
    });
  }

  private async applications(
    cohortId: string,
    schoolIds: readonly string[],
  ): Promise<cohort.ApplicationsFact['applications']> {
    const read = await Promise.all(schoolIds.map((id) => readApplication(this.writer, cohortId, id)));
    return new Map(schoolIds.flatMap((id, i) => (read[i] ? [[id, read[i]] as const] : [])));
  }

  private async unknown(schoolIds: readonly string[]): Promise<readonly string[]> {
    const read = await Promise.all(schoolIds.map((id) => readSchool(this.writer, id)));
    return schoolIds.filter((_id, i) => !read[i]);
  }
}
