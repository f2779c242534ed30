import { describe, expect, it } from '@jest/globals';
import type { NewEvent, StreamAppend as Append } from '#event-store';
import { newEvent, newEvents, newStream } from '#event-store/testing';
import { groupAppender } from './append-group.ts';
import { answerAt, packAppends } from './protocol.ts';
import type { Batch } from './protocol.ts';
import { openForWriting } from './schema.ts';
import { temporaryFolder } from './testing/temporary.ts';

const { newFile } = await temporaryFolder();

function groupOf(...appends: readonly Append[]): readonly Batch[] {
  const batch: Batch = [];
  for (const append of appends) packAppends(batch, [append]);
  return [batch];
}

const appendOf = (stream: string, expected: Append['expected'], events: readonly NewEvent[]): Append => ({
  stream,
  expected,
  events,
});

describe('a group', () => {
  it('is stored whole or not at all: a full disk', () => {
    const db = openForWriting(newFile(), 0);
    const append = groupAppender(db);
    const [stream, other] = [newStream(), newStream()];
    append(groupOf(appendOf(stream, 'noStream', newEvents(1))));
    const small = newEvents(3);
    const large = newEvent({ data: JSON.stringify('x'.repeat(100_000)) });
    db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true })) + 4}`);
    const tooMuch = groupOf(
      appendOf(stream, 0, small),
      appendOf(other, 'noStream', newEvents(1)),
      appendOf(other, 0, [large]),
    );
    expect(() => append(tooMuch)).toThrow('database or disk is full');

    db.pragma('max_page_count = 1000000');
    expect(db.prepare('SELECT count(*) FROM events').pluck().get()).toBe(1);
    const answers = append(groupOf(appendOf(other, 0, newEvents(1)), appendOf(stream, 0, small)));
    expect(answerAt(answers, 0)).toEqual({ kind: 'wrongRevision', head: -1, part: 0 });
    expect(answerAt(answers, 1)).toEqual({
      kind: 'appended',
      appended: { firstRevision: 1, lastRevision: 3, position: 4, repeated: false },
    });
    db.close();
  });

  it('answers every append in its place', () => {
    const db = openForWriting(newFile(), 0);
    const append = groupAppender(db);
    const [stream, other, events] = [newStream(), newStream(), newEvents(2)];
    const answers = append(
      groupOf(
        appendOf(stream, 'noStream', events),
        appendOf(stream, 7, newEvents(1)),
        appendOf(other, 'any', events),
        appendOf(stream, 'any', events),
        appendOf(stream, 1, newEvents(1)),
      ),
    );
    const first = { firstRevision: 0, lastRevision: 1, position: 2, repeated: false };
    expect(Array.from({ length: 5 }, (_, i) => answerAt(answers, i))).toEqual([
      { kind: 'appended', appended: first },
      { kind: 'wrongRevision', head: 1, part: 0 },
      { kind: 'taken', id: events[0]?.id },
      { kind: 'appended', appended: { ...first, repeated: true } },
      { kind: 'appended', appended: { firstRevision: 2, lastRevision: 2, position: 3, repeated: false } },
    ]);
    db.close();
  });
});
