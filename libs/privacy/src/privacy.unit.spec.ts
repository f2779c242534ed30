import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  idTells,
  initialsOf,
  keyedDigest,
  nameDigest,
  namedIn,
  open,
  saltFor,
  seal,
  shownAs,
} from './index.ts';

const bytes32 = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes));
const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 });

describe('sealed data', () => {
  it('are opened with the key, and for the person, for whom they were sealed, and no others', () => {
    fc.assert(
      fc.property(bytes32, bytes32, text, (key, other, name) => {
        fc.pre(!key.equals(other));
        const data = seal(key, 'p-1', { name });
        expect(open(key, 'p-1', data)).toEqual({ name });
        expect(() => open(other, 'p-1', data)).toThrow();
        expect(() => open(key, 'p-2', data)).toThrow();
      }),
    );
  });
  it('are of one length for every name, and never twice the same', () => {
    const key = Buffer.alloc(32, 7);
    const [short, long] = [seal(key, 'p', { name: 'A B' }), seal(key, 'p', { name: 'x'.repeat(200) })];
    expect(short.sealed).toHaveLength(long.sealed.length);
    expect(seal(key, 'p', { name: 'A B' }).sealed).not.toBe(short.sealed);
  });
  it('are refused where a bit was changed', () => {
    const key = Buffer.alloc(32, 7);
    const { algorithm, sealed } = seal(key, 'p', { name: 'A B' });
    const bytes = Buffer.from(sealed, 'base64url');
    fc.assert(
      fc.property(fc.nat(bytes.length * 8 - 1), (bit) => {
        const changed = Buffer.from(bytes);
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(() => open(key, 'p', { algorithm, sealed: changed.toString('base64url') })).toThrow();
      }),
    );
  });
});

describe('public names', () => {
  it('have digests that depend on person, name and salt', () => {
    const salt = saltFor(Buffer.alloc(32, 1), 'command-1');
    const entry = { personId: 'p-1', name: 'A B', salt };
    // SHA-256(salt || '{"name":"A B","personId":"p-1"}'): the same bytes as any other program would hash.
    expect(nameDigest({ ...entry, salt: '00'.repeat(32) })).toBe(
      '9ce730d118f10fc1e8983b9ed23f7688488b829292d8a4514128828ff607c451',
    );
    const others = [
      { ...entry, personId: 'p-2' },
      { ...entry, name: 'A C' },
      { ...entry, salt: saltFor(Buffer.alloc(32, 1), 'command-2') },
      { ...entry, salt: saltFor(Buffer.alloc(32, 2), 'command-1') },
    ].map(nameDigest);
    expect(new Set([nameDigest(entry), ...others]).size).toBe(5);
  });
  it('are shown as the seat says', () => {
    expect(shownAs('María de la Cruz', 'full')).toBe('María de la Cruz');
    expect(shownAs('María de la Cruz', 'initials')).toBe('M. D. L. C.');
    expect(shownAs('María de la Cruz', 'seat_only')).toBeUndefined();
    expect(initialsOf(initialsOf('  élodie   Ng '))).toBe('É. N.');
  });
  it('digests of commands with names in them say nothing without the key', () => {
    expect(keyedDigest(Buffer.alloc(32, 1), 'd')).not.toBe(keyedDigest(Buffer.alloc(32, 2), 'd'));
  });
});

describe('names in texts', () => {
  it.each([
    ['Moved by María López.', true],
    ['MOVED BY MARIA LOPEZ', true],
    ['Moved by María\n  López', true],
    ['Moved by Mar&#237;a L&#xf3;pez', true],
    ['Moved by María Lopezova', false],
    ['Moved by López, María', false],
  ])('%s', (said, is) => expect(namedIn(said)('María López')).toBe(is));
  it('in ids: all words of the name, in any order', () => {
    expect(['maria-lopez', 'lopez.maria.1', 'marialopez'].map((id) => idTells(id, 'María López'))).toEqual([
      true,
      true,
      true,
    ]);
    expect(['maria', 'p-17', '0198c2f4'].some((id) => idTells(id, 'María López'))).toBe(false);
  });
});
