import { Controller, Inject, Param, Query as Parameters } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { decode } from '#governance';
import type { Recorded } from '#governance';
import { eventAt, ForeignPosition } from '#event-store';
import type { EventStore, RecordedEvent } from '#event-store';
import { Problem } from '#platform';
import { InvalidCursor } from '#projections';
import { Answer, declareScope, Read } from '../platform/index.ts';
import { PORTS } from '../ports.ts';
import type { Ports } from '../ports.ts';
import { ListEventsParameters, ReadParameters } from './query.parameters.ts';
import type { EventPage, EventView } from './views.ts';

const pageLength = 100;

function eventView(stored: RecordedEvent): EventView {
  const { event, envelope, position, ...recorded }: Recorded = decode(stored);
  const { type, ...data } = event;
  const { salt: _salt, ...metadata } = envelope;
  return { ...recorded, position: String(position), type, data, metadata };
}

/** @throws InvalidCursor where the store knows that no event stands there */
async function readPage(store: EventStore, { stream, cursor, limit = pageLength }: ListEventsParameters) {
  if (stream !== undefined)
    return store.readStream(stream, { from: cursor === undefined ? 0 : cursor + 1, limit });
  try {
    return await store.readAll({ after: cursor ?? 0, limit });
  } catch (error) {
    throw error instanceof ForeignPosition ? new InvalidCursor(String(cursor)) : error;
  }
}

/** The record itself, in its own order. */
@Controller('v1/events')
@ApiTags('Events')
@declareScope({ param: 'position', of: 'event' })
export class EventQueries {
  readonly #store: EventStore;

  constructor(@Inject(PORTS) { store }: Ports) {
    this.#store = store;
  }

  @Read('listEvents', {
    answers: 'EventPage',
    needs: 'auditor',
    of: { stream: 'stream' },
    summary: 'Events in the order in which they were recorded',
  })
  async listEvents(@Parameters() parameters: ListEventsParameters): Promise<Answer> {
    const events = await readPage(this.#store, parameters);
    const last = events.length < (parameters.limit ?? pageLength) ? undefined : events.at(-1);
    const next = last && String(parameters.stream === undefined ? last.position : last.revision);
    const page: EventPage = { items: events.map(eventView), ...(next !== undefined && { next }) };
    return new Answer(page);
  }

  @ApiParam({ name: 'position', schema: { type: 'string', pattern: '^[0-9]{1,16}$', maxLength: 16 } })
  @Read('getEvent', {
    answers: 'EventView',
    needs: 'auditor',
    summary: 'An event, by its position',
    path: ':position',
  })
  async getEvent(
    @Param('position') position: string,
    @Parameters() _parameters: ReadParameters,
  ): Promise<Answer> {
    const event = await eventAt(this.#store, Number(position));
    if (!event) throw new Problem('NOT_FOUND');
    return new Answer(eventView(event));
  }
}
