import type { Batch } from './batch.ts';

/** Of so many threads, which this is, and where it keeps what it remembers. */
export type ThreadOptions = Readonly<{ one: number; of: number; memory: string }>;

/** What a thread is asked; it answers one after another, each with what `RecordCheck` answers. */
export type Asked =
  | Readonly<{ ask: 'add'; batch: Batch; from: number }>
  | Readonly<{ ask: 'size' | 'keep' | 'finish' | 'rollBack' | 'forget' | 'close' }>;

/** What was thrown is the thread's end: nothing follows it. */
export type Answer = Readonly<{ answer: unknown }>;
