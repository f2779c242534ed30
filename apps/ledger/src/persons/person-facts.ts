import { Inject, Injectable } from '@nestjs/common';
import { body, person } from '#governance';
import type { When } from '#governance';
import { nameDigest, saltFor, shownAs } from '#privacy';
import { occurredAt, StreamWriter } from '#recording';
import type { WriteContext } from '#recording';
import { anyZone } from '../platform/index.ts';
import { PORTS } from '../ports.ts';
import type { Ports } from '../ports.ts';
import { PersonNames } from './person-names.ts';

type Seat = NonNullable<person.Facts['seat']>;

/** Reads from other streams, and from the vault, what decisions on a person need. */
@Injectable()
export class PersonFacts {
  constructor(
    private readonly writer: StreamWriter,
    private readonly names: PersonNames,
    @Inject(PORTS) private readonly ports: Pick<Ports, 'vault'>,
  ) {}

  async of(
    personId: string,
    command: person.Command,
    state: person.PersonState,
    context: WriteContext,
  ): Promise<person.Facts> {
    const at = occurredAt(context, anyZone);
    const own = { at, personId, other: undefined };
    switch (command.type) {
      case 'LinkPersons':
        return { ...own, other: await this.#registered(command.otherPersonId) };
      case 'PublishPersonName': {
        const seat = await this.#seat(command, at);
        const shown = seat && state.named ? await this.#digest(personId, seat, context) : undefined;
        return { ...own, seat, nameDigest: shown };
      }
      default:
        return own;
    }
  }

  async #registered(personId: string): Promise<person.PersonState | undefined> {
    const { state } = await this.writer.load(person.decider, personId);
    return state.registered ? state : undefined;
  }

  async #seat({ bodyId, seatId }: person.PublishPersonName, at: When): Promise<Seat | undefined> {
    const { state, revision } = await this.writer.load(body.decider, bodyId);
    const seat = state.seats.get(seatId);
    if (!seat) return undefined;
    const holder = body.seatingAt(seat, at)?.seating.holder;
    const holderId = holder?.kind === 'person' ? holder.id : undefined;
    return { holderId, ...seat.display, bodyRevision: revision };
  }

  /** The salt derives from the key and the command, so that nothing has to be kept until the name is in the directory. */
  async #digest(
    personId: string,
    { policy }: Seat,
    { commandId }: WriteContext,
  ): Promise<string | undefined> {
    const key = await this.ports.vault.find(personId);
    const full = key && (await this.names.nameOf(personId));
    const name = full === undefined ? undefined : shownAs(full, policy);
    if (!key || name === undefined) return undefined;
    return nameDigest({ personId, name, salt: saltFor(key, commandId) });
  }
}
