import { Injectable } from '@nestjs/common';
import { body, gathering, instrument, organization, person } from '#governance';
import { gathered, occurredAt, StreamWriter } from '#recording';
import type { WriteContext } from '#recording';
import { readMandate } from '../motions/read-motion.ts';
import type { ZoneFact } from '../platform/index.ts';

/** Reads from other streams what decisions on a body need. */
@Injectable()
export class BodyFacts {
  constructor(private readonly writer: StreamWriter) {}

  async of(
    bodyId: string,
    command: body.Command,
    state: body.BodyState,
    context: WriteContext,
  ): Promise<body.Facts & ZoneFact> {
    const { organizationIds, bodyId: relatedId, instrumentId } = body.streamsRead(command);
    // A body that is being established brings its zone with it.
    const timeZone = command.type === 'EstablishBody' ? command.timeZone : state.timeZone;
    const at = occurredAt(context, timeZone);
    return {
      timeZone,
      at,
      bodyId,
      organizationIds: await this.#registered(organizationIds),
      relatedBody: relatedId === undefined ? undefined : await this.#related(relatedId),
      instrument: await this.#instrument(instrumentId),
      governing: await gathered(gathering.governingRules(body.governingAt(state, at), at), this.writer),
      authority: context.recordedBy.authority,
      mandate: await readMandate(this.writer, context),
      ...(command.type === 'SetDisplayNamePolicy' && {
        minorIds: await this.#minorsIn(state, command.seatId),
      }),
    };
  }

  async #registered(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const found = await Promise.all(ids.map((id) => this.writer.load(organization.decider, id)));
    return new Set(ids.filter((_id, i) => found[i]?.state.registered));
  }

  async #instrument(instrumentId: string | undefined): Promise<body.Facts['instrument']> {
    if (instrumentId === undefined) return undefined;
    const { state, revision } = await this.writer.load(instrument.decider, instrumentId);
    return state.kind === undefined ? undefined : { revision };
  }

  /** Of all who ever sat there: whom the seat shows is not a matter of when. */
  async #minorsIn({ seats }: body.BodyState, seatId: string): Promise<ReadonlySet<string>> {
    const holders = seats.get(seatId)?.seatings.map(({ holder }) => holder) ?? [];
    const ids = holders.filter(({ kind }) => kind === 'person').map(({ id }) => id);
    const found = await Promise.all(ids.map((id) => this.writer.load(person.decider, id)));
    return new Set(ids.filter((_id, i) => found[i]?.state.minor));
  }

  async #related(bodyId: string): Promise<body.Facts['relatedBody']> {
    const { state } = await this.writer.load(body.decider, bodyId);
    return state.existence && { ancestorIds: await this.#ancestors(state.parentBodyId) };
  }

  /** From near to far. A body is its own ancestor only in a damaged record: it ends there. */
  async #ancestors(parentBodyId: string | undefined): Promise<readonly string[]> {
    const ids: string[] = [];
    for (let id = parentBodyId; id !== undefined && !ids.includes(id);) {
      ids.push(id);
      id = (await this.writer.load(body.decider, id)).state.parentBodyId;
    }
    return ids;
  }
}
