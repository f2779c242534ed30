import { join } from 'node:path';
import type { Engine } from '#engines';
import type { Config } from '#platform';

/** Where the public record lies, and what belongs to it. */
export type RecordPlace = Readonly<{
  engine: Engine;
  /** The embedded store's file; in a database there is none. */
  file: string;
  /** The names that are public. */
  names: string;
  blobs: string;
}>;

type Places = Pick<Config, 'data'> & Partial<Pick<Config, 'sharedData' | 'store' | 'storePrefix'>>;

export function recordPlace({ data, sharedData, store = 'sqlite', storePrefix = '' }: Places): RecordPlace {
  const shared = sharedData ?? data;
  return {
    engine: { store, storePrefix },
    file: join(data, 'public', 'public.sqlite'),
    names: join(shared, 'public', 'directory.sqlite'),
    blobs: join(shared, 'public', 'blobs.sqlite'),
  };
}
