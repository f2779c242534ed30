import { describe, expect, it } from '@jest/globals';
import { AppendTooLarge, InvalidAppend } from '../errors.ts';
import { limits } from '../event-store.ts';
import type { EventStore, NewEvent } from '../event-store.ts';
import { newEvent, newStream } from './events.ts';

/** An event of exactly so many bytes; `filler` is one character. */
function eventOf(bytes: number, filler = 'x'): NewEvent {
  const empty = newEvent({ type: 'Large', data: '""', metadata: '{}' });
  const room = bytes - 2 * empty.type.length - empty.data.length - empty.metadata.length;
  const size = Buffer.byteLength(filler);
  return { ...empty, data: `"${filler.repeat(Math.floor(room / size))}${'y'.repeat(room % size)}"` };
}

export function limitContract(store: () => EventStore): void {
  describe('limits', () => {
    it.each(['x', 'é', '東', '𝄞'])('count an event in bytes of UTF-8: %s', async (filler) => {
      const stream = newStream();
      await expect(store().append(stream, 'any', [eventOf(limits.eventBytes + 1, filler)])).rejects.toThrow(
        AppendTooLarge,
      );
      const largest = eventOf(limits.eventBytes, filler);
      await store().append(stream, 'noStream', [largest]);
      expect(await store().readStream(stream)).toMatchObject([largest]);
    });

    it('count metadata and type too', async () => {
      const { data, ...event } = eventOf(limits.eventBytes);
      const [stream, wide] = [newStream(), { ...event, metadata: data, data: '{}' }];
      for (const large of [
        { ...wide, metadata: `${wide.metadata} ` },
        { ...wide, type: 'Larger' },
      ])
        await expect(store().append(stream, 'any', [large])).rejects.toThrow(AppendTooLarge);
      await store().append(stream, 'noStream', [wide]);
    });

    it('hold for an append as a whole, and nothing of a larger one is stored', async () => {
      const [stream, before] = [newStream(), await store().head()];
      const full = Array.from({ length: limits.appendBytes / limits.eventBytes }, () =>
        eventOf(limits.eventBytes),
      );
      const more = eventOf(20);
      await expect(store().append(stream, 'any', [...full, more])).rejects.toThrow(AppendTooLarge);
      expect(await store().readStream(stream)).toEqual([]);
      expect(await store().head()).toBe(before);
      expect(await store().append(stream, 'noStream', full)).toMatchObject({ repeated: false });
    });

    it("hold for a stream's name", async () => {
      const longest = newStream().padEnd(limits.streamNameLength, 'x');
      await expect(store().append(`${longest}x`, 'any', [newEvent()])).rejects.toThrow(AppendTooLarge);
      expect(await store().append(longest, 'any', [newEvent()])).toMatchObject({ firstRevision: 0 });
    });
  });

  describe('a clear error', () => {
    it.each([
      '',
      'body',
      '-1',
      'body-',
      '1body-1',
      '$system-1',
      'body 1-2',
      'body-1 2',
      'body-1\n',
      'body-\ud800',
    ])('refuses the stream name %j', async (name) => {
      const append = store().append(name, 'any', [newEvent()]);
      await expect(append).rejects.toThrow(InvalidAppend);
      await expect(append).rejects.toThrow(/stream name .* is not of the form category-id/);
    });

    it.each([-1, 0.5, NaN, Infinity])('refuses the expected revision %d', async (expected) => {
      await expect(store().append(newStream(), expected, [newEvent()])).rejects.toThrow(
        /revisions start at 0/,
      );
    });

    it.each(['', '1', '019AAB00-0000-7000-8000-000000000000'])('refuses the event id %j', async (id) => {
      await expect(store().append(newStream(), 'any', [newEvent({ id })])).rejects.toThrow(/is not a UUID/);
    });

    it('refuses text that has no UTF-8 form, and an event without a type', async () => {
      for (const wrong of [{ data: '"\ud800"' }, { metadata: '"\udc00"' }, { type: '' }])
        await expect(store().append(newStream(), 'any', [newEvent(wrong)])).rejects.toThrow(InvalidAppend);
    });
  });
}
