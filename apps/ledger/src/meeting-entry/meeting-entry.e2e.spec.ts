import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { embedded } from '#engines/testing';
import type { Metrics } from '#platform';
import { establishCommittee, patience, startLedger } from '../testing/index.ts';
import type { Answered, TestLedger } from '../testing/index.ts';
import { meetingLines as linesOfMeeting, seats } from './testing/meeting-lines.ts';
import type { Line } from './testing/meeting-lines.ts';

const bodyId = 'board';
let ledger: TestLedger;
/** Codes that were counted. */
const refusals: string[] = [];
const uncounted = () => undefined;
const metrics: Metrics = {
  refused: (code) => refusals.push(code),
  answered: uncounted,
  appended: uncounted,
  grouped: uncounted,
};
/** When the committees were there; meetings take a second. */
let begin: number;
beforeAll(async () => {
  ledger = await startLedger({}, { metrics });
  await establishCommittee(ledger, bodyId, 2);
  await establishCommittee(ledger, 'other', 1);
  begin = Date.now();
}, patience);
afterAll(() => ledger.close());
afterEach(() => void jest.restoreAllMocks());

const clock = (moment: number): string => new Date(begin + moment).toISOString();

const meetingLines = (name: string): readonly Line[] => linesOfMeeting(bodyId, name, clock);

/** Lines without the one that begins the clock. */
const timed = (lines: readonly Line[]): readonly Line[] =>
  lines.map((line, i) => (i === 0 ? { ...line, body: { ...line.body, occurredAt: clock(0) } } : line));

type Options = Readonly<{ dryRun?: boolean; key?: string; idempotencyKey?: string; defaults?: object }>;

const enter = (name: string, lines: readonly Line[], options: Options = {}): Promise<Answered> => {
  const { dryRun = false, key, idempotencyKey, defaults } = options;
  return ledger.post(
    `/v1/meetings/${name}-meeting/record-meeting${dryRun ? '?dryRun=true' : ''}`,
    { bodyId, lines, ...(defaults && { defaults }) },
    {
      ...(key !== undefined && { key }),
      ...(idempotencyKey !== undefined && { headers: { 'idempotency-key': idempotencyKey } }),
    },
  );
};

type Outcome = Readonly<{
  line: number;
  operation: string;
  outcome: string;
  events: string[];
  findings: { code: string }[];
  problem?: { code: string };
}>;
const linesOf = ({ body }: Answered) => body.lines as readonly Outcome[];

const timeline = async (name: string) => {
  await ledger.caughtUp();
  return ledger.get(`/v1/motions/${name}-motion/timeline`);
};

