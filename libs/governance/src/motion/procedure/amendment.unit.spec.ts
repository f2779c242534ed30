import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { amendedAmendment, amendedText, amendmentProblems, amendmentText } from './amendment.ts';
import type { Amendment } from './amendment.ts';

const text = 'Resolved, that two more schools are recommended.';
const after = (amendment: Amendment, before = text): unknown => {
  const amended = amendedText(before, amendment);
  return 'text' in amended ? amended.text : amended.problem;
};

describe('what an amendment does', () => {
  it.each<[Amendment, string]>([
    [
      { operation: 'strike_and_insert', strike: 'two', insert: 'three' },
      'Resolved, that three more schools are recommended.',
    ],
    [{ operation: 'strike', strike: 'more' }, 'Resolved, that two schools are recommended.'],
    [{ operation: 'strike', strike: 'recommended' }, 'Resolved, that two more schools are.'],
    [
      { operation: 'insert', insert: 'in each district', after: 'schools' },
      'Resolved, that two more schools in each district are recommended.',
    ],
    [{ operation: 'insert', insert: 'Again:' }, `Again: ${text}`],
    [{ operation: 'add', insert: 'By June.' }, `${text} By June.`],
    [
      { operation: 'substitute', insert: 'Resolved, that nothing be done.' },
      'Resolved, that nothing be done.',
    ],
  ])('%j', (amendment, expected) => {
    expect(after(amendment)).toBe(expected);
  });

  it('finds words, not parts of words, and wants to know which where there are several', () => {
    expect(after({ operation: 'strike', strike: 'school' })).toBe('words_not_found');
    const twice = 'One school and one more school.';
    expect(after({ operation: 'strike', strike: 'school' }, twice)).toBe('words_in_several_places');
    expect(after({ operation: 'strike', strike: 'school', occurrence: 2 }, twice)).toBe(
      'One school and one more.',
    );
    expect(after({ operation: 'strike', strike: 'school', occurrence: 3 }, twice)).toBe('words_not_found');
  });

  it('is of the second degree where it changes the words of another', () => {
    const primary: Amendment = { operation: 'add', insert: 'By the end of June.' };
    expect(amendedAmendment(primary, { operation: 'strike', strike: 'the end of' })).toEqual({
      operation: 'add',
      insert: 'By June.',
    });
    const striking: Amendment = { operation: 'strike', strike: 'two more' };
    expect(amendedAmendment(striking, { operation: 'strike', strike: 'two' })).toEqual({
      operation: 'strike',
      strike: 'more',
    });
  });

  it('says what it lacks', () => {
    expect(amendmentProblems({ operation: 'strike_and_insert', insert: 'x' })).toHaveLength(1);
    expect(amendmentProblems({ operation: 'add', insert: 'x', strike: 'y' })).toHaveLength(1);
    expect(amendmentProblems({ operation: 'add', insert: 'x', occurrence: 2 })).toHaveLength(1);
    expect(amendmentProblems({ operation: 'insert', insert: 'x', after: 'y', occurrence: 2 })).toEqual([]);
  });

  it('is stated in a sentence of its own', () => {
    expect(amendmentText({ operation: 'strike_and_insert', strike: 'two', insert: 'three' })).toBe(
      'To strike “two” and insert “three”.',
    );
  });
});

const word = fc.constantFrom('two', 'more', 'schools', 'each', 'district');
const words = fc.array(word, { minLength: 1, maxLength: 8 }).map((list) => list.join(' '));

describe('whatever the words', () => {
  it('what was inserted is in the text, and what was struck is not where it stood', () => {
    fc.assert(
      fc.property(words, words, (before, insert) => {
        expect(after({ operation: 'add', insert }, before)).toBe(`${before} ${insert}`);
        expect(after({ operation: 'insert', insert }, before)).toBe(`${insert} ${before}`);
        const [first = ''] = before.split(' ');
        const rest = before.split(' ').slice(1).join(' ');
        expect(after({ operation: 'strike', strike: first, occurrence: 1 }, before)).toBe(rest);
      }),
    );
  });
});
