import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MemoryBlobStore } from '#blobs';
import { atInstant, visibilities } from '#governance';
import type { meeting, Visibility } from '#governance';
import { MemoryEventStore } from '#event-store';
import type { EventStore } from '#event-store';
import { publicRecordStream } from './entry.ts';
import { Publisher } from './publisher.ts';
import { allEntries, whenPublished } from './testing/index.ts';

type Posted = Pick<meeting.AgendaPosted, 'sha256'>;

/** An agenda is posted, with the hash of its document. */
async function post(ledger: EventStore, data: Posted, visibility: Visibility, category = 'meeting') {
  const metadata = {
    schemaVersion: 1,
    occurredAt: atInstant('2026-09-01T17:00:00Z'),
    recordedBy: { actorId: 'desk', role: 'secretary' },
    recordingMode: 'live',
    commandId: 'c',
    $correlationId: 'c',
    visibility,
    salt: randomBytes(32).toString('hex'),
  };
  await ledger.append(`${category}-1`, 'any', [
    {
      id: randomUUID(),
      type: 'AgendaPosted',
      data: JSON.stringify(data),
      metadata: JSON.stringify(metadata),
    },
  ]);
}

async function publish(ledger: EventStore, publicStore: EventStore, blobs: Blobs): Promise<void> {
  const stop = new AbortController();
  const running = new Publisher({ ledger, publicStore, blobs }).run(stop.signal);
  await Promise.race([whenPublished(publicStore, await ledger.head()), running]);
  stop.abort();
  await running;
}

type Blobs = Readonly<{ ledger: MemoryBlobStore; public: MemoryBlobStore }>;
const noBlobs = (): Blobs => ({ ledger: new MemoryBlobStore(), public: new MemoryBlobStore() });

describe('blobs of the public record', () => {
  it('are those to which a public event refers, and no others', async () => {
    const anyPosting = fc.record({
      blob: fc.nat(5),
      visibility: fc.constantFrom(...visibilities),
      category: fc.constantFrom('meeting', 'access', 'unheard_of'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(anyPosting, { maxLength: 20 }), async (postings) => {
        const [ledger, publicStore, blobs] = [new MemoryEventStore(), new MemoryEventStore(), noBlobs()];
        const names = await Promise.all(
          [0, 1, 2, 3, 4, 5].map((i) => blobs.ledger.put(Buffer.from(`text ${i}`), 'text/plain')),
        );
        const shown = new Set<string>();
        for (const { blob, visibility, category } of postings) {
          const sha256 = names[blob] ?? '';
          await post(ledger, { sha256 }, visibility, category);
          if (visibility === 'public' && category === 'meeting') shown.add(sha256);
        }
        await publish(ledger, publicStore, blobs);
        const there = await Promise.all(names.map((name) => blobs.public.has(name)));
        expect(there).toEqual(names.map((name) => shown.has(name)));
      }),
    );
  });

  it('are there before the entry that refers to them', async () => {
    const [ledger, publicStore, blobs] = [new MemoryEventStore(), new MemoryEventStore(), noBlobs()];
    const sha256 = await blobs.ledger.put(Buffer.from('agenda'), 'text/plain');
    await post(ledger, { sha256 }, 'public');
    const stop = new AbortController();
    const seen: boolean[] = [];
    const watched: EventStore = {
      append: async (...args) => {
        seen.push(await blobs.public.has(sha256));
        stop.abort();
        return publicStore.append(...args);
      },
      readStream: (...args) => publicStore.readStream(...args),
      readAll: (...args) => publicStore.readAll(...args),
      subscribe: (...args) => publicStore.subscribe(...args),
      head: () => publicStore.head(),
      close: () => publicStore.close(),
    };
    await new Publisher({ ledger, publicStore: watched, blobs }).run(stop.signal);
    expect(seen).toEqual([true]);
    expect((await publicStore.readStream(publicRecordStream)).length).toBe(1);
  });

  it('that are not held, or no more, keep nothing from being published', async () => {
    const [ledger, publicStore, blobs] = [new MemoryEventStore(), new MemoryEventStore(), noBlobs()];
    const erased = await blobs.ledger.put(Buffer.from('erased'), 'text/plain');
    await blobs.ledger.delete(erased);
    await post(ledger, { sha256: erased }, 'public');
    await post(ledger, { sha256: 'not a hash' }, 'public');
    await publish(ledger, publicStore, blobs);
    expect(await allEntries(publicStore)).toHaveLength(2);
    expect(await blobs.public.has(erased)).toBe(false);
  });

  it('keep their media type', async () => {
    const [ledger, publicStore, blobs] = [new MemoryEventStore(), new MemoryEventStore(), noBlobs()];
    const sha256 = await blobs.ledger.put(Buffer.from('%PDF'), 'application/pdf');
    await post(ledger, { sha256 }, 'public');
    await publish(ledger, publicStore, blobs);
    expect(await blobs.public.get(sha256)).toEqual(await blobs.ledger.get(sha256));
  });
});
