import type { EventStore } from '#event-store';
import { decodePublicEntry } from '../decode-entry.ts';
import { entriesAfter, readEntries } from '../entries.ts';
import type { PublicEntry } from '../entry.ts';
import { Publisher } from '../publisher.ts';
import type { LedgerEvent } from './ledger-events.ts';

export async function record(ledger: EventStore, events: readonly LedgerEvent[]): Promise<void> {
  for (const { stream, event } of events) await ledger.append(stream, 'any', [event]);
}

/** Resolves when the public record holds the ledger's event at this position. */
export async function whenPublished(publicStore: EventStore, position: number): Promise<void> {
  if (position === 0) return;
  for await (const entries of entriesAfter(publicStore, -1, { signal: new AbortController().signal }))
    if (entries.some(({ ledgerPosition }) => ledgerPosition >= position)) return;
}

/** Runs a publisher until everything in the ledger is public. */
export async function publishAll(ledger: EventStore, publicStore: EventStore): Promise<void> {
  const stop = new AbortController();
  const running = new Publisher({ ledger, publicStore }).run(stop.signal);
  await Promise.race([whenPublished(publicStore, await ledger.head()), running]);
  stop.abort();
  await running;
}

export async function allEntries(publicStore: EventStore): Promise<readonly PublicEntry[]> {
  const entries = await readEntries(publicStore, 0, 1_000_000);
  return entries.map(({ text }) => decodePublicEntry(text));
}
