import { AsyncLocalStorage } from 'node:async_hooks';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { openLedgerStore } from '#engines';
import { engineOf, inFiles } from '#engines/testing';
import type { EventStore } from '#event-store';
import { createLedgerApp } from '../app.ts';
import { openDataFolder } from '../data-folder.ts';
import { establishCommittee, patience, startLedger } from '../testing/index.ts';
import type { TestLedger } from '../testing/index.ts';
import { LineRecorder } from './line-recorder.ts';
import { clockFrom, meetingLines, seats } from './testing/meeting-lines.ts';
import type { Clock, Line } from './testing/meeting-lines.ts';

const bodyId = 'board';
let ledger: TestLedger;
/** A second ledger over the same store, with a writer, caches, queues and process managers of its own. */
let other: NestFastifyApplication;
let otherStore: EventStore;
let clock: Clock;
beforeAll(async () => {
  ledger = await startLedger();
  await establishCommittee(ledger, bodyId, 2);
  clock = clockFrom(Date.now());
  const { ledgerStore: file } = openDataFolder(ledger.folder);
  otherStore = await openLedgerStore({ ...engineOf(ledger.folder), file });
  const processes = join(ledger.folder, 'processes-of-the-other.sqlite');
  other = await createLedgerApp({ ...ledger.ports, store: otherStore, processes });
  await other.init();
}, patience);
afterAll(async () => {
  await other.close();
  await otherStore.close();
  await ledger.close();
});

type Answer = Readonly<{ status: number; body: Readonly<Record<string, unknown>> }>;

async function enter(
  app: NestFastifyApplication,
  name: string,
  lines: readonly Line[],
  key: string,
): Promise<Answer> {
  const answer = await app.inject({
    method: 'POST',
    url: `/v1/meetings/${name}-meeting/record-meeting`,
    headers: { authorization: `Bearer ${ledger.adminKey}`, 'idempotency-key': key },
    payload: { bodyId, lines },
  });
  return { status: answer.statusCode, body: JSON.parse(answer.body) as Answer['body'] };
}

/** As a client does that is told to come back: where lines are recorded one by one, an entry may wait for another. */
async function enterInTurn(...entry: Parameters<typeof enter>): Promise<Answer> {
  for (;;) {
    const answer = await enter(...entry);
    if (answer.body.code !== 'MEETING_ENTRY_IN_PROGRESS') return answer;
  }
}

const eventsOf = async (stream: string) => {
  await ledger.caughtUp();
  const { body } = await ledger.get(`/v1/events?stream=${stream}`);
  return body.items as { type: string; metadata: { $correlationId: string } }[];
};
const linesOf = (name: string) => meetingLines(bodyId, name, clock);

