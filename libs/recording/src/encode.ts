import { randomBytes } from 'node:crypto';
import { eventData } from '#governance';
import type { DomainEvent, Envelope, Finding, When } from '#governance';
import type { NewEvent } from '#event-store';
import { Rejected } from './errors.ts';
import { eventIdFor } from './ids.ts';
import { rulesId } from './rules-id.ts';
import type { WriteContext } from './context.ts';

/**
 * Bytes of one event, UTF-8. An entry of the public record holds at most 65 535 bytes (C2SP tlog-tiles), and
 * the event stands in it whole, with its stream, position and times.
 */
export const maxEventBytes = 60_000;

/** The metadata that all events of a command share. */
export function envelopeOf(context: WriteContext, at: When, findings: readonly Finding[]): Envelope {
  const { commandDigest, causationId, illustration, lang, sources } = context;
  return {
    schemaVersion: 1,
    occurredAt: at,
    recordedBy: context.recordedBy,
    recordingMode: context.mode,
    rules: rulesId,
    commandId: context.commandId,
    ...(commandDigest !== undefined && { commandDigest }),
    $correlationId: context.correlationId,
    ...(causationId !== undefined && { $causationId: causationId }),
    visibility: context.visibility,
    ...(context.visibility !== 'public' && { salt: randomBytes(32).toString('hex') }),
    ...(illustration && { illustration }),
    ...(lang !== undefined && { lang }),
    ...(sources?.length && { sources }),
    ...(findings.length > 0 && { findings }),
  };
}

/**
 * The events as a store takes them. Findings stand on the first: they belong to the command.
 *
 * @throws Rejected `EVENT_TOO_LARGE`
 */
export function encode(
  events: readonly DomainEvent[],
  context: WriteContext,
  at: When,
  findings: readonly Finding[],
): readonly NewEvent[] {
  return events.map((event, index) => {
    const data = JSON.stringify(eventData(event));
    const metadata = JSON.stringify(envelopeOf(context, at, index === 0 ? findings : []));
    const bytes = Buffer.byteLength(data) + Buffer.byteLength(metadata);
    if (bytes > maxEventBytes)
      throw new Rejected('EVENT_TOO_LARGE', { type: event.type, bytes, limit: maxEventBytes });
    return { id: eventIdFor(context.commandId, index), type: event.type, data, metadata };
  });
}
