import { describe, expect, it } from '@jest/globals';
import { InvalidAppend, WrongExpectedRevision } from '../errors.ts';
import type { EventStore, ExpectedRevision, NewEvent } from '../event-store.ts';
import { asGiven, idsOf, newEvent, newEvents, newStream, readEverything } from './events.ts';

type Store = () => EventStore;

/** A stream with so many events. */
async function streamOf(store: EventStore, count: number): Promise<string> {
  const stream = newStream();
  if (count > 0) await store.append(stream, 'noStream', newEvents(count));
  return stream;
}

const refused = (expected: ExpectedRevision, actual: 'noStream' | number) =>
  expect.objectContaining({ name: 'WrongExpectedRevision', expected, actual }) as unknown;

export function appendContract(store: Store, densePositions: boolean): void {
  expectedRevisionContract(store);
  describe('an append', () => orderContract(store));
  describe('concurrent appenders', () => raceContract(store));
  describe('positions', () => positionContract(store, densePositions));
}

function expectedRevisionContract(store: Store): void {
  const rows: readonly [ExpectedRevision, number, number | 'noStream' | 'accepted'][] = [
    ['any', 0, 'accepted'],
    ['any', 3, 'accepted'],
    ['noStream', 0, 'accepted'],
    ['noStream', 1, 0],
    ['noStream', 3, 2],
    ['streamExists', 0, 'noStream'],
    ['streamExists', 1, 'accepted'],
    [0, 0, 'noStream'],
    [5, 0, 'noStream'],
    [0, 1, 'accepted'],
    [2, 3, 'accepted'],
    [1, 3, 2],
    [0, 3, 2],
    [3, 3, 2],
    [7, 3, 2],
  ];
  it.each(rows)('expects %s of a stream of %i events: %s', async (expected, count, outcome) => {
    const stream = await streamOf(store(), count);
    const events = newEvents(2);
    const append = store().append(stream, expected, events);
    if (outcome === 'accepted') {
      expect(await append).toMatchObject({ firstRevision: count, lastRevision: count + 1, repeated: false });
    } else {
      await expect(append).rejects.toThrow(WrongExpectedRevision);
      await expect(append).rejects.toEqual(refused(expected, outcome));
    }
    const kept = (await store().readStream(stream)).slice(count);
    expect(kept.map(asGiven)).toEqual(outcome === 'accepted' ? events : []);
  });

  it('keeps when a copied event was recorded first, and goes on from there', async () => {
    const stream = newStream();
    const copied = newEvents(2).map((event, i) => ({ ...event, recordedAt: `2019-06-1${i}T07:00:00.123Z` }));
    const odd = newEvent({ metadata: '~', recordedAt: '2020-01-01T00:00:00.000Z' });
    await store().append(stream, 'noStream', copied);
    await store().append(stream, 1, [odd]);
    await store().append(stream, 2, newEvents(1));
    const [first, second, third, last] = await store().readStream(stream);
    expect([first, second, third]).toMatchObject([...copied, odd]);
    expect(Date.parse(last?.recordedAt ?? '')).toBeGreaterThan(Date.now() - 3_600_000);
    const wrong = newEvent({ recordedAt: 'yesterday' });
    await expect(store().append(stream, 3, [wrong])).rejects.toThrow(InvalidAppend);
  });

  it('leaves the ids of a refused append free', async () => {
    const [stream, events] = [newStream(), newEvents(2)];
    await expect(store().append(stream, 4, events)).rejects.toThrow(WrongExpectedRevision);
    expect(await store().append(stream, 'noStream', events)).toMatchObject({ repeated: false });
  });
}

