import {
  FORWARDS,
  KurrentDBClient,
  NO_STREAM,
  START,
  jsonEvent,
  streamNameFilter,
} from '@kurrent/kurrentdb-client';
import type { Position as ServerPosition } from '@kurrent/kurrentdb-client';
import type { NewEvent, Position } from '#event-store';
import { KurrentEventStore } from '#event-store-kurrentdb';
import { uuidV7 } from '#recording';
import { alternate, perSecond, rate } from './measure.ts';
import type { Measured } from './measure.ts';

const { KURRENTDB_URL: connectionString } = process.env;

/** Appends at the same time, each on a stream of its own. */
const inFlight = 64;
const eventsPerRound = 30 * inFlight;
const rounds = 9;
const catchUpRounds = 7;

/** About 256 bytes. */
const newEvent = (): NewEvent => ({
  id: uuidV7(),
  type: 'BallotRecorded',
  data: JSON.stringify({ seatId: 'seat-7', option: 'yes', text: 'A motion to recommend.' }),
  metadata: JSON.stringify({ schemaVersion: 1, commandId: uuidV7(), $correlationId: uuidV7() }),
});

/** Fills streams at exact revisions, in so many at a time. */
async function fill(append: (stream: string, revision: number, event: NewEvent) => Promise<unknown>) {
  const perStream = eventsPerRound / inFlight;
  const fillOne = async () => {
    const stream = `bench-${uuidV7()}`;
    for (let revision = -1; revision < perStream - 1; revision++) await append(stream, revision, newEvent());
  };
  await Promise.all(Array.from({ length: inFlight }, fillOne));
}

const fillStore = (store: KurrentEventStore) =>
  rate(eventsPerRound, () =>
    fill((stream, revision, event) => store.append(stream, revision < 0 ? 'noStream' : revision, [event])),
  );

const fillBare = (client: KurrentDBClient) =>
  rate(eventsPerRound, () =>
    fill((stream, revision, { id, type, data, metadata }) => {
      const event = jsonEvent({
        id,
        type,
        data: JSON.parse(data) as Record<string, unknown>,
        metadata: JSON.parse(metadata) as Record<string, unknown>,
      });
      return client.appendToStream(stream, event, {
        streamState: revision < 0 ? NO_STREAM : BigInt(revision),
      });
    }),
  );

async function catchUp(store: KurrentEventStore, after: Position, events: number): Promise<number> {
  return rate(events, async () => {
    let seen = 0;
    for await (const batch of store.subscribe({ after, signal: new AbortController().signal }))
      if ((seen += batch.length) >= events) break;
  });
}

const filter = () => streamNameFilter({ regex: '^[A-Za-z][A-Za-z0-9_]*-' });

async function catchUpBare(client: KurrentDBClient, from: ServerPosition, events: number): Promise<number> {
  return rate(events, async () => {
    let seen = 0;
    const subscription = client.subscribeToAll({ fromPosition: from, filter: filter() });
    for await (const _ of subscription) if (++seen >= events) break;
    await subscription.unsubscribe().catch(() => undefined);
  });
}

/** Where the events of the benchmark begin, as the store and as the bare client say it. */
async function beginning(store: KurrentEventStore, client: KurrentDBClient) {
  const after = await store.head();
  await store.append(`bench-${uuidV7()}`, 'noStream', [newEvent()]);
  const [first] = await store.readAll({ after, limit: 1 });
  let from: ServerPosition | typeof START = START;
  if (first)
    for await (const { event } of client.readStream(first.stream, { direction: FORWARDS, maxCount: 1 }))
      if (event?.position) from = event.position;
  return { after: first?.position ?? after, from: from as ServerPosition };
}

/** The store against the same client used bare, on the server at KURRENTDB_URL. */
export async function kurrentdbBench(): Promise<readonly Measured[]> {
  if (!connectionString) {
    console.log('SKIPPED  kurrentdb: set KURRENTDB_URL to a server');
    return [];
  }
  const store = await KurrentEventStore.open({ connectionString });
  const client = KurrentDBClient.connectionString(connectionString);
  try {
    const { after, from } = await beginning(store, client);
    await fillStore(store);
    await fillBare(client);
    const appends = await alternate(
      rounds,
      () => fillStore(store),
      () => fillBare(client),
    );
    const events = eventsPerRound * 2 * (rounds + 1);
    const catchUps = await alternate(
      catchUpRounds,
      () => catchUp(store, after, events),
      () => catchUpBare(client, from, events),
    );
    return [
      {
        name: 'kurrentdb: appends',
        ratio: appends.ratio,
        target: 0.8,
        detail: `${perSecond(appends.ours)} with ${inFlight} in flight, bare client ${perSecond(appends.bare)}`,
      },
      {
        name: 'kurrentdb: catch-up',
        ratio: catchUps.ratio,
        target: 0.7,
        detail: `${perSecond(catchUps.ours)} of ${events} events, bare subscription ${perSecond(catchUps.bare)}`,
      },
    ];
  } finally {
    await store.close();
    await client.dispose();
  }
}

if (import.meta.main) console.log(await kurrentdbBench());
