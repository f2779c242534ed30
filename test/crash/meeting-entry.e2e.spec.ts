import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { embedded } from '#engines/testing';
import { KilledLedger, streamsOf } from './killed-ledger.ts';
import type { Body } from './killed-ledger.ts';

jest.setTimeout(180_000);

const entries = 3;
/** Arrivals and departures in an entry: enough to be interrupted anywhere. */
const comings = 24;
const schools = ['alder', 'birch', 'cedar', 'elm', 'fir', 'hazel'];

let ledger: KilledLedger;
beforeAll(async () => {
  ledger = await KilledLedger.make();
});
afterAll(() => ledger.remove());

async function establish(url: string): Promise<void> {
  const seat = { seatId: 'staff-1', label: 'Staff 1', nominatorIds: [], votingRight: 'full' };
  const seating = {
    seatId: 'staff-1',
    seatingId: 's1',
    holder: { kind: 'person', id: 'p1' },
    startsAt: '2026-01',
  };
  const garden = { name: 'Garden', classification: 'committee', timeZone: 'UTC' };
  await ledger.record(url, 'bodies/garden/establish-body', garden);
  await ledger.record(url, 'bodies/garden/open-seat', seat);
  await ledger.record(url, 'bodies/garden/fill-seat', seating);
  for (let day = 0; day < entries; day++) {
    const cohort = { bodyId: 'garden', programId: 'gardens', label: `Cohort ${day}`, schoolYear: '2026-27' };
    await ledger.record(url, `cohorts/c-${day}/define-cohort`, { ...cohort, plannedSize: 'unknown' });
    for (const school of schools)
      await ledger.record(url, `schools/${school}-${day}/register-school`, {
        name: school,
        bodyId: 'garden',
      });
  }
}

const at = (day: number, minute: number): string =>
  new Date(Date.UTC(2026, 8, day + 1, 17, minute)).toISOString();

const rule = {
  ruleId: 'majority',
  quorum: [],
  passIfAny: [[{ scope: 'body', base: 'votes_cast', num: 1, den: 2, cmp: 'gt' }]],
  abstention: 'excluded',
  recusal: { countsForQuorum: false, reducesSeatBase: false },
  emptyBase: 'fail',
  tie: 'fails',
};

/** A member comes and goes, and in the end selects schools: every line may stand in the record once, in this order. */
function linesOf(day: number): readonly Body[] {
  const meetingId = `meeting-${day}`;
  const target = `motions/select-${day}`;
  const effect = {
    kind: 'approve_selection',
    cohortId: `c-${day}`,
    schoolIds: schools.map((school) => `${school}-${day}`),
  };
  const draft = { bodyId: 'garden', title: 'Schools', text: 'Resolved, to select six schools.', effect };
  const schedule = { bodyId: 'garden', meetingType: 'regular', startsAt: at(day, 0), places: [] };
  return [
    { operation: 'scheduleMeeting', body: { ...schedule, occurredAt: at(day, 0) } },
    {
      operation: 'callToOrder',
      body: { presiding: { kind: 'seat', id: 'staff-1' }, occurredAt: at(day, 1) },
    },
    ...Array.from({ length: comings }, (_, i) => ({
      operation: i % 2 === 0 ? 'recordArrival' : 'recordDeparture',
      body: {
        seatId: 'staff-1',
        ...(i % 2 === 0 && { by: 'member', mode: 'in_person' }),
        occurredAt: at(day, 2 + i),
      },
    })),
    {
      operation: 'recordArrival',
      body: { seatId: 'staff-1', by: 'member', mode: 'in_person', occurredAt: at(day, 40) },
    },
    { operation: 'draftMotion', target, body: draft },
    { operation: 'submitMotion', target },
    { operation: 'moveMotion', target, body: { meetingId, seatId: 'staff-1' } },
    { operation: 'openVote', target, body: { voteEventId: 'v1', method: 'roll_call', rule } },
    { operation: 'recordBallot', target, body: { voteEventId: 'v1', seatId: 'staff-1', option: 'yes' } },
    { operation: 'closeVote', target, body: { voteEventId: 'v1' } },
  ];
}

const enter = (url: string, day: number): Promise<Response> =>
  ledger.send(
    url,
    `meetings/meeting-${day}/record-meeting`,
    { bodyId: 'garden', lines: linesOf(day) },
    { 'idempotency-key': `entry-${day}` },
  );

/** As a client does that is told to come back: line by line, a meeting may take longer than a request. */
async function enterWhole(url: string, day: number): Promise<void> {
  for (;;) {
    const answer = await enter(url, day);
    if (answer.status === 201) return;
    if (answer.status !== 503) throw new Error(await answer.text());
  }
}

/** Never answers: the ledger has only what it was given before to do. */
const nothing = (): Promise<never> => new Promise(() => undefined);

/** What follows from decisions follows by itself: asks until all schools show it. */
async function consequencesOf(url: string): Promise<void> {
  for (let designated = 0; designated < entries * schools.length;) {
    const events = streamsOf(await ledger.events(), 'school-');
    designated = [...events.values()].filter((types) => types.includes('SchoolDesignated')).length;
    await fetch(`${url}/health`);
  }
}

const coming = Array.from({ length: comings }, (_, i) => (i % 2 === 0 ? 'MemberArrived' : 'MemberDeparted'));
const meeting = ['MeetingScheduled', 'MeetingCalledToOrder', ...coming, 'MemberArrived'];
const entry = ['MeetingEntryAccepted', 'MeetingEntryCompleted'];

/** At whatever instant it was killed: the record has the whole meeting, or nothing of it; line by line, its beginning. */
async function wholeOrNot(day: number): Promise<void> {
  const events = await ledger.events();
  const of = (name: string) => streamsOf(events, name).get(name) ?? [];
  const [accepted] = of(`meeting_entry-meeting-${day}`);
  if (!embedded) {
    const recorded = of(`meeting-meeting-${day}`);
    expect(recorded).toEqual(accepted ? meeting.slice(0, recorded.length) : []);
    return;
  }
  expect(of(`meeting_entry-meeting-${day}`)).toEqual(accepted ? entry : []);
  expect(of(`meeting-meeting-${day}`)).toEqual(accepted ? meeting : []);
  expect(of(`motion-select-${day}`).at(-1)).toBe(accepted && 'MotionAdopted');
}

describe('a meeting that is being recorded when the ledger is killed', () => {
  it('is recorded whole or not at all, and once asked again with all that follows: each line once, and in order', async () => {
    await ledger.running(establish);
    for (let day = 0; day < entries; day++) {
      await ledger.killedWhile(500, (url) => enter(url, day));
      await wholeOrNot(day);
      await ledger.killedWhile(300, nothing);
    }
    await ledger.running(async (url) => {
      // The client sends again what was not answered: an entry that was accepted answers its first outcome.
      for (let day = 0; day < entries; day++) await enterWhole(url, day);
      await consequencesOf(url);
    });

    const events = await ledger.events();
    expect([...streamsOf(events, 'meeting-').values()]).toEqual(Array(entries).fill(meeting));
    expect([...streamsOf(events, 'meeting_entry-').values()]).toEqual(Array(entries).fill(entry));
    const selections = [...streamsOf(events, 'cohort-').values()];
    expect(selections).toEqual(Array(entries).fill(['CohortDefined', 'CohortSelectionApproved']));
    const designated = [...streamsOf(events, 'school-').values()];
    expect(designated).toEqual(
      Array(entries * schools.length).fill(['SchoolRegistered', 'SchoolDesignated']),
    );
    expect(streamsOf(events, 'consequence-').size).toBe(0);
  });
});
