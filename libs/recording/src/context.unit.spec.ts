import { describe, expect, it } from '@jest/globals';
import { occurredAt } from './context.ts';
import type { WriteContext } from './context.ts';
import { encode, maxEventBytes } from './encode.ts';

const now = new Date('2026-11-22T12:00:00Z');
const context = (more: Partial<WriteContext>): WriteContext => ({
  recordedBy: { actorId: 'a', role: 'secretary' },
  mode: 'live',
  commandId: '019aab00-0000-8000-8000-000000000000',
  correlationId: 'c',
  visibility: 'public',
  ...more,
});
const read = (more: Partial<WriteContext>) => occurredAt(context(more), 'America/Los_Angeles', now);

describe('occurredAt', () => {
  it('is now for a live command that does not say', () => {
    expect(read({})).toMatchObject({ precision: 'instant', earliest: now.toISOString() });
  });

  it('must be said of what did not just happen', () => {
    expect(() => read({ mode: 'minutes' })).toThrow('OCCURRED_AT_REQUIRED');
    expect(read({ mode: 'historical_import', occurredAt: 'unknown' })).toMatchObject({
      precision: 'unknown',
    });
  });

  it('keeps the precision and reads dates in the zone of the body', () => {
    expect(read({ occurredAt: '2019-06-13' })).toMatchObject({
      precision: 'day',
      earliest: '2019-06-13T07:00:00.000Z',
    });
  });

  it('lies before its recording, however little is known of it', () => {
    const latest = (literal: string) => read({ mode: 'minutes', occurredAt: literal }).latest;
    expect(latest('unknown')).toBe(now.toISOString());
    expect(latest('2026')).toBe(now.toISOString());
    expect(latest('2025')).toBe('2026-01-01T07:59:59.999Z');
    expect(latest('2026-11-22T12:04:00Z')).toBe('2026-11-22T12:04:00.000Z');
  });

  it('refuses what it cannot read and what has not happened', () => {
    expect(() => read({ occurredAt: 'last week' })).toThrow('OCCURRED_AT_INVALID');
    expect(() => read({ occurredAt: '2027' })).toThrow('OCCURRED_IN_FUTURE');
    expect(read({ occurredAt: '2026' })).toMatchObject({ precision: 'year' });
    expect(read({ occurredAt: '2026-11-22T12:04:00Z' })).toMatchObject({ precision: 'instant' });
  });
});

describe('encode', () => {
  const registered = (name: string) => [{ type: 'OrganizationRegistered', name } as const];
  const at = read({});

  it('salts what is not public, and nothing else', () => {
    const metadataOf = (visibility: WriteContext['visibility']): unknown =>
      JSON.parse(encode(registered('x'), context({ visibility }), at, [])[0]?.metadata ?? '');
    expect(metadataOf('sealed')).toMatchObject({ salt: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown });
    expect(metadataOf('public')).not.toHaveProperty('salt');
  });

  it('refuses an event that does not fit into an entry of the public record', () => {
    expect(() => encode(registered('é'.repeat(maxEventBytes / 2)), context({}), at, [])).toThrow(
      'EVENT_TOO_LARGE',
    );
  });
});
