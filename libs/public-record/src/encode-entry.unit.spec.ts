import { describe, expect, it } from '@jest/globals';
import { atInstant, decode } from '#governance';
import { maxEventBytes } from '#recording';
import { encodeEntry, EntryTooLarge } from './encode-entry.ts';
import { entryOf } from './entry-of.ts';
import { maxEntryBytes } from './entry.ts';

const metadata = JSON.stringify({
  schemaVersion: 1,
  occurredAt: atInstant('2026-01-14T18:30:00Z'),
  recordedBy: { actorId: 'a-1', role: 'secretary' },
  recordingMode: 'live',
  commandId: '018f0000-0000-8000-8000-000000000002',
  $correlationId: '018f0000-0000-8000-8000-000000000002',
  visibility: 'public',
});

const drafted = (bytes: number) =>
  decode({
    id: '018f0000-0000-8000-8000-000000000001',
    type: 'MotionDrafted',
    data: JSON.stringify({ text: 'é'.repeat((bytes - metadata.length - 11) / 2) }),
    metadata,
    stream: `motion-${'m'.repeat(193)}`,
    revision: 999_999_999,
    position: 999_999_999,
    recordedAt: '2026-01-14T18:31:00.000Z',
  });

describe('the size of an entry', () => {
  it('holds the largest event that can be recorded', () => {
    const { data } = encodeEntry(entryOf(drafted(maxEventBytes)));
    expect(Buffer.byteLength(data)).toBeGreaterThan(maxEventBytes);
    expect(Buffer.byteLength(data)).toBeLessThanOrEqual(maxEntryBytes);
  });

  it('is limited: a larger event is refused and named', () => {
    expect(() => encodeEntry(entryOf(drafted(maxEntryBytes)))).toThrow(EntryTooLarge);
    expect(() => encodeEntry(entryOf(drafted(maxEntryBytes)))).toThrow(/position 999999999/);
  });
});

describe("the id of an entry's event", () => {
  it('is the same whoever publishes it, begins with the time, and is not that of the ledger', () => {
    const recorded = drafted(1000);
    const { id } = encodeEntry(entryOf(recorded));
    expect(encodeEntry(entryOf(recorded)).id).toBe(id);
    expect(id).not.toBe(recorded.eventId);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(encodeEntry(entryOf({ ...recorded, eventId: 'another' })).id).not.toBe(id);
    expect(parseInt(id.slice(0, 13).replace('-', ''), 16)).toBe(Date.parse(recorded.recordedAt));
  });

  it('is not made from the id of an event that stays hidden, which could be guessed', () => {
    const closed = (salt: string) => {
      const recorded = drafted(1000);
      return encodeEntry(
        entryOf({ ...recorded, envelope: { ...recorded.envelope, visibility: 'sealed', salt } }),
      ).id;
    };
    expect(closed('ab'.repeat(32))).toBe(closed('ab'.repeat(32)));
    expect(closed('ab'.repeat(32))).not.toBe(closed('cd'.repeat(32)));
  });
});
