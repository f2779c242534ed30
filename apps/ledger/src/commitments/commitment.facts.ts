import { Injectable } from '@nestjs/common';
import { body, commitment, instrument, organization, source } from '#governance';
import type { ClauseRef } from '#governance';
import { StreamWriter } from '#recording';
import type { WriteContext } from '#recording';
import { bodyAsOf } from '../bodies/body-as-of.ts';
import { readMandate, readMotion } from '../motions/read-motion.ts';
import { isId } from '../platform/fields.ts';
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
    const { motionId, clauseRef, sourceId, bodyIds, organizationIds } = commitment.streamsRead(command);
    const { authority } = context.recordedBy;
    const bodyId = command.type === 'MakeCommitment' ? command.bodyId : state.bodyId;
    const { at, timeZone } = await bodyAsOf(this.writer, bodyId, context);
    return {
      at,
      timeZone,
      motion: await readMotion(this.writer, motionId),
      clause: clauseRef && (await this.#clause(clauseRef)),
      source: sourceId === undefined ? undefined : await this.#source(sourceId),
      unknownBodyIds: await this.#unknownBodies(bodyIds),
      unknownOrganizationIds: await this.#unknownOrganizations(organizationIds),
      authority,
      mandate: await readMandate(this.writer, context),
    };
  }

  async #clause(ref: ClauseRef): Promise<commitment.Facts['clause']> {
    if (!isId(ref.instrument)) return undefined;
    const { state, revision } = await this.writer.load(instrument.decider, ref.instrument);
    return instrument.citedClause(state, ref, revision);
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