describe('two ledgers over one store', () => {
  it('record one of two different entries of a meeting whole, and of the other nothing', async () => {
    for (const round of [1, 2, 3]) {
      const name = `shared-${round}`;
      const answers = await Promise.all([
        enterInTurn(ledger.app, name, linesOf(name), `${name}-here`),
        enterInTurn(other, name, linesOf(name), `${name}-there`),
      ]);
      const recorded = answers.filter(({ status }) => status === 201);
      expect(answers.map(({ status, body }) => `${status} ${String(body.code)}`).sort()).toEqual([
        '201 undefined',
        '422 MEETING_NOT_RECORDED',
      ]);
      const [motion, meeting] = [
        await eventsOf(`motion-${name}-motion`),
        await eventsOf(`meeting-${name}-meeting`),
      ];
      const ids = new Set([...motion, ...meeting].map(({ metadata }) => metadata.$correlationId));
      expect([...ids]).toEqual([recorded[0]!.body.correlationId]);
      expect(meeting.filter(({ type }) => type === 'MeetingAdjourned')).toHaveLength(1);
    }
  });

  it('carry out the same entry once, whoever is asked', async () => {
    const answers = await Promise.all([
      enter(ledger.app, 'same', linesOf('same'), 'same'),
      enter(other, 'same', linesOf('same'), 'same'),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(answers[0].body.lines).toEqual(answers[1].body.lines);
    expect(
      (await eventsOf('motion-same-motion')).filter(({ type }) => type === 'BallotRecorded'),
    ).toHaveLength(seats.length);
    expect((await eventsOf('meeting_entry-same-meeting')).map(({ type }) => type)).toEqual([
      'MeetingEntryAccepted',
      'MeetingEntryCompleted',
    ]);
  });
});

/** Both ledgers keep their meetings in a store that cannot keep several streams at once. */
const lineByLine = (): void => {
  for (const store of [ledger.ports.store, otherStore])
    Object.defineProperty(store, 'appendTogether', { value: undefined, configurable: true });
};
afterEach(() => {
  for (const store of [ledger.ports.store, otherStore]) Reflect.deleteProperty(store, 'appendTogether');
});

/** As another request would: what an entry records is not there for it yet. */
const outside = AsyncLocalStorage.snapshot();

/**
 * Lets something else be recorded once, just before either ledger records a line of a meeting's entry; one of them
 * may still be at an earlier entry, which the other has carried out.
 */
function beforeLine(name: string, line: number, interfere: () => Promise<unknown>): void {
  let interfered: Promise<unknown> | undefined;
  for (const app of [ledger.app, other]) {
    const recorder = app.get(LineRecorder);
    const record = recorder.record.bind(recorder);
    jest.spyOn(recorder, 'record').mockImplementation(async (entry, index) => {
      const isIt = entry.causationId !== undefined && entry.plan.meetingId === `${name}-meeting`;
      if (isIt && index === line) await (interfered ??= outside(interfere));
      return record(entry, index);
    });
  }
}
afterEach(() => void jest.restoreAllMocks());

const meetingAt = (name: string) => `/v1/meetings/${name}-meeting`;
const typesOf = async (stream: string) => (await eventsOf(stream)).map(({ type }) => type);

const describeAtOnce = inFiles('meetings that are recorded at once') ? describe : describe.skip;

describeAtOnce('what is recorded while an entry is, all at once', () => {
  const said = () => ({ recordingMode: 'minutes', occurredAt: clock(0) });

  it('lets it be judged again, and recorded whole where no line contradicts it', async () => {
    const lines = linesOf('judged');
    const at = lines.findIndex(({ operation }) => operation === 'openVote');
    beforeLine('judged', at, () =>
      // Of a stream to which the entry appends, so that what was decided until now is decided again.
      ledger.record(`${meetingAt('judged')}/give-notice`, { audience: 'media', waivedBy: [], ...said() }),
    );
    await ledger.record(`${meetingAt('judged')}/schedule-meeting`, lines[0]!.body!);
    const [first, ...others] = lines.slice(1);
    const rest = [{ ...first!, body: { ...first!.body, occurredAt: clock(0) } }, ...others];
    const answer = await enter(ledger.app, 'judged', rest, 'judged');
    expect([answer.status, answer.body.code]).toEqual([201, undefined]);
    expect((await typesOf('meeting-judged-meeting')).slice(0, 2)).toEqual([
      'MeetingScheduled',
      'NoticeGiven',
    ]);
    expect(await typesOf('meeting_entry-judged-meeting')).toEqual([
      'MeetingEntryAccepted',
      'MeetingEntryCompleted',
    ]);
  });

  it('refuses it whole where a line contradicts it: nothing of it is recorded', async () => {
    const lines = linesOf('contradicted');
    beforeLine('contradicted', lines.length - 1, () =>
      ledger.record(`${meetingAt('contradicted')}/schedule-meeting`, lines[0]!.body!),
    );
    const answer = await enter(ledger.app, 'contradicted', lines, 'contradicted');
    expect(answer.body).toMatchObject({
      status: 422,
      code: 'MEETING_NOT_RECORDED',
      errors: [{ pointer: '/lines/0' }],
    });
    expect(await typesOf('meeting-contradicted-meeting')).toEqual(['MeetingScheduled']);
    for (const stream of ['meeting_entry-contradicted-meeting', 'motion-contradicted-motion'])
      expect(await typesOf(stream)).toEqual([]);
  });
});

describe('what is recorded while an entry is, line by line', () => {
  beforeEach(lineByLine);

  it('does not stop it where no line contradicts it', async () => {
    const lines = linesOf('busy');
    const at = lines.findIndex(({ operation }) => operation === 'moveMotion');
    beforeLine('busy', at, () =>
      ledger.record(`${meetingAt('busy')}/give-notice`, {
        ...{ audience: 'media', waivedBy: [], recordingMode: 'minutes', occurredAt: clock(4) },
      }),
    );
    expect((await enter(ledger.app, 'busy', lines, 'busy')).status).toBe(201);
    expect((await eventsOf('meeting-busy-meeting')).map(({ type }) => type)).toContain('NoticeGiven');
  });

  it('stops it at the line that contradicts it; mended, the same request goes on from there', async () => {
    const lines = linesOf('mended');
    const at = lines.findIndex(({ operation }) => operation === 'openVote');
    const said = { recordingMode: 'minutes', occurredAt: clock(5) };
    beforeLine('mended', at, () => ledger.record('/v1/motions/mended-motion/table-motion', said));
    const stopped = await enter(ledger.app, 'mended', lines, 'mended');
    const problem = {
      status: 409,
      code: 'MEETING_ENTRY_STOPPED',
      inputs: { line: at, operation: 'openVote', recorded: at, remaining: lines.length - at },
    };
    expect(stopped.body).toMatchObject(problem);
    expect((stopped.body.inputs as { code: string }).code).toBe('UNKNOWN_MOTION_STATE_TRANSITION');
    // Nothing was mended, so it stops there again.
    expect((await enter(ledger.app, 'mended', lines, 'mended')).body).toMatchObject(problem);
    await ledger.record('/v1/motions/mended-motion/take-from-table', said);
    const answer = await enter(other, 'mended', lines, 'mended');
    expect([answer.status, (answer.body.lines as object[]).length]).toEqual([201, lines.length]);
    expect((await eventsOf('meeting_entry-mended-meeting')).map(({ type }) => type)).toEqual([
      'MeetingEntryAccepted',
      'MeetingEntryStopped',
      'MeetingEntryResumed',
      'MeetingEntryStopped',
      'MeetingEntryResumed',
      'MeetingEntryCompleted',
    ]);
  });
});
