import { broken } from '../kernel/index.ts';
import type { Check } from '../kernel/index.ts';
import { evaluateQuorum } from '../tally/index.ts';
import type { Eligibility, QuorumTest } from '../tally/index.ts';
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
  tests: readonly QuorumTest[],
  eligibility: Eligibility,
  present: ReadonlyMap<string, PresenceInterval>,
): Check {
  const stays = [...present.values()];
  const rules = new Set(stays.map(({ mode, remote }) => (mode === 'remote' ? remote?.rule : undefined)));
  const inPerson = rules.has('in_person_quorum');
  if (!inPerson && !rules.has('posted_location')) return;
  const elsewhere = new Set(stays.filter(isElsewhere(inPerson)).map(({ seatId }) => seatId));
  const counted = [...present.keys()].filter((seatId) => !elsewhere.has(seatId));
  if (!evaluateQuorum(tests, eligibility, counted).pass)
    yield broken('BA-11', 'QUORUM_OUTSIDE_JURISDICTION', { remoteSeatIds: [...elsewhere], inPerson });
}
