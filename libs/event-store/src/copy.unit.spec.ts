import { describe, expect, it } from '@jest/globals';
import { CannotCopy, copyEvents } from './copy.ts';
import type { RecordedEvent } from './event-store.ts';
import { MemoryEventStore } from './memory-event-store.ts';
import { asGiven, newEvent, newEvents } from './testing/index.ts';

const command = ({ metadata }: RecordedEvent): unknown => (JSON.parse(metadata) as { by?: unknown }).by;
const together = (before: RecordedEvent, event: RecordedEvent) => command(before) === command(event);

const by = (name: string, count: number) =>
  newEvents(count).map((event) => ({ ...event, metadata: JSON.stringify({ by: name }) }));

/** Two streams whose appends alternate; one of the appends has more events than fit in a page. */
async function source() {
  const from = new MemoryEventStore();
  const pair = by('pair', 2);
  await from.append('body-1', 'noStream', by('one', 1));
  await from.append('body-2', 'noStream', pair);
  await from.append('body-1', 0, by('many', 1_500));
  await from.append('body-2', 1, by('last', 1));
  return { from, to: new MemoryEventStore(), pair };
}

const placed = async (store: MemoryEventStore) =>
  (await store.readAll({ limit: 10_000 })).map((event) => [event.stream, event.revision, asGiven(event)]);

describe('a copy of a store', () => {
  it('holds the same events in the same order', async () => {
    const { from, to } = await source();
    const copied = await copyEvents(from, to, { together });
    expect(copied).toMatchObject({ events: 1_504, appended: 1_504 });
    expect(await placed(to)).toEqual(await placed(from));
    expect(await to.readAll({ limit: 10_000 })).toEqual(await from.readAll({ limit: 10_000 }));
  });

  it('keeps together what was appended together', async () => {
    const { from, to, pair } = await source();
    await copyEvents(from, to, { together });
    expect(await to.append('body-2', 'any', pair)).toMatchObject({ repeated: true, firstRevision: 0 });
  });

  it('goes on where it was cut off, and later takes what is new', async () => {
    const { from, to } = await source();
    const cut = copyEvents(from, to, {
      together,
      onProgress: (position) => {
        if (position > 2) throw new Error('cut off');
      },
    });
    await expect(cut).rejects.toThrow('cut off');
    expect(await copyEvents(from, to, { together })).toMatchObject({ events: 1_504, appended: 1_501 });
    await from.append('body-3', 'noStream', newEvents(1));
    expect(await copyEvents(from, to, { together })).toMatchObject({ events: 1_505, appended: 1 });
    expect(await copyEvents(from, to, { together })).toMatchObject({ events: 1_505, appended: 0 });
  });

  it('is refused where the target holds something else', async () => {
    const { from, to } = await source();
    await to.append('body-1', 'noStream', [newEvent()]);
    await expect(copyEvents(from, to, { together })).rejects.toThrow(CannotCopy);
    expect(await to.readAll()).toHaveLength(1);
  });

  it('says when the two differ in the end', async () => {
    const { from, to } = await source();
    await copyEvents(from, to, { together });
    const [first, ...rest] = await from.readAll({ limit: 10_000 });
    const changed = new MemoryEventStore();
    for (const event of [{ ...first, data: '{}' }, ...rest] as RecordedEvent[])
      await changed.append(event.stream, 'any', [asGiven(event)]);
    await expect(copyEvents(from, changed, { together })).rejects.toThrow(/they differ/);
  });
});
