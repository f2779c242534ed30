import { randomBytes } from 'node:crypto';
import { eventData } from '#governance';
import type { Recorded } from '#governance';
import { canonicalJson } from './canonical-json.ts';
import { commitmentTo } from './commitment.ts';
import type { EventEntry, PublicEntry } from './entry.ts';
import { classesOf, isPublic } from './visibility.ts';

/** An event whole, as it is published if it is public, and hashed if it is not. */
export function eventEntry(recorded: Recorded): EventEntry {
  const { eventId, stream, revision, position, recordedAt, event, envelope } = recorded;
  const { $causationId: causationId, findings, sources, lang, illustration } = envelope;
  return {
    v: 1,
    kind: 'event',
    position,
    eventId,
    stream,
    revision,
    type: event.type,
    schemaVersion: envelope.schemaVersion,
    occurredAt: envelope.occurredAt,
    recordedAt,
    recordedBy: envelope.recordedBy,
    recordingMode: envelope.recordingMode,
    ...(envelope.rules !== undefined && { rules: envelope.rules }),
    visibility: envelope.visibility,
    data: eventData(event),
    commandId: envelope.commandId,
    correlationId: envelope.$correlationId,
    ...(causationId !== undefined && { causationId }),
    ...(findings !== undefined && { findings }),
    ...(sources !== undefined && { sources }),
    ...(lang !== undefined && { lang }),
    ...(illustration !== undefined && { illustration }),
  };
}

/**
 * What the public record says of an event.
 *
 * An event without a salt that may not be public (nothing that Minutebook records) gets one that nobody
 * keeps: it stays hidden, at the price that its commitment can never be opened.
 */
export function entryOf(recorded: Recorded): PublicEntry {
  const entry = eventEntry(recorded);
  if (isPublic(recorded)) return entry;
  const salt = recorded.envelope.salt ?? randomBytes(32).toString('hex');
  const { position, recordedAt } = recorded;
  const commitment = commitmentTo(canonicalJson(entry), salt);
  return { v: 1, kind: 'commitment', position, recordedAt, ...classesOf(recorded), commitment };
}
