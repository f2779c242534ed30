import type { DataFolder } from '../data-folder.ts';

/** What goes into a backup: the record, and apart from it what opens the names in it and signs in its name. */
export type Half = 'record' | 'secrets';

export type Part = Readonly<{
  half: Half;
  /** In the backup. */
  name: string;
  of: (folder: DataFolder) => string;
  /** A file of keys; all others are SQLite databases. */
  isText?: true;
  /** Of the restored file: 0600 for what only its owner may read. */
  mode: number;
}>;

/**
 * In the order in which they are copied. What refers to something is copied before it, so that nothing is missing:
 * every public entry is of an event, every text that an event names is there before the event, every key before the
 * name that is encrypted under it, and a text is noted with the persons that it names before it is kept.
 *
 * Read models, hashes of the log's tree, the directory of public names and how far the processes are belong to no
 * backup: they are made anew of these.
 */
export const parts: readonly Part[] = [
  { half: 'record', name: 'public.sqlite', of: ({ publicStore }) => publicStore, mode: 0o644 },
  { half: 'record', name: 'events.sqlite', of: ({ ledgerStore }) => ledgerStore, mode: 0o600 },
  { half: 'record', name: 'blobs.sqlite', of: ({ blobs }) => blobs, mode: 0o600 },
  { half: 'record', name: 'public-blobs.sqlite', of: ({ publicBlobs }) => publicBlobs, mode: 0o644 },
  { half: 'secrets', name: 'mentions.sqlite', of: ({ mentions }) => mentions, mode: 0o600 },
  { half: 'secrets', name: 'vault.sqlite', of: ({ vault }) => vault, mode: 0o600 },
  { half: 'secrets', name: 'log.key', of: ({ logKeys }) => logKeys, isText: true, mode: 0o600 },
];

/** Where the halves of a backup lie. */
export type Halves = Readonly<Record<Half, string>>;
