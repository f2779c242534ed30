import type { Appended, ExpectedRevision, NewEvent, StreamAppend as Append } from '#event-store';

/**
 * What goes between the calling thread and the writer. Many appends cross in one flat array each way: cloning
 * nested objects would cost more than storing them.
 */
export type Batch = (string | number)[];

/** Whether the calling thread is amid a turn of its event loop in which it appends; shared between the threads. */
export type Turn = Int32Array<SharedArrayBuffer>;
export const turnIs = { over: 0, going: 1 } as const;

export type WriterOptions = Readonly<{ file: string; channel: string; busyTimeout: number; turn: Turn }>;

/** `appends` of them are in the batch. */
export type Packet = Readonly<{ appends: number; batch: Batch }>;

export type ToWriter = Packet | 'close';

export type FromWriter =
  | Readonly<{ kind: 'ready' }>
  | Readonly<{ kind: 'unusable'; problem: string }>
  /** The next so many appends, in the order in which they were sent. */
  | Readonly<{ kind: 'stored'; appends: number; answers: Batch }>
  /** None of the next so many appends was stored, as far as the writer knows. */
  | Readonly<{ kind: 'failed'; appends: number; message: string }>;

/** What became of one append, or of several together. `head` is the stream's last revision, -1 for none. */
export type Answer =
  | Readonly<{ kind: 'appended'; appended: Appended }>
  /** `part`: which of several. */
  | Readonly<{ kind: 'wrongRevision'; head: number; part: number }>
  | Readonly<{ kind: 'taken'; id: string }>;

const answerWidth = 4;
const code = { stored: 0, repeated: 1, wrongRevision: 2, taken: 3 } as const;

/** Stands where a stream's name would, before several appends that belong together; no stream has it. */
const together = '';

export function packAppends(batch: Batch, appends: readonly Append[]): void {
  if (appends.length !== 1) batch.push(together, appends.length);
  for (const { stream, expected, events } of appends) {
    const copied = events.some(({ recordedAt }) => recordedAt !== undefined);
    batch.push(stream, expected, copied ? -events.length : events.length);
    for (const { id, type, data, metadata, recordedAt = '' } of events)
      if (copied) batch.push(id, type, data, metadata, recordedAt);
      else batch.push(id, type, data, metadata);
  }
}

/** Single appends, and those that belong together. A negative count: copied events, which say when they were recorded. */
export function* unpackAppends(batch: Batch): Generator<Append | readonly Append[]> {
  let next = 0;
  const text = () => batch[next++] as string;
  const append = (stream: string): Append => {
    const expected = batch[next++] as ExpectedRevision;
    const count = batch[next++] as number;
    const events: NewEvent[] = [];
    for (let i = 0; i < Math.abs(count); i++) {
      const event = { id: text(), type: text(), data: text(), metadata: text() };
      const recordedAt = count < 0 ? text() : '';
      events.push(recordedAt === '' ? event : { ...event, recordedAt });
    }
    return { stream, expected, events };
  };
  while (next < batch.length) {
    const stream = text();
    if (stream !== together) yield append(stream);
    else yield Array.from({ length: batch[next++] as number }, () => append(text()));
  }
}

export function packAnswer(answers: Batch, answer: Answer): void {
  switch (answer.kind) {
    case 'appended': {
      const { repeated, firstRevision, lastRevision, position } = answer.appended;
      answers.push(repeated ? code.repeated : code.stored, firstRevision, lastRevision, position);
      break;
    }
    case 'wrongRevision':
      answers.push(code.wrongRevision, answer.head, answer.part, 0);
      break;
    case 'taken':
      answers.push(code.taken, answer.id, 0, 0);
  }
}

/** The answer to the n-th append of a batch. */
export function answerAt(answers: Batch, index: number): Answer {
  const at = index * answerWidth;
  const kind = answers[at];
  const a = answers[at + 1];
  if (kind === code.wrongRevision)
    return { kind: 'wrongRevision', head: a as number, part: answers[at + 2] as number };
  if (kind === code.taken) return { kind: 'taken', id: a as string };
  return {
    kind: 'appended',
    appended: {
      firstRevision: a as number,
      lastRevision: answers[at + 2] as number,
      position: answers[at + 3] as number,
      repeated: kind === code.repeated,
    },
  };
}