describe('recordMeeting', () => {
  it('records a whole meeting under one correlation id', async () => {
    const answer = await enter('whole', meetingLines('whole'));
    expect([answer.status, answer.body.refused, answer.body.dryRun]).toEqual([201, 0, false]);
    expect(linesOf(answer).map(({ events }) => events.at(-1))).toEqual([
      'MeetingScheduled',
      'AgendaItemAdded',
      'MotionDrafted',
      'MotionSubmitted',
      'MotionAgendized',
      'MeetingCalledToOrder',
      ...seats.map(() => 'MemberArrived'),
      'MotionMoved',
      'MotionSeconded',
      'VoteOpened',
      ...seats.map(() => 'BallotRecorded'),
      'MotionAdopted',
      'MeetingAdjourned',
    ]);
    expect(linesOf(answer).at(-1)?.findings).toEqual([]);
    await ledger.caughtUp();
    const { body } = await ledger.get('/v1/decisions/whole-motion:v1');
    expect(body).toMatchObject({ outcome: 'adopted' });
    const events = (await ledger.get('/v1/events?stream=motion-whole-motion')).body.items as {
      metadata: { $correlationId: string; recordingMode: string };
    }[];
    const told = events.map(({ metadata }) => [metadata.$correlationId, metadata.recordingMode].join(' '));
    expect([...new Set(told)]).toEqual([`${String(answer.body.correlationId)} minutes`]);
  });

  it('stands in the record in one piece, from its acceptance to its end', async () => {
    const head = await ledger.ports.store.head();
    const answer = await enter('piece', meetingLines('piece'));
    const events = await ledger.ports.store.readAll({ after: head });
    const lines = linesOf(answer).flatMap((line) => line.events);
    expect(events.map(({ type }) => type)).toEqual([
      'MeetingEntryAccepted',
      ...lines,
      'MeetingEntryCompleted',
    ]);
    expect(answer.body.position).toBe(String(events.at(-1)?.position));
    const causes = events.map(
      ({ metadata }) => (JSON.parse(metadata) as { $causationId?: string }).$causationId,
    );
    expect(causes).toEqual([undefined, ...events.slice(1).map(() => events[0]?.id)]);
  });

  it('a line without a time happened when the one before it did', async () => {
    await enter('times', meetingLines('times'));
    const { body } = await timeline('times');
    const at = (body.entries as { type: string; provenance: { occurredAt: { literal: string } } }[])
      .filter(({ type }) => ['MotionDrafted', 'MotionSeconded', 'VoteClosed'].includes(type))
      .map(({ provenance }) => provenance.occurredAt.literal);
    expect(at).toEqual([clock(0), clock(5), clock(5)]);
  });

  it('a dry run tells what each line would lead to, and records nothing', async () => {
    const head = await ledger.ports.store.head();
    const answer = await enter('dry', meetingLines('dry'), { dryRun: true });
    expect([answer.status, answer.body.dryRun, answer.body.refused]).toEqual([200, true, 0]);
    expect(linesOf(answer)).toHaveLength(meetingLines('dry').length);
    expect(await ledger.ports.store.head()).toBe(head);
  });

  it('refuses the whole meeting for one line, and tells all that is wrong, line by line', async () => {
    const lines = meetingLines('wrong').map((line) =>
      line.operation === 'recordBallot' ? { ...line, body: { ...line.body, seatId: 'nobody' } } : line,
    );
    const head = await ledger.ports.store.head();
    const dry = await enter('wrong', lines, { dryRun: true });
    expect(refusals.splice(0)).toEqual([]);
    const answer = await enter('wrong', lines);
    expect(answer.status).toBe(422);
    expect(answer.body.code).toBe('MEETING_NOT_RECORDED');
    const refused = linesOf(dry).filter(({ outcome }) => outcome === 'refused');
    expect(refused.slice(0, 4).map(({ operation, problem }) => [operation, problem?.code])).toEqual(
      seats.map(() => ['recordBallot', 'NOT_ENTITLED_AS_OF']),
    );
    expect((answer.body.errors as { pointer: string }[]).map(({ pointer }) => pointer)).toEqual(
      refused.map(({ line }) => `/lines/${line}`),
    );
    const codes = refused.map(({ problem }) => problem?.code);
    expect(refusals.splice(0)).toEqual([...codes, 'MEETING_NOT_RECORDED']);
    expect(await ledger.ports.store.head()).toBe(head);
  });

  it('of two entries of one meeting at once, one is recorded, and of the other nothing', async () => {
    const answers = await Promise.all([
      enter('twice', meetingLines('twice')),
      enter('twice', meetingLines('twice')),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
    expect(answers.find(({ status }) => status === 422)?.body.code).toBe('MEETING_NOT_RECORDED');
    const events = (await ledger.get('/v1/events?stream=meeting-twice-meeting')).body.items as object[];
    expect(events.filter((event) => JSON.stringify(event).includes('MeetingAdjourned'))).toHaveLength(1);
  });

  it('a dry run keeps no text of minutes', async () => {
    await enter('drafted', meetingLines('drafted'));
    const put = jest.spyOn(ledger.ports.blobs, 'put');
    const draft = [{ operation: 'draftMinutes', body: { occurredAt: clock(40) } }];
    const dry = await enter('drafted', draft, { dryRun: true });
    expect(linesOf(dry).map(({ outcome, problem }) => problem ?? outcome)).toEqual(['accepted']);
    expect(put).not.toHaveBeenCalled();
    expect((await enter('drafted', draft)).status).toBe(201);
    // The renditions; of the lines a copy only where they are recorded one by one, also after a crash.
    const kept = put.mock.calls.map(([bytes]) => Buffer.from(bytes).toString());
    expect(kept.length).toBeGreaterThan(1);
    expect(kept.filter((text) => text.startsWith('{'))).toHaveLength(embedded ? 0 : 1);
  });

  it('refused, keeps no text of minutes either', async () => {
    const put = jest.spyOn(ledger.ports.blobs, 'put');
    const draft = { operation: 'draftMinutes', body: { occurredAt: clock(40) } };
    const refused = await enter('undrafted', [...meetingLines('undrafted'), draft, { operation: 'adjourn' }]);
    expect([refused.status, refused.body.code]).toEqual([422, 'MEETING_NOT_RECORDED']);
    expect(put).not.toHaveBeenCalled();
  });

  it('drafts the minutes of the very meeting that it records, and a dry run tells so', async () => {
    const lines = [
      ...meetingLines('minuted'),
      { operation: 'draftMinutes', body: { occurredAt: clock(40) } },
    ];
    const dry = await enter('minuted', lines, { dryRun: true });
    expect(linesOf(dry).at(-1)).toMatchObject({ outcome: 'accepted', events: ['MinutesDrafted'] });
    // Of what only the rehearsal holds nothing is missing that the record would have.
    const missingIn = (answer: Answered) =>
      linesOf(answer)
        .at(-1)!
        .findings.map((finding) => (finding as { inputs?: object }).inputs);
    const answer = await enter('minuted', lines);
    expect([answer.status, answer.body.refused]).toEqual([201, 0]);
    expect(missingIn(answer)).toEqual(missingIn(dry));
    await ledger.caughtUp();
    const { body } = await ledger.get('/v1/meetings/minuted-meeting/minutes');
    expect((body.rendition as { text: string }).text).toContain('The motion was adopted');
  });

  it('keeps what was said in closed session there, and tells what was reported out', async () => {
    const closed = { visibility: 'closed_session' };
    const secret = 'negotiator4711';
    const lines = [
      ...meetingLines('closed').slice(0, 1),
      {
        operation: 'addAgendaItem',
        body: {
          ...{ itemId: 'item-1', number: '1', title: 'Labor', description: 'Labor negotiations' },
          ...{ kind: 'closed', occurredAt: clock(0) },
        },
      },
      {
        operation: 'callToOrder',
        body: { presiding: { kind: 'seat', id: 'district-1' }, occurredAt: clock(1) },
      },
      ...seats.map((seatId) => ({
        operation: 'recordArrival',
        body: { seatId, by: 'member', mode: 'in_person' },
      })),
      {
        operation: 'enterClosedSession',
        body: { statute: 'Gov. Code 54957.6', itemIds: ['item-1'], occurredAt: clock(2) },
      },
      {
        operation: 'draftMotion',
        target: 'motions/closed-motion',
        body: { bodyId, title: secret, text: `Resolved, ${secret}.`, visibility: closed.visibility },
      },
      { operation: 'leaveClosedSession', body: { occurredAt: clock(3) } },
      { operation: 'reportClosedSession', body: { action: 'No reportable action.' } },
      { operation: 'adjourn', body: { occurredAt: clock(5) } },
      { operation: 'draftMinutes', body: { occurredAt: clock(6), visibility: 'public' } },
    ];
    const answer = await enter('closed', lines);
    expect([answer.status, answer.body.errors]).toEqual([201, undefined]);
    await ledger.caughtUp();
    const { body } = await ledger.get('/v1/meetings/closed-meeting/minutes');
    const { text } = body.rendition as { text: string };
    expect(text).toContain('Reported: No reportable action');
    expect(text).not.toContain(secret);
    const drafted = (await ledger.get('/v1/events?stream=motion-closed-motion')).body.items;
    expect(drafted).toMatchObject([{ metadata: { visibility: 'closed_session' } }]);
    const entries = (await ledger.get('/v1/events?stream=meeting_entry-closed-meeting')).body.items;
    expect(entries).toMatchObject([
      { type: 'MeetingEntryAccepted', metadata: { visibility: 'members' } },
      { type: 'MeetingEntryCompleted', metadata: { visibility: 'members' } },
    ]);
    expect(JSON.stringify(entries)).not.toContain(secret);
  });

  it('is refused where the meeting has moved on from the revision that it was typed on', async () => {
    await ledger.record('/v1/meetings/matched-meeting/schedule-meeting', meetingLines('matched')[0]!.body);
    const rest = meetingLines('matched').slice(1);
    const post = (revision: number) =>
      ledger.post(
        '/v1/meetings/matched-meeting/record-meeting',
        { bodyId, lines: timed(rest) },
        {
          headers: { 'if-match': `"${revision}"` },
        },
      );
    expect(await post(7)).toMatchObject({ body: { code: 'STALE_REVISION' } });
    expect((await post(0)).status).toBe(201);
  });

  it('tells the findings of each line', async () => {
    const lines = meetingLines('findings').filter(({ operation }) => operation !== 'secondMotion');
    const dry = await enter('findings', lines, { dryRun: true });
    const opened = linesOf(dry).find(({ operation }) => operation === 'openVote');
    expect(opened?.findings.map(({ code }) => code)).toContain('SECOND_REQUIRED');
  });

  it('repeated with the same key, answers the first outcome; the key is good for nothing else', async () => {
    const first = await enter('again', meetingLines('again'), { idempotencyKey: 'again-1' });
    const head = await ledger.ports.store.head();
    const second = await enter('again', meetingLines('again'), { idempotencyKey: 'again-1' });
    expect(second.status).toBe(201);
    expect(linesOf(second)).toEqual(linesOf(first));
    expect([second.body.correlationId, await ledger.ports.store.head()]).toEqual([
      first.body.correlationId,
      head,
    ]);
    const other = await enter('again', meetingLines('again').slice(0, 3), { idempotencyKey: 'again-1' });
    expect([other.status, other.body.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
  });

  it.each([
    ['an unknown command', { operation: 'celebrate' }, 'ENTRY_LINE_INVALID'],
    ['a command on something else', { operation: 'openSeat', target: 'bodies/board' }, 'ENTRY_LINE_INVALID'],
    ['another meeting', { operation: 'adjourn', target: 'meetings/x' }, 'ENTRY_LINE_INVALID'],
    ['a target of the wrong kind', { operation: 'moveMotion' }, 'ENTRY_LINE_INVALID'],
    ['itself', { operation: 'recordMeeting' }, 'ENTRY_LINE_INVALID'],
    ['an unknown field', { operation: 'adjourn', body: { surprise: 1 } }, 'VALIDATION_FAILED'],
    [
      'a motion of another body',
      {
        operation: 'draftMotion',
        target: 'motions/theirs',
        body: { bodyId: 'other', title: 't', text: 't' },
      },
      'ENTRY_LINE_INVALID',
    ],
  ])('a line may not be %s', async (_what, line, code) => {
    const dry = await enter('lines', [line], { dryRun: true });
    expect(linesOf(dry).map(({ problem }) => problem?.code)).toEqual([code]);
  });

  it('is for secretaries of the body that met', async () => {
    const key = await ledger.keyFor('secretary', 'other');
    await ledger.caughtUp();
    expect((await enter('theirs', meetingLines('theirs'), { key })).status).toBe(403);
    const ours = await ledger.keyFor('secretary', bodyId);
    await ledger.caughtUp();
    expect((await enter('theirs', meetingLines('theirs'), { key: ours })).status).toBe(201);
    expect((await timeline('theirs')).status).toBe(200);
  });
});
