import type { CatalogueEntry } from '../catalogue.ts';

type Section = Readonly<Record<string, CatalogueEntry>>;
type Sentences = Readonly<Record<string, readonly [title: string, help: string]>>;

const section = (status: number, sentences: Sentences): Section =>
  Object.fromEntries(
    Object.entries(sentences).map(([code, [title, help]]) => [code, { status, title, help }]),
  );

/** What the addressed stream is not: there. */
export const missing = (sentences: Sentences): Section => section(404, sentences);
/** What is there already, under the same name. */
export const conflicting = (sentences: Sentences): Section => section(409, sentences);
/** What the rules do not allow, or note. */
export const refused = (sentences: Sentences): Section => section(422, sentences);
