import { broken } from '../kernel/index.ts';
import type { Check } from '../kernel/index.ts';
import type { PresenceInterval } from './attendance.ts';

type Arrival = Pick<PresenceInterval, 'seatId' | 'mode' | 'remote'>;

/** Under the traditional rule the agenda names the place of every member who is elsewhere. */
export function* postedPlace({ seatId, mode, remote }: Arrival): Check {
  if (mode !== 'remote' || remote?.rule !== 'posted_location') return;
  const { location, onAgenda } = remote;
  if (!location?.trim() || onAgenda !== true)
    yield broken('BA-11', 'REMOTE_LOCATION_NOT_POSTED', { seatId, location, onAgenda });
}

const isElsewhere =
  (inPerson: boolean) =>
  ({ mode, remote }: PresenceInterval): boolean =>
    mode === 'remote' && (inPerson || remote?.insideJurisdiction === false);

/** Of a quorum that is there, enough are where the provisions for the others ask it to be. */
export function* quorumInside(
  present: ReadonlyMap<string, PresenceInterval>,
  there: readonly string[],
  isQuorum: (seatIds: readonly string[]) => boolean,
): Check {
  const stays = [...present.values()];
  const rules = new Set(stays.map(({ mode, remote }) => (mode === 'remote' ? remote?.rule : undefined)));
  const inPerson = rules.has('in_person_quorum');
  if (!inPerson && !rules.has('posted_location')) return;
  const elsewhere = new Set(stays.filter(isElsewhere(inPerson)).map(({ seatId }) => seatId));
  const counted = there.filter((seatId) => !elsewhere.has(seatId));
  if (isQuorum(there) && !isQuorum(counted))
    yield broken('BA-11', 'QUORUM_OUTSIDE_JURISDICTION', { remoteSeatIds: [...elsewhere], inPerson });
}
