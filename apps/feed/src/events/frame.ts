import type { StoredEntry } from '#public-record';

/**
 * An entry as a server-sent event: `data` is the entry's bytes as they are hashed, for canonical JSON has no
 * line breaks.
 */
export const frameOf = ({ index, text }: StoredEntry): Buffer =>
  Buffer.from(`id: ${index}\ndata: ${text}\n\n`);

/** Sent first: how many milliseconds a client waits before it connects again. */
export const greeting = 'retry: 3000\n\n';

/** A comment, which clients ignore and proxies take for life. */
export const heartbeat = ':\n\n';

/** A reader that is sent away waits this long before it comes back: not all of them at once. Milliseconds. */
const comeBack = { after: 1_000, within: 4_000 };

/** Sent last, when the feed stops: clients connect again by themselves, with the last id that they have. */
export const farewell = (): string =>
  `retry: ${comeBack.after + Math.floor(Math.random() * comeBack.within)}\n: the feed stops here; come back\n\n`;
