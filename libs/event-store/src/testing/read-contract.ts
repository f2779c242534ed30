import { describe, expect, it } from '@jest/globals';
import { start } from '../event-store.ts';
import type { EventStore } from '../event-store.ts';
import { asGiven, idsOf, newEvent, newEvents, newStream, readEverything } from './events.ts';

type Store = () => EventStore;

export function readContract(store: Store): void {
  describe('a stream', () => streamContract(store));
  describe('all events', () => allContract(store));
  describe('what was stored', () => fidelityContract(store));
}

function streamContract(store: Store): void {
  it('is read in pages', async () => {
    const [stream, events] = [newStream(), newEvents(10)];
    await store().append(stream, 'noStream', events.slice(0, 4));
    await store().append(newStream(), 'noStream', newEvents(2));
    await store().append(stream, 3, events.slice(4));
    const read = async (options?: { from?: number; limit?: number }) =>
      idsOf(await store().readStream(stream, options));

    expect(await read()).toEqual(idsOf(events));
    expect(await read({ from: 3 })).toEqual(idsOf(events.slice(3)));
    expect(await read({ limit: 3 })).toEqual(idsOf(events.slice(0, 3)));
    expect(await read({ from: 8, limit: 5 })).toEqual(idsOf(events.slice(8)));
    expect(await read({ from: 10 })).toEqual([]);
    expect(await read({ from: 99, limit: 5 })).toEqual([]);
    expect(await read({ limit: 0 })).toEqual([]);
  });

  it('that does not exist is empty', async () => {
    expect(await store().readStream(newStream())).toEqual([]);
  });

  it('is not confused with one whose name begins alike', async () => {
    const stream = newStream();
    await store().append(`${stream}-2`, 'noStream', newEvents(1));
    await store().append(stream.toUpperCase().replace('CONTRACT', 'contract'), 'noStream', newEvents(1));
    expect(await store().readStream(stream)).toEqual([]);
  });

  it('shows an append as soon as it is answered', async () => {
    const stream = newStream();
    for (let revision = 0; revision < 20; revision++) {
      await store().append(stream, 'any', newEvents(1));
      expect(await store().readStream(stream, { from: revision })).toMatchObject([{ stream, revision }]);
    }
  });

  it('may be long: 20 000 events', async () => {
    const [stream, events] = [newStream(), newEvents(20_000)];
    const chunk = 500;
    await Promise.all(
      Array.from({ length: events.length / chunk }, (_, i) =>
        store().append(
          stream,
          i === 0 ? 'noStream' : i * chunk - 1,
          events.slice(i * chunk, (i + 1) * chunk),
        ),
      ),
    );
    expect(await store().readStream(stream)).toHaveLength(1000);
    const whole = await store().readStream(stream, { limit: 30_000 });
    expect(idsOf(whole)).toEqual(idsOf(events));
    expect(await store().append(stream, 19_999, newEvents(1))).toMatchObject({ firstRevision: 20_000 });
  });

  it.each([{ from: -1 }, { from: 0.5 }, { limit: -1 }, { limit: NaN }])(
    'refuses the page %j',
    async (page) => {
      await expect(store().readStream(newStream(), page)).rejects.toThrow(RangeError);
    },
  );
}

