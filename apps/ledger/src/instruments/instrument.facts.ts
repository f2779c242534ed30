import { hash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { body, instrument, meeting, organization } from '#governance';
import type { When } from '#governance';
import { occurredAt, StreamWriter } from '#recording';
import type { WriteContext } from '#recording';
import { readMotion } from '../motions/read-motion.ts';
import { anyZone } from '../platform/index.ts';
import type { InZone, ZoneFact } from '../platform/index.ts';
import { PORTS } from '../ports.ts';
import type { Ports } from '../ports.ts';

type Asked = Readonly<{
  instrumentId: string;
  state: instrument.InstrumentState;
  command: InZone<instrument.Command>;
  context: WriteContext;
}>;

/** Reads from other streams, and from the blobs, what decisions on an instrument need. */
@Injectable()
export class InstrumentFacts {
  constructor(
    private readonly writer: StreamWriter,
    @Inject(PORTS) private readonly ports: Ports,
  ) {}

  async of({ instrumentId, state, command, context }: Asked): Promise<instrument.Facts & ZoneFact> {
    const given = command(anyZone);
    const read = instrument.streamsRead(state, given);
    const ofBody = await this.#body(read.bodyId);
    const named = given.type === 'RegisterInstrument' ? (ofBody?.timeZone ?? given.timeZone) : undefined;
    const timeZone = named ?? state.timeZone;
    const at = occurredAt(context, timeZone);
    return {
      timeZone,
      at,
      authorized:
        'terms' in given || 'preset' in given ? await this.#authorized(state.bodyId, at) : undefined,
      instrumentId,
      body: ofBody,
      motion: await readMotion(this.writer, read.motionId),
      organizations: await this.#organizations(read.organizationIds),
      disclosure: await this.#disclosure(read.disclosureMeetingId),
      other: await this.#other(read.otherInstrumentId),
      blobHeld: read.blobSha256 !== undefined && (await this.ports.blobs.has(read.blobSha256)),
      sourced: (context.sources?.length ?? 0) > 0,
      sha256: (text) => hash('sha256', text),
    };
  }

  async #body(bodyId: string | undefined): Promise<instrument.Facts['body']> {
    if (bodyId === undefined) return undefined;
    const { state } = await this.writer.load(body.decider, bodyId);
    return state.existence && { timeZone: state.timeZone };
  }

  /** The seats that there are of its body, for the linter of rules. */
  async #authorized(bodyId: string | undefined, at: When): Promise<instrument.Facts['authorized']> {
    if (bodyId === undefined) return undefined;
    const { state, revision } = await this.writer.load(body.decider, bodyId);
    return body.rosterAt(state, at, { bodyId, revision }).authorized;
  }

  async #organizations(ids: readonly string[]): Promise<instrument.Facts['organizations']> {
    const organizations = new Map<string, Readonly<{ classification?: string | undefined }>>();
    for (const id of ids) {
      const { state } = await this.writer.load(organization.decider, id);
      if (state.registered) organizations.set(id, { classification: state.classification });
    }
    return organizations;
  }

  async #disclosure(meetingId: string | undefined): Promise<instrument.Facts['disclosure']> {
    if (meetingId === undefined) return undefined;
    const { state, revision } = await this.writer.load(meeting.decider, meetingId);
    if (!state.schedule) return undefined;
    const calledToOrder = state.session.sittings[0]?.from;
    return { revision, itemIds: new Set(state.agenda.items.keys()), calledToOrder };
  }

  async #other(instrumentId: string | undefined): Promise<instrument.Facts['other']> {
    if (instrumentId === undefined) return undefined;
    const { state, revision } = await this.writer.load(instrument.decider, instrumentId);
    if (state.kind === undefined) return undefined;
    return { revision, hosts: await this.#hosts(state.incorporated?.intoInstrument) };
  }

  /** From near to far. An instrument is a part of itself only in a damaged record: it ends there. */
  async #hosts(intoInstrument: string | undefined): Promise<readonly string[]> {
    const hosts: string[] = [];
    for (let id = intoInstrument; id !== undefined && !hosts.includes(id);) {
      hosts.push(id);
      id = (await this.writer.load(instrument.decider, id)).state.incorporated?.intoInstrument;
    }
    return hosts;
  }
}
