import { CannotCopy, copyEvents, start } from '#event-store';
import type { Copied, CopyOptions, EventStore, RecordedEvent } from '#event-store';
import { decodePublicEntry } from './decode-entry.ts';
import { ledgerNote, numberOf } from './entries.ts';
import { publicRecordStream } from './entry.ts';

/** Entries that are appended together, and characters of them: well below what every store takes. */
const most = { entries: 100, characters: 256 * 1024 };

/** Entries go together up to a size; signatures go alone. */
function sized(): CopyOptions['together'] {
  let [entries, characters] = [1, 0];
  return (before, { stream, data }) => {
    if (before.stream !== stream || stream !== publicRecordStream) return false;
    const fits = entries < most.entries && characters + data.length < most.characters;
    [entries, characters] = fits ? [entries + 1, characters + data.length] : [1, data.length];
    return fits;
  };
}

async function* eventsOf(ledger: EventStore): AsyncGenerator<RecordedEvent> {
  for (let after = start; ;) {
    const page = await ledger.readAll({ after });
    yield* page;
    if (page.length === 0) return;
    after = page.at(-1)?.position ?? after;
  }
}

/** Notes beside the entries, in their order, where the events of which they tell are in another store. */
function notesFor(ledger: EventStore): (entry: RecordedEvent) => Promise<string> {
  const events = eventsOf(ledger);
  let known = 0;
  return async ({ stream, revision, data, metadata }) => {
    if (stream !== publicRecordStream) return metadata;
    const number = numberOf(revision);
    let event: RecordedEvent | undefined;
    while (known < number) {
      event = (await events.next()).value as RecordedEvent | undefined;
      if (!event)
        throw new CannotCopy(`the ledger has ${known} events and more of them are public: copy again`);
      known++;
    }
    const entry = decodePublicEntry(data);
    if (!event || (entry.kind === 'event' && entry.eventId !== event.id))
      throw new CannotCopy(`entry ${revision} of the public record is not of the ledger's event ${number}`);
    return ledgerNote(event.position, number);
  };
}

/**
 * Copies a public record with its signatures as it stands, beside a copy of its ledger: what was hashed and signed
 * keeps its bytes.
 *
 * @param ledger the copy of the ledger in the target's place
 * @throws CannotCopy, and what the stores throw
 */
export const copyRecord = (
  from: EventStore,
  to: EventStore,
  ledger: EventStore,
  onProgress?: CopyOptions['onProgress'],
): Promise<Copied> =>
  copyEvents(from, to, { together: sized(), noted: notesFor(ledger), ...(onProgress && { onProgress }) });
