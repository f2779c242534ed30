import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { interfaceProblems } from '../catalogue.ts';
import { rejections } from './index.ts';

const libs = join(import.meta.dirname, '../../../..');

const sources = ['governance/src/**/*.ts', 'recording/src/**/*.ts']
  .flatMap((pattern) => globSync(pattern, { cwd: libs }))
  .filter((file) => !file.includes('.spec.') && !file.includes('/testing/'));

/** Words of the domain that look like codes and are values. */
const values = new Set(['BROWN_ACT', 'GREENE_ACT', 'EERA_EXEMPT', 'BYLAWS_ONLY']);

/** Every text in the source that looks like a code, wherever it stands: codes also travel as arguments. */
const codes = new Set(
  sources.flatMap((file) =>
    [...readFileSync(join(libs, file), 'utf8').matchAll(/'([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)'/g)].map(
      ([, code = '']) => code,
    ),
  ),
);

describe('the catalogue of rejections', () => {
  it('finds the codes of the domain', () => {
    expect([...codes]).toEqual(
      expect.arrayContaining(['SEAT_OCCUPIED', 'DUPLICATE_BALLOT', 'EVENT_TOO_LARGE']),
    );
    expect(codes.size).toBeGreaterThan(100);
  });

  it('has a sentence for every code', () => {
    expect([...codes].filter((code) => !(code in rejections) && !values.has(code))).toEqual([]);
  });

  it('says what is the matter and what to do, in sentences', () => {
    for (const [code, { title, help, status }] of Object.entries({ ...rejections, ...interfaceProblems })) {
      expect([code, title]).toEqual([code, expect.stringMatching(/^[A-Z][^.]{8,90}$/)]);
      expect([code, help]).toEqual([code, expect.stringMatching(/^[A-Z`].{10,200}\.$/)]);
      expect(status).toBeGreaterThanOrEqual(400);
    }
  });

  it('has no code twice', () => {
    expect(Object.keys(rejections).filter((code) => code in interfaceProblems)).toEqual([]);
  });
});
