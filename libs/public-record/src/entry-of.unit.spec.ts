import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { atInstant } from '#governance';
import type { Envelope, Recorded, Visibility } from '#governance';
import { canonicalJson } from './canonical-json.ts';
import { openCommitment } from './commitment.ts';
import { decodePublicEntry, recordedOf, UnknownEntryVersion } from './decode-entry.ts';
import { encodeEntry } from './encode-entry.ts';
import { entryOf, eventEntry } from './entry-of.ts';
import type { CommitmentEntry } from './entry.ts';

const salt = 'ab'.repeat(32);

const envelope = (visibility: Visibility): Envelope => ({
  schemaVersion: 1,
  occurredAt: atInstant('2026-01-14T18:30:00Z'),
  recordedBy: { actorId: 'a-1', role: 'secretary' },
  recordingMode: 'live',
  commandId: 'c-1',
  commandDigest: 'of the request',
  $correlationId: 'r-1',
  $causationId: 'e-0',
  visibility,
  ...(visibility !== 'public' && { salt }),
  illustration: true,
  lang: 'en',
  sources: [{ sourceId: 's', locator: 'l', confidence: 'stated' }],
  findings: [{ code: 'NOTICE_TOO_SHORT', severity: 'warning', inputs: { hours: 70 } }],
});

const seconded = (visibility: Visibility, category = 'motion'): Recorded => ({
  eventId: '018f0000-0000-8000-8000-000000000001',
  stream: `${category}-m-1`,
  category,
  streamId: 'm-1',
  revision: 4,
  position: 17,
  recordedAt: '2026-01-14T18:31:00.000Z',
  event: { type: 'MotionSeconded', seatId: 'district-1', constituencyId: 'district' },
  envelope: envelope(visibility),
});

describe('a public event', () => {
  it('is published whole', () => {
    expect(entryOf(seconded('public'))).toEqual({
      v: 1,
      kind: 'event',
      position: 17,
      eventId: '018f0000-0000-8000-8000-000000000001',
      stream: 'motion-m-1',
      revision: 4,
      type: 'MotionSeconded',
      schemaVersion: 1,
      occurredAt: atInstant('2026-01-14T18:30:00Z'),
      recordedAt: '2026-01-14T18:31:00.000Z',
      recordedBy: { actorId: 'a-1', role: 'secretary' },
      recordingMode: 'live',
      visibility: 'public',
      data: { seatId: 'district-1', constituencyId: 'district' },
      commandId: 'c-1',
      correlationId: 'r-1',
      causationId: 'e-0',
      findings: [{ code: 'NOTICE_TOO_SHORT', severity: 'warning', inputs: { hours: 70 } }],
      sources: [{ sourceId: 's', locator: 'l', confidence: 'stated' }],
      lang: 'en',
      illustration: true,
    });
  });

  it('comes back from its bytes as it was recorded, at the place of the entry', () => {
    const { data } = encodeEntry(entryOf(seconded('public')));
    const entry = decodePublicEntry(data);
    if (entry.kind !== 'event') throw new Error('a public event was sealed');
    const { commandDigest: _kept, ...published } = envelope('public');
    expect(recordedOf(entry, 3)).toEqual({ ...seconded('public'), position: 3, envelope: published });
  });
});

describe('an event of another visibility', () => {
  const entry = entryOf(seconded('closed_session')) as CommitmentEntry;

  it('is published as a commitment that says neither stream nor type nor when it happened', () => {
    const canonical = canonicalJson(eventEntry(seconded('closed_session')));
    expect(entry).toEqual({
      v: 1,
      kind: 'commitment',
      position: 17,
      recordedAt: '2026-01-14T18:31:00.000Z',
      streamClass: 'motion',
      typeClass: 'proceedings',
      commitment: createHash('sha256').update(Buffer.from(salt, 'hex')).update(canonical).digest('hex'),
    });
  });

  it('is opened by the event and its salt, and by nothing else', () => {
    const event = eventEntry(seconded('closed_session'));
    expect(openCommitment(entry, event, salt)).toBe(true);
    expect(openCommitment(entry, event, 'cd'.repeat(32))).toBe(false);
    expect(openCommitment(entry, { ...event, data: { seatId: 'district-2' } }, salt)).toBe(false);
    expect(openCommitment(entry, { ...event, visibility: 'public' }, salt)).toBe(false);
  });

  it('stays hidden when it has no salt', () => {
    const { salt: _none, ...unsalted } = envelope('sealed');
    const recorded = { ...seconded('sealed'), envelope: unsalted };
    const [one, other] = [entryOf(recorded), entryOf(recorded)] as CommitmentEntry[];
    expect(one?.kind).toBe('commitment');
    expect(one?.commitment).not.toBe(other?.commitment);
    expect(openCommitment(one ?? entry, eventEntry(recorded), '')).toBe(false);
  });
});

describe('what may be public', () => {
  it.each([
    ['access', 'administration', 'access'],
    ['person', 'other', 'other'],
  ])('an event of category %s is sealed whatever its envelope says', (category, typeClass, streamClass) => {
    expect(entryOf(seconded('public', category))).toMatchObject({
      kind: 'commitment',
      typeClass,
      streamClass,
    });
  });
});

describe('an entry of a later version', () => {
  it('is refused with a word on what to do', () => {
    expect(() => decodePublicEntry('{"v":2}')).toThrow(UnknownEntryVersion);
    expect(() => decodePublicEntry('{"v":2}')).toThrow(/update/);
  });
});
