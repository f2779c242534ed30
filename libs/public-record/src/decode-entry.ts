import type { DomainEvent, Envelope, Recorded, Visibility } from '#governance';
import type { EventEntry, PublicEntry } from './entry.ts';

/** The entry is of a version that this program does not know. */
export class UnknownEntryVersion extends Error {
  constructor(version: unknown) {
    super(`public record entry of version ${JSON.stringify(version)}; this program knows 1: update it`);
    this.name = 'UnknownEntryVersion';
  }
}

/** Reads an entry of the public record. @throws UnknownEntryVersion */
export function decodePublicEntry(text: string): PublicEntry {
  const entry = JSON.parse(text) as PublicEntry;
  if ((entry.v as unknown) !== 1) throw new UnknownEntryVersion(entry.v);
  return entry;
}

function envelopeOf(entry: EventEntry): Envelope {
  const { causationId, findings, sources, lang, illustration } = entry;
  return {
    schemaVersion: entry.schemaVersion,
    occurredAt: entry.occurredAt,
    recordedBy: entry.recordedBy,
    recordingMode: entry.recordingMode,
    ...(entry.rules !== undefined && { rules: entry.rules }),
    commandId: entry.commandId,
    $correlationId: entry.correlationId,
    ...(causationId !== undefined && { $causationId: causationId }),
    visibility: entry.visibility as Visibility,
    ...(illustration && { illustration }),
    ...(lang !== undefined && { lang }),
    ...(sources !== undefined && { sources }),
    ...(findings !== undefined && { findings }),
  };
}

/** The event of an entry as projections get it. `position` is where the reader's own record has it. */
export function recordedOf(entry: EventEntry, position: number): Recorded {
  const hyphen = entry.stream.indexOf('-');
  return {
    eventId: entry.eventId,
    stream: entry.stream,
    category: entry.stream.slice(0, hyphen),
    streamId: entry.stream.slice(hyphen + 1),
    revision: entry.revision,
    position,
    recordedAt: entry.recordedAt,
    event: { type: entry.type, ...entry.data } as DomainEvent,
    envelope: envelopeOf(entry),
  };
}
