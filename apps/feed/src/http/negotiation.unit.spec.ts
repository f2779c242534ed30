import { describe, expect, it } from '@jest/globals';
import { languageFor, prefersPage } from './negotiation.ts';

const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

describe('prefersPage', () => {
  it.each([
    [browser, true],
    ['text/html', true],
    ['application/json, text/html;q=0.5', false],
    ['application/json;q=0.2, text/html;q=0.5', true],
    ['text/html;q=0', false],
    ['text/html;q=nonsense', false],
    ['*/*', false],
    ['application/json', false],
    ['', false],
    [undefined, false],
  ])('%s: %s', (accept, expected) => {
    expect(prefersPage(accept)).toBe(expected);
  });
});

describe('languageFor', () => {
  it.each([
    ['es-MX,es;q=0.9,en;q=0.8', 'es'],
    ['fr, en-GB;q=0.8, es;q=0.9', 'es'],
    ['fr', 'en'],
    ['es;q=0', 'en'],
    ['EN-us', 'en'],
    [undefined, 'en'],
    ['*', 'en'],
  ])('%s: %s', (header, expected) => {
    expect(languageFor(header, ['en', 'es'])).toBe(expected);
  });
});
