import { documentCaching } from '../../http/resource.ts';
import { nowHoldsFor } from '../../resources/body.ts';
import { seat as resource } from '../../resources/seat.ts';
import type { SeatQuery } from '../../resources/seat.ts';
import type { Page } from '../frame/page.tsx';
import { loadSeat } from './data.ts';
import type { SeatData } from './data.ts';
import { SeatPageView } from './view.tsx';

/** `GET /{lang}/seats/{bodyId}:{seatId}?from=&to=&knownAt=`. */
export const seatPage: Page<SeatQuery, SeatData> = {
  path: '/seats/:id',
  parameters: resource.parameters,
  cacheControl: documentCaching,
  holdsFor: nowHoldsFor,
  showsNames: true,
  load: loadSeat,
  head: ({ t }, { record: { label, seatId, totals }, bodyName }) => ({
    title: `${label ?? seatId}, ${bodyName}`,
    description: t('seatRecord.summary', { votes: totals.votes, dissents: totals.dissents }),
  }),
  view: SeatPageView,
};
