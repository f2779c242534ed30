import { describe, expect, it } from '@jest/globals';
import { commandIdFor, eventIdFor, uuidV7 } from './ids.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[78][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('ids', () => {
  it('are UUIDs', () => {
    const commandId = commandIdFor('actor-1', 'any text');
    expect([uuidV7(), commandId, eventIdFor(commandId, 0)]).toEqual([
      expect.stringMatching(uuid),
      expect.stringMatching(uuid),
      expect.stringMatching(uuid),
    ]);
  });

  it('of a command are the same for the same actor and key, and for nobody else', () => {
    expect(commandIdFor('a', 'k')).toBe(commandIdFor('a', 'k'));
    expect(commandIdFor('a', 'k')).not.toBe(commandIdFor('b', 'k'));
    expect(commandIdFor('a', 'k')).not.toBe(commandIdFor('a', 'l'));
  });

  it('of a command and its events are for ever the ones that were first derived', () => {
    const key = '019AAB00-0000-7000-8000-0000000000ff';
    expect([commandIdFor('a', 'k'), commandIdFor('a', key), eventIdFor(commandIdFor('a', key), 1)]).toEqual([
      'a319f4b9-05e1-8269-9fda-54a7e8b3f81e',
      '019aab00-0000-859e-a5af-c915f3ce1bd9',
      '019aab00-0000-85e7-94c4-05f45eccfc36',
    ]);
  });

  it('of a command without a key are never the same', () => {
    expect(commandIdFor('a', undefined)).not.toBe(commandIdFor('a', undefined));
  });

  it('keep the time of a key that is a UUIDv7, so that an index on them stays ordered', () => {
    const key = uuidV7(Date.parse('2026-11-22T12:00:00Z'));
    const commandId = commandIdFor('a', key);
    expect(commandId.slice(0, 13)).toBe(key.slice(0, 13));
    expect(eventIdFor(commandId, 3).slice(0, 13)).toBe(key.slice(0, 13));
  });

  it('tell their time and are random in the rest', () => {
    expect(uuidV7(0x0198_0000_00ab)).toMatch(/^01980000-00ab-7[0-9a-f]{3}-[89ab]/);
    expect(new Set(Array.from({ length: 1000 }, () => uuidV7(1).slice(15))).size).toBe(1000);
  });

  it('grow with time', () => {
    expect(uuidV7(1_000_000) < uuidV7(1_000_001)).toBe(true);
  });

  it('of the events of one command differ', () => {
    const commandId = commandIdFor('a', 'k');
    const ids = Array.from({ length: 100 }, (_, index) => eventIdFor(commandId, index));
    expect(new Set(ids).size).toBe(100);
  });
});
