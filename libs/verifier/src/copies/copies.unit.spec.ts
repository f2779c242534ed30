import { describe, expect, it } from '@jest/globals';
import { compareCopies, historyOf, memorySource, timeOf, Unreachable } from '../index.ts';
import type { HistoryFilter, Step } from '../index.ts';
import { draftOf, indicesOf, recordOf, serveLog, withChanged } from '../testing/index.ts';

const record = recordOf('corrected');
const log = (entries: readonly string[]) => memorySource(serveLog(entries).resources);

describe('two copies of a record', () => {
  it('are the same, or one goes on where the other ends', async () => {
    const [older, newer] = [log(record.slice(0, 50)), log(record)];
    expect(await compareCopies(newer, newer)).toMatchObject({
      relation: 'same',
      common: record.length,
      more: {},
    });
    expect(await compareCopies(older, newer)).toMatchObject({
      relation: 'extended',
      common: 50,
      more: expect.objectContaining({ VoteRecordCorrected: 1, TallyRestated: 1 }),
    });
    expect(await compareCopies(newer, older)).toMatchObject({ relation: 'behind', newSize: 50 });
  });

  it('part at an entry, and in its fields', async () => {
    const [index = 0] = indicesOf(record, 'VoteClosed');
    const other = withChanged(record, index, ({ data }) => {
      data.meetingRevision = 99;
    });
    expect(await compareCopies(log(record), log(other))).toMatchObject({
      relation: 'diverged',
      common: index,
      first: { index, fields: [{ field: '/data/meetingRevision', found: 99 }] },
    });
  });

  it('cannot be held against each other where one is not there', async () => {
    await expect(compareCopies(log(record), memorySource(new Map()))).rejects.toThrow(Unreachable);
  });
});

describe('the history of a record', () => {
  const steps = async (filter: HistoryFilter = {}): Promise<readonly Step[]> => {
    const all: Step[] = [];
    for await (const step of historyOf(log(record), filter)) all.push(step);
    return all;
  };

  it('is every public event in its order, with the status of its motion', async () => {
    const all = await steps();
    const hidden = record.filter((entry) => entry.includes('"kind":"commitment"')).length;
    expect(all).toHaveLength(record.length - hidden);
    const rejected = all.find(({ recorded }) => recorded.event.type === 'MotionRejected');
    expect(rejected?.status).toBe('rejected');
  });

  it('is that of one body, up to an entry, and as of what was known and had happened', async () => {
    expect(await steps({ bodyId: 'nobody' })).toEqual([]);
    const streams = new Set((await steps({ bodyId: 'committee' })).map(({ recorded }) => recorded.stream));
    expect(streams).toContain('body-committee');
    expect(streams).toContain('meeting-september');
    expect((await steps({ to: 10 })).at(-1)?.index).toBe(10);
    const knownAt = draftOf(record[20] ?? '').recordedAt;
    expect((await steps({ knownAt })).every(({ recorded }) => recorded.recordedAt <= knownAt)).toBe(true);
    const asOf = timeOf('2024')!;
    const imported = (await steps({ asOf })).map(({ recorded }) => recorded.envelope.recordingMode);
    expect(new Set(imported)).toEqual(new Set(['historical_import']));
  });
});
