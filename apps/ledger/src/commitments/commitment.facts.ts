import { Injectable } from '@nestjs/common';
import { body, commitment, motion, organization, source } from '#governance';
import { StreamWriter } from '#recording';
import type { WriteContext } from '#recording';
import { bodyAsOf } from '../bodies/body-as-of.ts';
import type { ZoneFact } from '../platform/index.ts';

/** Reads from other streams what decisions on a commitment need. */
@Injectable()
export class CommitmentFacts {
  constructor(private readonly writer: StreamWriter) {}

  async of(
    command: commitment.Command,
    state: commitment.CommitmentState,
    context: WriteContext,
  ): Promise<commitment.Facts & ZoneFact> {
    const { motionId, sourceId, bodyIds, organizationIds } = commitment.streamsRead(command);
    const bodyId = command.type === 'MakeCommitment' ? command.bodyId : state.bodyId;
    const { at, timeZone } = await bodyAsOf(this.writer, bodyId, context);
    return {
      at,
      timeZone,
      motion: motionId === undefined ? undefined : await this.#motion(motionId),
      source: sourceId === undefined ? undefined : await this.#source(sourceId),
      unknownBodyIds: await this.#unknownBodies(bodyIds),
      unknownOrganizationIds: await this.#unknownOrganizations(organizationIds),
      authority: context.recordedBy.authority,
    };
  }

  async #motion(motionId: string): Promise<commitment.Facts['motion']> {
    const { state, revision } = await this.writer.load(motion.decider, motionId);
    if (state.status === 'none') return undefined;
    const since = motion.decidedSince(state);
    return { revision, ...(motion.carries.includes(state.status) && since && { adoptedAt: since }) };
  }

  async #source(sourceId: string): Promise<commitment.Facts['source']> {
    const { state, revision } = await this.writer.load(source.decider, sourceId);
    return state.registered ? { revision } : undefined;
  }

  async #unknownBodies(ids: readonly string[]): Promise<readonly string[]> {
    const found = await Promise.all(ids.map((id) => this.writer.load(body.decider, id)));
    return ids.filter((_id, i) => !found[i]?.state.existence);
  }

  async #unknownOrganizations(ids: readonly string[]): Promise<readonly string[]> {
    const found = await Promise.all(ids.map((id) => this.writer.load(organization.decider, id)));
    return ids.filter((_id, i) => !found[i]?.state.registered);
  }
}
