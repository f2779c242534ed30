import type { CatalogueEntry } from '../catalogue.ts';
import { refused } from './entry.ts';

/** What recording itself refuses, whatever the command. */
export const recordingRejections: Readonly<Record<string, CatalogueEntry>> = {
  ...refused({
    OCCURRED_AT_REQUIRED: [
      'It must be said when it happened',
      'Outside live mode, send `occurredAt`, as precisely as it is known: 2019-06-13, 2019-06, 2019-fall, 2019, 2024-25 or unknown.',
    ],
    OCCURRED_AT_INVALID: [
      'The date in `occurredAt` cannot be read',
      'Send an instant (2026-09-01T17:00:00Z), a day, a month, a season, a year, a school year (2024-25) or `unknown`.',
    ],
    OCCURRED_IN_FUTURE: ['It has not happened yet', 'Record it when it has, or correct the date.'],
    DATE_INVALID: [
      'A date cannot be read',
      'Send an instant (2026-09-01T17:00:00Z), a day, a month, a season, a year, a school year (2024-25) or `unknown`.',
    ],
  }),
  EVENT_TOO_LARGE: {
    status: 413,
    title: 'The event is too large',
    help: 'Shorten its texts: an event holds at most 60 000 bytes.',
  },
};
