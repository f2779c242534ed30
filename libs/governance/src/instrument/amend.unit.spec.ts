import { describe, expect, it } from '@jest/globals';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { amend, amended, canonicalText, emptyText, isMisfit } from './amend.ts';
import type { Text } from './amend.ts';
import type { Operation } from './events.ts';
import { packed } from './pack.ts';
import { clause, insertion } from './testing/agreement.ts';

const base: Text = amended(
  emptyText,
  [insertion('a', 'One two.'), insertion('b', 'Three.'), insertion('c')],
  'v1',
);

const after = (operation: Operation, text = base): Text => {
  const result = amend(text, operation, 'v2');
  if (isMisfit(result)) throw new Error(result.code);
  return result;
};
const ids = ({ clauses }: Text): string => clauses.map(({ clauseId }) => clauseId).join('');
const clauseOf = ({ clauses }: Text, id: string) => clauses.find(({ clauseId }) => clauseId === id);

describe('an amending operation', () => {
  it('inserts a clause at the end, behind another or before it', () => {
    expect(ids(after({ kind: 'insertion', clause: clause('x') }))).toBe('abcx');
    expect(ids(after({ kind: 'insertion', clause: clause('x'), after: 'a' }))).toBe('axbc');
    expect(ids(after({ kind: 'insertion', clause: clause('x'), before: 'a' }))).toBe('xabc');
  });

  it('repeals a clause', () => {
    expect(ids(after({ kind: 'repeal', clauseId: 'b' }))).toBe('ac');
  });

  it('substitutes words, and leaves the rest of the clause and who put the others there', () => {
    const text = after({ kind: 'substitution', clauseId: 'a', words: 'two', by: 'three' });
    expect(clauseOf(text, 'a')).toEqual({ clauseId: 'a', text: 'One three.', versionId: 'v2' });
    expect(clauseOf(text, 'b')).toEqual(clauseOf(base, 'b'));
  });

  it('takes what stands in the place of words as it is', () => {
    const text = after({ kind: 'substitution', clauseId: 'a', words: 'two', by: '$& $1' });
    expect(clauseOf(text, 'a')?.text).toBe('One $& $1.');
  });

  it('replaces a clause as a whole', () => {
    const text = after({ kind: 'replacement', clauseId: 'a', text: 'New.', heading: 'H' });
    expect(clauseOf(text, 'a')).toEqual({ clauseId: 'a', text: 'New.', heading: 'H', versionId: 'v2' });
  });

  it('renumbers a clause, and moves it', () => {
    const text = after({ kind: 'renumbering', clauseId: 'c', number: '1', level: 2, before: 'a' });
    expect(ids(text)).toBe('cab');
    expect(clauseOf(text, 'c')).toMatchObject({ number: '1', level: 2 });
    expect(ids(after({ kind: 'renumbering', clauseId: 'a', after: 'c' }))).toBe('bca');
    expect(ids(after({ kind: 'renumbering', clauseId: 'a', number: '9' }))).toBe('abc');
  });

  it('splits a clause without a change of words', () => {
    const text = after({
      kind: 'split',
      clauseId: 'a',
      into: [clause('a', 'One'), clause('a2', 'two.')],
    });
    expect(text.clauses.map(({ clauseId, text: words }) => [clauseId, words])).toEqual([
      ['a', 'One'],
      ['a2', 'two.'],
      ['b', 'Three.'],
      ['c', 'Text of c.'],
    ]);
  });

  it('joins clauses that follow one another, under the id of the first', () => {
    const text = after({ kind: 'join', clauseIds: ['a', 'b'], heading: 'Both' });
    expect(text.clauses.map(({ clauseId }) => clauseId)).toEqual(['a', 'c']);
    expect(clauseOf(text, 'a')).toMatchObject({ text: 'One two.\n\nThree.', heading: 'Both' });
  });

  const misfits: readonly (readonly [string, string, Operation])[] = [
    ['CLAUSE_UNKNOWN', 'a repeal of nothing', { kind: 'repeal', clauseId: 'x' }],
    ['CLAUSE_UNKNOWN', 'a place that is not there', { ...insertion('x'), after: 'y' }],
    ['CLAUSE_UNKNOWN', 'a move behind itself', { kind: 'renumbering', clauseId: 'a', after: 'a' }],
    ['CLAUSE_UNKNOWN', 'a join with nothing', { kind: 'join', clauseIds: ['a', 'x'] }],
    ['CLAUSE_ID_TAKEN', 'an id that is in use', insertion('a')],
    [
      'CLAUSE_ID_TAKEN',
      'a part under an id in use',
      { kind: 'split', clauseId: 'a', into: [clause('a', 'One'), clause('b', 'two.')] },
    ],
    ['PLACE_AMBIGUOUS', 'two places', { ...insertion('x'), after: 'a', before: 'c' }],
    [
      'WORDS_NOT_UNIQUE',
      'words that are not there',
      { kind: 'substitution', clauseId: 'a', words: 'four', by: '' },
    ],
    [
      'WORDS_NOT_UNIQUE',
      'words that occur twice',
      { kind: 'substitution', clauseId: 'b', words: 'e', by: '' },
    ],
    [
      'SPLIT_CHANGES_WORDS',
      'a split that leaves words out',
      { kind: 'split', clauseId: 'a', into: [clause('a', 'One')] },
    ],
    ['CLAUSES_NOT_ADJACENT', 'a join over another clause', { kind: 'join', clauseIds: ['a', 'c'] }],
    ['CLAUSES_NOT_ADJACENT', 'a join backwards', { kind: 'join', clauseIds: ['b', 'a'] }],
  ];
  it.each(misfits)('%s: does not fit with %s', (code, _text, operation) => {
    expect(amend(base, operation, 'v2')).toMatchObject({ code });
    expect(amended(base, [operation], 'v2')).toEqual(base);
  });

  it('gives the id of a repealed clause to no other', () => {
    const without = after({ kind: 'repeal', clauseId: 'b' });
    expect(amend(without, insertion('b'), 'v3')).toMatchObject({ code: 'CLAUSE_ID_TAKEN' });
  });
});

describe('the canonical text', () => {
  it('is the canonical JSON of the clauses (RFC 8785), without who put them there', () => {
    const anyText = fc.string({ unit: 'grapheme' });
    const anyClause = fc.record(
      { clauseId: anyText, number: anyText, heading: anyText, level: fc.nat(9), text: anyText },
      { requiredKeys: ['clauseId', 'text'] },
    );
    fc.assert(
      fc.property(fc.array(anyClause), (clauses) => {
        const text = canonicalText({ clauses: clauses.map((one) => ({ ...one, versionId: 'v1' })) });
        expect(text).toBe(canonicalize(clauses));
      }),
    );
  });
});

describe('packed operations', () => {
  it('keep their order, and no part is larger than an event may be', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20_000), { minLength: 1, maxLength: 40 }), (lengths) => {
        const operations = lengths.map((length, i) => ({ i, text: 'é'.repeat(length) }));
        const parts = packed(operations);
        expect(parts.flat()).toEqual(operations);
        for (const part of parts) {
          expect(part.length).toBeGreaterThan(0);
          expect(part.length === 1 || Buffer.byteLength(JSON.stringify(part)) < 50_000).toBe(true);
        }
      }),
    );
  });
});