function orderContract(store: Store): void {
  it('answers with the revisions and the position of its last event', async () => {
    const stream = await streamOf(store(), 2);
    const appended = await store().append(stream, 1, newEvents(3));
    const last = (await store().readStream(stream)).at(-1);
    expect(appended).toEqual({
      firstRevision: 2,
      lastRevision: 4,
      position: last?.position,
      repeated: false,
    });
    expect(await store().head()).toBe(last?.position);
  });

  it('follows the one called before it, also when neither is awaited', async () => {
    const [stream, events] = [newStream(), newEvents(200)];
    const appends = events.map((event, i) => store().append(stream, i === 0 ? 'noStream' : i - 1, [event]));
    const revisions = (await Promise.all(appends)).map(({ lastRevision }) => lastRevision);
    expect(revisions).toEqual(events.map((_, i) => i));
    expect(idsOf(await store().readStream(stream))).toEqual(idsOf(events));
  });

  it('that is refused leaves the ones around it alone', async () => {
    const [stream, before, after] = [newStream(), newEvent(), newEvent()];
    const outcomes = await Promise.allSettled([
      store().append(stream, 'noStream', [before]),
      store().append(stream, 'noStream', newEvents(2)),
      store().append(stream, 0, [after]),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(idsOf(await store().readStream(stream))).toEqual([before.id, after.id]);
  });

  it('of nothing is refused', async () => {
    await expect(store().append(newStream(), 'any', [])).rejects.toThrow(InvalidAppend);
  });
}

function raceContract(store: Store): void {
  it('win a revision exactly once each', async () => {
    const stream = newStream();
    const rivals = 8;
    const rounds = 40;
    for (let round = 0; round < rounds; round++) {
      const expected = round === 0 ? 'noStream' : round - 1;
      const outcomes = await Promise.allSettled(
        Array.from({ length: rivals }, () => store().append(stream, expected, [newEvent()])),
      );
      const reasons = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
      expect(reasons).toEqual(Array(rivals - 1).fill(refused(expected, round)));
    }
    expect(await store().readStream(stream)).toHaveLength(rounds);
  });

  it('lose nothing when each tries again on what it finds', async () => {
    const stream = newStream();
    const insist = async (event: NewEvent, expected: ExpectedRevision): Promise<void> => {
      try {
        await store().append(stream, expected, [event]);
      } catch (error) {
        if (!(error instanceof WrongExpectedRevision)) throw error;
        await insist(event, error.actual);
      }
    };
    const events = newEvents(30);
    await Promise.all(events.map((event) => insist(event, 'noStream')));
    const kept = await store().readStream(stream);
    expect(kept.map(({ revision }) => revision)).toEqual(events.map((_, i) => i));
    expect(new Set(idsOf(kept))).toEqual(new Set(idsOf(events)));
  });
}

function positionContract(store: Store, dense: boolean): void {
  it(`grow ${dense ? 'by one ' : ''}from event to event, over all streams`, async () => {
    const before = await store().head();
    const streams = Array.from({ length: 10 }, newStream);
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, i) =>
        store().append(streams[i % 10] ?? '', 'any', newEvents(1 + (i % 3))),
      ),
    );
    const positions = (await readEverything(store(), before)).map(({ position }) => position);
    expect(positions).toEqual([...new Set(positions)].sort((a, b) => a - b));
    expect(positions).toEqual(expect.arrayContaining(answers.map(({ position }) => position)));
    if (dense) expect(positions).toEqual(positions.map((_, i) => before + 1 + i));
  });

  it('are in the order in which appends were answered', async () => {
    const first = await store().append(newStream(), 'any', newEvents(1));
    await expect(store().append(newStream(), 'streamExists', newEvents(3))).rejects.toThrow();
    const second = await store().append(newStream(), 'any', newEvents(1));
    expect(second.position).toBeGreaterThan(first.position);
    if (dense) expect(second.position).toBe(first.position + 1);
  });

  it('come with times that never go back', async () => {
    const before = await store().head();
    for (let i = 0; i < 20; i++) await store().append(newStream(), 'any', newEvents(2));
    const times = (await readEverything(store(), before)).map(({ recordedAt }) => recordedAt);
    expect(times).toEqual([...times].sort());
    expect(times).toEqual(times.map((time) => new Date(time).toISOString()));
  });
}
