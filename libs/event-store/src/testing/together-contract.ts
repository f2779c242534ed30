import { expect, it } from '@jest/globals';
import { EventIdTaken, InvalidAppend, WrongExpectedRevision } from '../errors.ts';
import type { EventStore, StreamAppend } from '../event-store.ts';
import { idsOf, newEvent, newEvents, newStream, readEverything } from './events.ts';

type Together = EventStore & Required<Pick<EventStore, 'appendTogether'>>;

/** What stores do that can store several appends as one. */
export function togetherContract(given: () => EventStore): void {
  const store = (): Together => given() as Together;
  /** Two streams that take turns. */
  const turns = (): readonly [StreamAppend, StreamAppend, StreamAppend] => {
    const [a, b] = [newStream(), newStream()];
    return [
      { stream: a, expected: 'noStream', events: newEvents(2) },
      { stream: b, expected: 'noStream', events: newEvents(1) },
      { stream: a, expected: 1, events: newEvents(1) },
    ];
  };
  const stored = async (appends: readonly StreamAppend[]) =>
    (await Promise.all([...new Set(appends.map(({ stream }) => stream))].map((s) => store().readStream(s))))
      .flat()
      .toSorted((one, other) => one.position - other.position);

  it('are stored one after another, with nothing between them', async () => {
    const appends = turns();
    const before = await store().head();
    const { position, repeated } = await store().appendTogether(appends);
    const events = await readEverything(store(), before);
    expect(idsOf(events)).toEqual(idsOf(appends.flatMap((one) => one.events)));
    expect([position, repeated]).toEqual([events.at(-1)?.position, false]);
    expect(events.map(({ revision }) => revision)).toEqual([0, 1, 0, 2]);
  });

  it('are not stored where one of them is not as expected, and leave their ids and streams free', async () => {
    const [first, second, third] = turns();
    const wrong = [first, second, { ...third, expected: 7 }];
    const head = await store().head();
    await expect(store().appendTogether(wrong)).rejects.toEqual(
      expect.objectContaining({
        name: 'WrongExpectedRevision',
        stream: third.stream,
        expected: 7,
        actual: 1,
      }),
    );
    expect([await stored(wrong), await store().head()]).toEqual([[], head]);
    expect(await store().append(first.stream, 'noStream', first.events)).toMatchObject({ firstRevision: 0 });
    await expect(store().appendTogether([second, third])).resolves.toMatchObject({ repeated: false });
  });

  it('that are refused leave the ones around them alone', async () => {
    const [first, second, third] = turns();
    const outcomes = await Promise.allSettled([
      store().append(first.stream, 'noStream', first.events),
      store().appendTogether([second, { ...third, expected: 'noStream' }]),
      store().append(third.stream, 1, third.events),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(idsOf(await stored([first, second, third]))).toEqual(idsOf([...first.events, ...third.events]));
  });

  it('answer with their first outcome, and mix with nothing else', async () => {
    const appends = turns();
    const { position } = await store().appendTogether(appends);
    await store().append(newStream(), 'any', newEvents(1));
    const head = await store().head();
    expect(await store().appendTogether(appends)).toMatchObject({ position, repeated: true });
    const other = { stream: newStream(), expected: 'any', events: [newEvent()] } as const;
    for (const mixed of [
      [...appends, other],
      [other, ...appends],
    ])
      await expect(store().appendTogether(mixed)).rejects.toThrow(EventIdTaken);
    expect([await store().head(), await store().readStream(other.stream)]).toEqual([head, []]);
  });

  it('keep the limits of appends', async () => {
    const [first, second] = turns();
    await expect(store().appendTogether([])).rejects.toThrow(InvalidAppend);
    await expect(store().appendTogether([first, { ...second, events: [] }])).rejects.toThrow(InvalidAppend);
    await expect(store().appendTogether([first, { ...second, events: first.events }])).rejects.toThrow(
      InvalidAppend,
    );
    expect(await stored([first, second])).toEqual([]);
  });

  it('win a race whole, or not at all', async () => {
    for (let round = 0; round < 20; round++) {
      const [first, second] = turns();
      const rival = { ...second, events: newEvents(1) };
      const outcomes = await Promise.allSettled([
        store().appendTogether([first, second]),
        store().appendTogether([{ ...rival, expected: 'noStream' }]),
        store().append(second.stream, 'noStream', newEvents(1)),
      ]);
      const reasons = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
      expect(reasons).toEqual([expect.any(WrongExpectedRevision), expect.any(WrongExpectedRevision)]);
      expect(await store().readStream(second.stream)).toHaveLength(1);
    }
  });
}
