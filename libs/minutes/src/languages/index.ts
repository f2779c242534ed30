import { en } from './en.ts';
import type { Catalogue } from './en.ts';
import { es } from './es.ts';

export type { Catalogue, MessageId } from './en.ts';

/** By BCP 47 tag. */
export const catalogues: ReadonlyMap<string, Catalogue> = new Map<string, Catalogue>([
  ['en', en],
  ['es', es],
]);
export const languages: readonly string[] = [...catalogues.keys()];
