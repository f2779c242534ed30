import { describe, expect, it } from '@jest/globals';
import type { AllStreamRecordedEvent, EventData } from '@kurrent/kurrentdb-client';
import fc from 'fast-check';
import { limits } from '#event-store';
import { asGiven, newEvent, newEvents } from '#event-store/testing';
import { decode, encodeAppend } from './codec.ts';
import type { Stored } from './codec.ts';

/** When it is appended. */
const now = '2026-01-31T18:00:05.250Z';

/** What the client makes of an event on its way to the server, at a second, and back. */
function throughTheClient(
  { id, type, contentType, data, metadata }: EventData,
  second = '2026-01-31T18:00:05Z',
): Stored {
  const isJson = contentType === 'application/json';
  const parsed = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
  return decode({
    id,
    type,
    isJson,
    data: isJson ? parsed(data) : data,
    metadata: metadata instanceof Uint8Array ? metadata : parsed(metadata),
    streamId: 'test-1',
    revision: 0n,
    created: new Date(second),
    position: { commit: 7n, prepare: 7n },
  } as AllStreamRecordedEvent);
}

const texts = fc.oneof(
  fc.json(),
  fc.json().map((text) => ` ${text}`),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '{"$append":"0/2"}',
    '{"$appendedAt":"x"}',
    '!x~',
    '{"10":1,"9":2}',
    '{"__proto__":1}',
    '1.0',
    'null',
    '~',
    '0/1~',
    '[]',
  ),
);

describe('an event that goes to the server', () => {
  it('comes back as it was, and knows its share of its append', () => {
    const append = fc.array(fc.record({ data: texts, metadata: texts }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(append, (given) => {
        const events = given.map((one) => newEvent(one));
        const back = encodeAppend(events, now).map((event) => throughTheClient(event));
        expect(back.map(({ event }) => asGiven(event))).toEqual(events);
        expect(back.map(({ event }) => event.recordedAt)).toEqual(events.map(() => now));
        expect(back.map(({ share }) => share)).toEqual(
          events.map((_, index) => ({ index, of: events.length })),
        );
      }),
    );
  });

  it('is JSON for everybody where JSON.stringify would write the same', () => {
    const given = newEvent({ data: '{"a":[1,"é"]}', metadata: '{"$correlationId":"x"}' });
    const [event] = encodeAppend([given], now);
    expect(event).toMatchObject({
      contentType: 'application/json',
      data: { a: [1, 'é'] },
      metadata: { $correlationId: 'x', $appendedAt: now },
    });
  });

  it('takes no more room than there is', () => {
    const events = newEvents(4).map((event) => {
      const rest = limits.eventBytes - 2 * event.type.length - event.metadata.length;
      return { ...event, data: `"${'x'.repeat(rest - 2)}"` };
    });
    expect(encodeAppend(events, now).map(({ metadata }) => metadata)).toEqual(
      Array(4).fill({ by: 'contract' }),
    );
  });

  it.each([
    ['2026-01-31T18:00:05Z', now],
    ['2026-01-31T18:00:04Z', '2026-01-31T18:00:04.999Z'],
    ['2026-01-31T18:00:07Z', '2026-01-31T18:00:07.000Z'],
  ])("was recorded in the server's second, %s, as far in it as its appender says: %s", (second, time) => {
    for (const metadata of ['{}', 'no JSON']) {
      const [event] = encodeAppend([newEvent({ metadata })], now);
      expect(event && throughTheClient(event, second).event).toMatchObject({ recordedAt: time, metadata });
    }
  });

  it('and without a word of its appender at that second', () => {
    const [event] = encodeAppend([newEvent()], now);
    expect(event && throughTheClient({ ...event, metadata: { by: 'contract' } }).event.recordedAt).toBe(
      '2026-01-31T18:00:05.000Z',
    );
  });
});
