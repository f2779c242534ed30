import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { SqliteEventStore } from '#event-store-sqlite';
import { readEverything } from '#event-store/testing';
import { decode } from '#governance';
import type { Recorded } from '#governance';
import { startLedgerProcess } from '../support/ledger-process.ts';
import { temporaryFolder } from '../support/product.ts';
import { shell } from '../support/shell.ts';

jest.setTimeout(180_000);

const entries = 4;
/** Arrivals and departures in an entry: enough to be interrupted anywhere. */
const comings = 30;
/** No round takes longer to be killed. Milliseconds. */
const longest = 400;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let data: string;
let key: string;
beforeAll(async () => {
  folder = await temporaryFolder();
  data = join(folder.path, 'data');
  await (await startLedgerProcess(data)).stop();
  const { output } = await shell('npm run -s minutebook -- keys create --role admin', {
    MINUTEBOOK_DATA: data,
  });
  key = /mbk_\S+/.exec(output)?.[0] ?? '';
});
afterAll(() => folder.remove());

type Body = Readonly<Record<string, unknown>>;

const send = (url: string, path: string, body: Body, headers: Readonly<Record<string, string>> = {}) =>
  fetch(`${url}/v1/${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

async function record(url: string, path: string, body: Body): Promise<void> {
  const answer = await send(url, path, { occurredAt: '2026-01', recordingMode: 'minutes', ...body });
  if (answer.status !== 201) throw new Error(`${path}: ${await answer.text()}`);
}

async function establish(url: string): Promise<void> {
  const at = 'bodies/garden';
  await record(url, `${at}/establish-body`, { name: 'Garden', classification: 'committee', timeZone: 'UTC' });
  await record(url, `${at}/define-constituency`, { constituencyId: 'staff', name: 'Staff' });
  const seat = {
    seatId: 'staff-1',
    label: 'Staff 1',
    constituencyId: 'staff',
    nominatorIds: [],
    votingRight: 'full',
  };
  await record(url, `${at}/open-seat`, seat);
  const seating = {
    seatId: 'staff-1',
    seatingId: 's1',
    holder: { kind: 'person', id: 'p1' },
    startsAt: '2026-01',
  };
  await record(url, `${at}/fill-seat`, seating);
}

const at = (day: number, minute: number): string =>
  new Date(Date.UTC(2026, 8, day + 1, 17, minute)).toISOString();

/** A member comes and goes: every line of it may stand in the record once, and in this order. */
const linesOf = (day: number): readonly Body[] => [
  {
    operation: 'scheduleMeeting',
    body: {
      bodyId: 'garden',
      meetingType: 'regular',
      startsAt: at(day, 0),
      places: [],
      occurredAt: at(day, 0),
    },
  },
  {
    operation: 'callToOrder',
    body: { presiding: { kind: 'seat', id: 'staff-1' }, occurredAt: at(day, 1) },
  },
  ...Array.from({ length: comings }, (_, i) => ({
    operation: i % 2 === 0 ? 'recordArrival' : 'recordDeparture',
    body: {
      seatId: 'staff-1',
      ...(i % 2 === 0 && { by: 'member', mode: 'in_person' }),
      occurredAt: at(day, 2 + i),
    },
  })),
];

const enter = (url: string, day: number): Promise<Response> =>
  send(
    url,
    `meetings/meeting-${day}/record-meeting`,
    { bodyId: 'garden', lines: linesOf(day) },
    {
      'idempotency-key': `entry-${day}`,
    },
  );

/** Starts the ledger, gives it something to do, and kills it at some moment; what was answered, if anything. */
async function killedWhile(work: (url: string) => Promise<unknown>): Promise<void> {
  const ledger = await startLedgerProcess(data);
  const working = work(ledger.url).catch(() => undefined);
  await Promise.race([working, new Promise((resolve) => setTimeout(resolve, Math.random() * longest))]);
  await ledger.kill();
}

const streamsOf = (events: readonly Recorded[], prefix: string): readonly string[] =>
  [...new Set(events.map(({ stream }) => stream))].filter((stream) => stream.startsWith(prefix));

describe('a meeting that is being recorded when the ledger is killed', () => {
  it('is recorded whole by the next start, each line once, and in order', async () => {
    const first = await startLedgerProcess(data);
    await establish(first.url);
    await first.stop();
    for (let day = 0; day < entries; day++) await killedWhile((url) => enter(url, day));
    await killedWhile(() => new Promise(() => undefined));

    const last = await startLedgerProcess(data);
    // The client sends again what was not answered: an entry that was accepted answers its first outcome.
    for (let day = 0; day < entries; day++) expect((await enter(last.url, day)).status).toBe(201);
    await last.stop();

    const store = await SqliteEventStore.open({
      file: join(data, 'ledger', 'events.sqlite'),
      readOnly: true,
    });
    const events = (await readEverything(store, 0)).map(decode);
    await store.close();
    expect(streamsOf(events, 'meeting-')).toHaveLength(entries);
    expect(streamsOf(events, 'meeting_entry-')).toHaveLength(entries);
    for (const stream of streamsOf(events, 'meeting-')) {
      const types = events.filter((one) => one.stream === stream).map(({ event }) => event.type);
      const coming = Array.from({ length: comings }, (_, i) =>
        i % 2 === 0 ? 'MemberArrived' : 'MemberDeparted',
      );
      expect(types).toEqual(['MeetingScheduled', 'MeetingCalledToOrder', ...coming]);
    }
    for (const stream of streamsOf(events, 'meeting_entry-')) {
      const types = events.filter((one) => one.stream === stream).map(({ event }) => event.type);
      expect(types).toEqual(['MeetingEntryAccepted', 'MeetingEntryCompleted']);
    }
  });
});
