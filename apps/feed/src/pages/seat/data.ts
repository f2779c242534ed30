import { streamName } from '#governance';
import { getBody } from '#projections';
import type { Rendering } from '../../http/resource.ts';
import { lastRecordedIn } from '../../record/published.ts';
import { seatAt } from '../../resources/seat.ts';
import type { SeatQuery } from '../../resources/seat.ts';
import type { Loaded } from '../frame/page.tsx';
import type { Sides } from '../../words/outcome.ts';

type Found = NonNullable<ReturnType<typeof seatAt>>;

export type SeatData = Omit<Found, 'zone'> &
  Readonly<{ id: string; query: SeatQuery; bodyName: string; sides: Sides }>;

export function loadSeat(rendering: Rendering<SeatQuery>): Loaded<SeatData> | undefined {
  const { reads, id, query } = rendering;
  const found = seatAt(rendering);
  if (found === undefined) return undefined;
  const { zone, ...seat } = found;
  const { bodyId } = seat.record;
  const body = getBody(reads, bodyId);
  const data: SeatData = {
    ...seat,
    id,
    query,
    bodyName: body?.name ?? bodyId,
    sides: (body?.constituencies ?? []).map(({ constituencyId, name }) => ({ id: constituencyId, name })),
  };
  return { data, zone, modifiedAt: lastRecordedIn(reads, [streamName('body', bodyId)]) };
}
