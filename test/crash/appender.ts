import { randomUUID } from 'node:crypto';
import { openLedgerStore } from '#engines';
import { engineOf } from '#engines/testing';

/**
 * Appends to the store of the folder that it is given until it is killed, on several streams at once, and writes a
 * line of JSON for every append that was answered: stream, first revision and event ids.
 */
const [folder = '', file = ''] = process.argv.slice(2);
const store = await openLedgerStore({ ...engineOf(folder), file });
const streams = 24;
const filler = 'A motion to recommend the school as proposed. '.repeat(6);

/** One to five events that say which append they belong to. */
function newAppend() {
  const [append, of] = [randomUUID(), 1 + Math.floor(Math.random() * 5)];
  return Array.from({ length: of }, (_, index) => ({
    id: randomUUID(),
    type: 'ThingNoted',
    data: JSON.stringify({ append, index, of, filler }),
    metadata: '{}',
  }));
}

async function appendOnAndOn(stream: string): Promise<never> {
  for (;;) {
    const events = newAppend();
    const { firstRevision } = await store.append(stream, 'any', events);
    process.stdout.write(`${JSON.stringify([stream, firstRevision, events.map(({ id }) => id)])}\n`);
  }
}

// Two appenders to a stream, so that appends of one stream share transactions too.
await Promise.all(Array.from({ length: 2 * streams }, (_, i) => appendOnAndOn(`crash-${i % streams}`)));
