import type { CatalogueEntry } from './catalogue.ts';

const says = (title: string, help: string, status = 422): CatalogueEntry => ({ status, title, help });
const conflict = (title: string, help: string): CatalogueEntry => says(title, help, 409);
const missing = (title: string, help: string): CatalogueEntry => says(title, help, 404);

/** What the domain refuses or notes, by code: the sentences that people read. */
export const rejections: Readonly<Record<string, CatalogueEntry>> = {
  OCCURRED_AT_REQUIRED: says(
    'It must be said when it happened',
    'Outside live mode, send `occurredAt`, as precisely as it is known: 2019-06-13, 2019-06, 2019-fall, 2019, 2024-25 or unknown.',
  ),
  OCCURRED_AT_INVALID: says(
    'The date cannot be read',
    'Send an instant (2026-09-01T17:00:00Z), a day, a month, a season, a year, a school year (2024-25) or `unknown`.',
  ),
  OCCURRED_IN_FUTURE: says('It has not happened yet', 'Record it when it has, or check the date.'),
  EVENT_TOO_LARGE: says(
    'The event is too large',
    'Shorten its texts; an event holds at most 60 000 bytes.',
    413,
  ),
  BODY_EXISTS: conflict(
    'There is a body with this id',
    'Choose another id, or record on the body that is there.',
  ),
  BODY_UNKNOWN: missing('There is no such body', 'Establish it first, or check the id.'),
};