function allContract(store: Store): void {
  it('are read in pages, in the order of their positions', async () => {
    const before = await store().head();
    const events = newEvents(25);
    for (const [i, event] of events.entries()) await store().append(`contract-${i % 3}`, 'any', [event]);
    for (const limit of [1, 7, 25, 1000])
      expect(idsOf(await readEverything(store(), before, limit))).toEqual(idsOf(events));
    const head = await store().head();
    expect(await store().readAll({ after: head })).toEqual([]);
    expect(await store().readAll({ after: before, limit: 0 })).toEqual([]);
  });

  it('begin at the start', async () => {
    await store().append(newStream(), 'any', newEvents(1));
    const [first] = await store().readAll({ limit: 1 });
    expect(await store().readAll({ after: start, limit: 1 })).toEqual([first]);
    expect(first?.position).toBeGreaterThan(start);
  });

  it('read by stream are the same', async () => {
    const [stream, before] = [newStream(), await store().head()];
    await store().append(stream, 'any', newEvents(3));
    expect(await store().readAll({ after: before })).toEqual(await store().readStream(stream));
  });

  it('have places that are told at once, if the store can', async () => {
    if (!store().placesAfter) return;
    const [one, other] = [newStream(), newStream()];
    const before = await store().head();
    const told = () =>
      store()
        .placesAfter?.(before)
        .map(({ stream, revision }) => [stream, revision]);
    expect(told()).toEqual([]);
    await store().append(one, 'any', newEvents(2));
    expect(told()).toEqual([[one, 0], [one, 1]]); // prettier-ignore
    const { position } = await store().append(other, 'any', newEvents(1));
    expect(told()).toEqual([[one, 0], [one, 1], [other, 0]]); // prettier-ignore
    expect(store().placesAfter?.(position)).toEqual([]);
    expect(store().placesAfter?.(before).at(-1)).toMatchObject({ position });
  });

  it('have places that come page by page', async () => {
    if (!store().placesAfter) return;
    const [stream, before, events] = [newStream(), await store().head(), 1_001];
    await store().append(stream, 'any', newEvents(events));
    const page = store().placesAfter?.(before) ?? [];
    const rest = store().placesAfter?.(page.at(-1)?.position ?? before) ?? [];
    expect([...page, ...rest].map(({ revision }) => revision)).toEqual(
      Array.from({ length: events }, (_, i) => i),
    );
  });

  it.each([{ after: -1 }, { after: 1.5 }, { limit: -3 }])('refuse the page %j', async (page) => {
    await expect(store().readAll(page)).rejects.toThrow(RangeError);
  });
}

function fidelityContract(store: Store): void {
  it('comes back whole', async () => {
    const [stream, event] = [newStream(), newEvent()];
    const { position } = await store().append(stream, 'any', [event]);
    const [recorded] = await store().readStream(stream);
    expect(recorded).toEqual({
      ...event,
      stream,
      revision: 0,
      position,
      recordedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as unknown,
    });
  });

  it.each([
    ['accents and scripts', '{"name":"Peña – Ñandú – 東京 – العربية"}'],
    ['astral characters', '{"clef":"𝄞","family":"👩‍👩‍👧‍👦","𝔘":"𐍈"}'],
    ['line separators', '{"a":"\u2028","b":"\u2029","c":"\u0085"}'],
    ['composed and decomposed', '{"é":"e\u0301"}'],
    ['byte order mark and non-characters', '{"a":"\ufeff\uffff\u{10ffff}"}'],
    ['escapes as given', String.raw`{"a":"\u0000\ud83d\ude00\ud800\/\n"}`],
    ['the order of keys, also those like numbers', '{"b":1,"a":2,"10":3,"9":4,"-1":5,"__proto__":{"x":1}}'],
    ['numbers as written', '{"a":1.0,"b":1e3,"c":-0,"d":12345678901234567890,"e":0.10}'],
    ['spaces and repeated keys', ' {\t"a" : 1 ,\r\n "a" : 2 } '],
    ['what is no object', '"text"'],
  ])('keeps every byte: %s', async (_, json) => {
    const stream = newStream();
    await store().append(stream, 'any', [newEvent({ data: json, metadata: json, type: 'Señal' })]);
    const [recorded] = await store().readStream(stream);
    expect(recorded).toMatchObject({ data: json, metadata: json, type: 'Señal' });
  });

  it('keeps names of streams as given', async () => {
    const name = `Caf_1-ÉCOLE.de-Ñ/${newStream()}#𝄞`;
    await store().append(name, 'noStream', newEvents(1));
    expect(await store().readStream(name)).toMatchObject([{ stream: name }]);
  });

  it('is what was given, not the object that was given', async () => {
    const [stream, event] = [newStream(), { ...newEvent() }];
    const append = store().append(stream, 'any', [event]);
    const given = { ...event };
    event.data = '{"changed":true}';
    await append;
    expect((await store().readStream(stream)).map(asGiven)).toEqual([given]);
  });
}
