import type { When } from '../kernel/when.ts';
import type { PresenceInterval } from './attendance.ts';
import type { MemberArrived, MemberDeparted } from './events.ts';
import { endedBy, isEarlier, mayCover, surelyCovers } from './span.ts';

/** The stays of one seat in the order in which they began. */
export type Stays = readonly PresenceInterval[];

/**
 * By seat, its stays as recorded. A stay without an end lasts until the next one of its seat begins (the
 * member takes the seat from the alternate, meeting rule SP-06), else until the adjournment.
 */
export type Presence = ReadonlyMap<string, Stays>;

/** How many stays had perhaps begun at that time: where an arrival at that time belongs. */
export const begunBy = (stays: Stays, at: When): number =>
  stays.findLastIndex((stay) => !isEarlier(at, stay.from)) + 1;

/** The stay that a departure at that time ends, if there is one. */
export function stayEndedBy(stays: Stays, at: When): PresenceInterval | undefined {
  const stay = stays[begunBy(stays, at) - 1];
  return stay?.to === undefined ? stay : undefined;
}

function arrive(stays: Stays, event: MemberArrived, at: When): Stays {
  const { seatId, by, personId, mode, remote } = event;
  const stay = {
    seatId,
    by,
    ...(personId !== undefined && { personId }),
    mode,
    ...(remote && { remote }),
    from: at,
  };
  return stays.toSpliced(begunBy(stays, at), 0, stay);
}

function depart(stays: Stays, at: When): Stays {
  const ended = stayEndedBy(stays, at);
  return stays.map((stay) => (stay === ended ? { ...stay, to: at } : stay));
}

export function evolvePresence(
  presence: Presence,
  event: MemberArrived | MemberDeparted,
  at: When,
): Presence {
  const stays = presence.get(event.seatId) ?? [];
  const after = event.type === 'MemberArrived' ? arrive(stays, event, at) : depart(stays, at);
  return new Map(presence).set(event.seatId, after);
}

/** Every stay with the end that it has: its own, the next one's beginning, or the adjournment. */
const bounded = (stays: Stays, adjourned: When | undefined): Stays =>
  stays.map((stay, index) => endedBy(stay, stays[index + 1]?.from ?? adjourned));

export const intervalsOf = (presence: Presence, adjourned: When | undefined): Stays =>
  [...presence.values()].flatMap((stays) => bounded(stays, adjourned));

/** Who sat: whoever certainly did, else the last who may have. */
const sittingAt = (stays: Stays, at: When): PresenceInterval | undefined =>
  stays.find((stay) => surelyCovers(stay, at)) ?? stays.findLast((stay) => mayCover(stay, at));

/** By seat, the stay that covers a time, certainly or possibly. */
export function presentSeats(
  presence: Presence,
  adjourned: When | undefined,
  at: When,
): ReadonlyMap<string, PresenceInterval> {
  const present = new Map<string, PresenceInterval>();
  for (const [seatId, stays] of presence) {
    const stay = sittingAt(bounded(stays, adjourned), at);
    if (stay) present.set(seatId, stay);
  }
  return present;
}
