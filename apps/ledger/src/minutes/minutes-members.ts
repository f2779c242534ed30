import { Inject, Injectable } from '@nestjs/common';
import { body, meeting } from '#governance';
import type { When } from '#governance';
import type { MinutesSource } from '#minutes';
import { shownAs } from '#privacy';
import { PORTS } from '../ports.ts';
import type { Ports } from '../ports.ts';

/** Members whom minutes may name, by their seats, and who they are. */
export type NamedMembers = Readonly<{
  names: ReadonlyMap<string, string>;
  personIds: readonly string[];
}>;

const stateOf = ({ body: events }: MinutesSource): body.BodyState =>
  events.reduce(
    (state, { event, envelope }) => body.decider.evolve(state, event, envelope.occurredAt),
    body.decider.initialState,
  );

const meetingDay = ({ meeting: events }: MinutesSource): When | undefined =>
  events.reduce(
    (state, { event, envelope }) => meeting.decider.evolve(state, event, envelope.occurredAt),
    meeting.decider.initialState,
  ).schedule?.startsAt;

/** Who sat in the seats when the meeting was held, as the seats show it and the directory knows it now. */
@Injectable()
export class MinutesMembers {
  constructor(@Inject(PORTS) private readonly ports: Pick<Ports, 'directory'>) {}

  of(source: MinutesSource): NamedMembers {
    const at = meetingDay(source);
    const found = at ? [...stateOf(source).seats.values()].flatMap((seat) => this.#in(seat, at)) : [];
    return {
      names: new Map(found.map(({ seatId, name }) => [seatId, name])),
      personIds: [...new Set(found.map(({ personId }) => personId))],
    };
  }

  #in(seat: body.Seat, at: When): readonly Readonly<{ seatId: string; personId: string; name: string }>[] {
    const holder = body.seatingAt(seat, at)?.seating.holder;
    const { policy, minor } = seat.display;
    if (holder?.kind !== 'person' || minor) return [];
    const entry = this.ports.directory.find(holder.id);
    const name = entry && shownAs(entry.name, policy);
    return name === undefined ? [] : [{ seatId: seat.seatId, personId: holder.id, name }];
  }
}
