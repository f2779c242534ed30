import { describe, expect, it } from '@jest/globals';
import { EventIdTaken, InvalidAppend } from '../errors.ts';
import type { EventStore, ExpectedRevision, NewEvent } from '../event-store.ts';
import { idsOf, newEvent, newEvents, newStream } from './events.ts';

type Store = () => EventStore;

/** Any expectation: right or wrong now, right or wrong then. */
const expectations: readonly ExpectedRevision[] = ['any', 'noStream', 'streamExists', 0, 1, 3, 9];

export function repeatContract(store: Store): void {
  describe('a repeated append', () => {
    sameAppendContract(store);
    racingRepeatContract(store);
  });
  describe('an event id that is taken', () => takenContract(store));
}

/** Two events after a first one. */
async function appendPair(store: EventStore) {
  const [stream, pair] = [newStream(), newEvents(2)];
  await store.append(stream, 'noStream', [newEvent()]);
  return { stream, pair, first: await store.append(stream, 0, pair) };
}

function sameAppendContract(store: Store): void {
  it.each(expectations)('expecting %s answers with the first outcome', async (expected) => {
    const { stream, pair, first } = await appendPair(store());
    expect(await store().append(stream, expected, pair)).toEqual({ ...first, repeated: true });
    expect(await store().readStream(stream)).toHaveLength(3);
  });

  it.each(expectations)('expecting %s does so whatever was appended since', async (expected) => {
    const { stream, pair, first } = await appendPair(store());
    await store().append(stream, 2, newEvents(3));
    await store().append(newStream(), 'any', newEvents(3));
    const head = await store().head();
    expect(await store().append(stream, expected, pair)).toEqual({ ...first, repeated: true });
    expect(await store().head()).toBe(head);
  });

  it('keeps what was stored first, whatever the repeat says', async () => {
    const { stream, pair, first } = await appendPair(store());
    const changed = pair.map((event) => ({ ...event, type: 'Other', data: '{"other":true}' }));
    expect(await store().append(stream, 0, changed)).toEqual({ ...first, repeated: true });
    expect(await store().readStream(stream, { from: 1 })).toMatchObject(pair);
  });
}

function racingRepeatContract(store: Store): void {
  it.each<[ExpectedRevision, number]>([
    ['any', 0],
    ['noStream', 0],
    ['any', 1],
    ['streamExists', 1],
    [0, 1],
  ])(
    'expecting %s of a stream of %i events is stored once, however often it is sent at once',
    async (expected, count) => {
      for (let round = 0; round < 5; round++) {
        const [stream, events] = [newStream(), newEvents(2)];
        if (count > 0) await store().append(stream, 'noStream', newEvents(count));
        const answers = await Promise.all(
          Array.from({ length: 40 }, () => store().append(stream, expected, events)),
        );
        const { position, ...revisions } = { ...answers[0], repeated: undefined };
        expect(revisions).toMatchObject({ firstRevision: count, lastRevision: count + 1 });
        expect(new Set(answers.map((answer) => answer.position))).toEqual(new Set([position]));
        expect(answers.filter(({ repeated }) => !repeated)).toHaveLength(1);
        expect(await store().readStream(stream)).toHaveLength(count + 2);
      }
    },
  );

  it('is stored once among others that race for the stream', async () => {
    const [stream, event] = [newStream(), newEvent()];
    await store().append(stream, 'noStream', [newEvent()]);
    const mixed = Array.from({ length: 60 }, (_, i) =>
      store().append(stream, 'any', [i % 3 ? event : newEvent()]),
    );
    const answers = (await Promise.all(mixed)).filter((_, i) => i % 3);
    expect(new Set(answers.map(({ lastRevision }) => lastRevision)).size).toBe(1);
    expect(idsOf(await store().readStream(stream)).filter((id) => id === event.id)).toHaveLength(1);
  });
}

function takenContract(store: Store): void {
  const company: readonly [string, (pair: readonly NewEvent[]) => readonly NewEvent[]][] = [
    ['the first alone', (pair) => pair.slice(0, 1)],
    ['the last alone', (pair) => pair.slice(1)],
    ['in another order', (pair) => pair.toReversed()],
    ['with one more after', (pair) => [...pair, newEvent()]],
    ['with one more before', (pair) => [newEvent(), ...pair]],
    [
      'with another in between',
      ([first, last]) => [first, newEvent(), last].filter((one) => one !== undefined),
    ],
    ['with another in place of the last', (pair) => [...pair.slice(0, 1), newEvent()]],
    ['with another in place of the first', (pair) => [newEvent(), ...pair.slice(1)]],
  ];

  it.each(company)('is refused in other company: %s', async (_, change) => {
    for (const expected of expectations) {
      const { stream, pair } = await appendPair(store());
      const append = store().append(stream, expected, change(pair));
      await expect(append).rejects.toThrow(EventIdTaken);
      await expect(append).rejects.toMatchObject({
        eventId: expect.stringMatching(idsOf(pair).join('|')) as unknown,
      });
      expect(await store().readStream(stream)).toHaveLength(3);
    }
  });

  it('is refused when two appends are repeated as one', async () => {
    const [stream, events] = [newStream(), newEvents(2)];
    for (const event of events) await store().append(stream, 'any', [event]);
    await expect(store().append(stream, 'any', events)).rejects.toThrow(EventIdTaken);
  });

  it.each(expectations)('is refused on another stream expecting %s', async (expected) => {
    const { pair } = await appendPair(store());
    const other = newStream();
    await expect(store().append(other, expected, pair)).rejects.toThrow(EventIdTaken);
    await store().append(other, 'noStream', newEvents(1));
    await expect(store().append(other, expected, pair.slice(0, 1))).rejects.toThrow(EventIdTaken);
    expect(await store().readStream(other)).toHaveLength(1);
  });

  it('goes to one of two streams that race for it', async () => {
    for (let round = 0; round < 20; round++) {
      const event = newEvent();
      const outcomes = await Promise.allSettled(
        [newStream(), newStream()].map((stream) => store().append(stream, 'noStream', [event])),
      );
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    }
  });

  it('twice in one append is refused', async () => {
    const [stream, event] = [newStream(), newEvent()];
    await expect(store().append(stream, 'any', [event, newEvent(), event])).rejects.toThrow(InvalidAppend);
    expect(await store().readStream(stream)).toEqual([]);
  });
}
