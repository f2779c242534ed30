import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { adoptMotion, establishCommittee, patience, startLedger } from '../testing/index.ts';
import type { TestLedger } from '../testing/index.ts';

const bodyId = 'committee';
let ledger: TestLedger;
const read = async (path: string, key = ledger.adminKey) => ledger.get(path, { key });

beforeAll(async () => {
  ledger = await startLedger();
  await establishCommittee(ledger, bodyId, 2);
  await adoptMotion(ledger, bodyId, 'coordinators');
  await ledger.record('/v1/meetings/coordinators-meeting/adjourn', {});
  await ledger.caughtUp();
}, patience);
afterAll(() => ledger.close());

describe('attendance, through the interface', () => {
  it('is answered by seat and by constituency, with proposals where a limit is asked for', async () => {
    const { status, body } = await read(`/v1/bodies/${bodyId}/attendance?absenceLimit=3`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      meetings: [{ meetingId: 'coordinators-meeting', presenceRecorded: true }],
      constituencies: [
        { constituencyId: 'district', totals: { held: 2, present: 2, absent: 0, vacant: 0 } },
        { constituencyId: 'union', totals: { held: 2, present: 2 } },
      ],
      absences: { limit: 3, proposals: [] },
    });
    expect((await read(`/v1/bodies/${bodyId}/attendance?absenceLimit=none`)).status).toBe(400);
    expect((await read('/v1/bodies/nothing/attendance')).status).toBe(404);
  });
});

describe('voting records, through the interface', () => {
  it('are answered for a seat, and for a person', async () => {
    const { body } = await read(`/v1/bodies/${bodyId}/seats/union-1/voting-record`);
    expect(body).toMatchObject({
      totals: { votes: 1, member: { yes: 1 }, agreement: [{ constituencyId: 'district', percent: 100 }] },
      votes: [{ decisionId: 'coordinators:vote-1', option: 'yes', outcome: 'adopted' }],
    });
    const person = await read(`/v1/persons/person-${bodyId}-union-1/voting-record`);
    expect(person.body).toMatchObject({ seats: [{ seatId: 'union-1', totals: { votes: 1 } }] });
    expect((await read(`/v1/bodies/${bodyId}/seats/nobody/voting-record`)).status).toBe(404);
  });

  it('of a person are for auditors of everything; of a seat, for those of its body', async () => {
    const own = await ledger.keyFor('auditor', bodyId);
    expect((await read(`/v1/bodies/${bodyId}/seats/union-1/voting-record`, own)).status).toBe(200);
    expect((await read(`/v1/bodies/${bodyId}/attendance`, own)).status).toBe(200);
    expect((await read(`/v1/persons/person-${bodyId}-union-1/voting-record`, own)).status).toBe(403);
  });
});

describe('answers at other times than now, through the interface', () => {
  const one = [
    `bodies/${bodyId}`,
    'meetings/coordinators-meeting',
    'motions/coordinators',
    'motions/coordinators/timeline',
  ];
  const onlyKnown = ['decisions/coordinators:vote-1', 'decisions/coordinators:vote-1/explanation'];
  const lists = ['bodies', 'meetings', 'motions'];
  const onlyKnownLists = ['decisions', 'findings'];
  const statusOf = async (path: string) => (await read(`/v1/${path}`)).status;
  const itemsOf = async (path: string) => (await read(`/v1/${path}`)).body.items as readonly unknown[];

  it('are nothing before it was known, or had happened, and then what they are', async () => {
    const asked = [
      ...[...one, ...onlyKnown].map((path) => `${path}?knownAt=`),
      ...one.map((path) => `${path}?asOf=`),
    ];
    for (const path of asked) {
      expect({ path, status: await statusOf(`${path}2020`) }).toEqual({ path, status: 404 });
      expect({ path, status: await statusOf(`${path}2100`) }).toEqual({ path, status: 200 });
      expect({ path, status: await statusOf(`${path}someday`) }).toEqual({ path, status: 400 });
    }
  });

  it('are lists of what was there', async () => {
    const asked = [
      ...[...lists, ...onlyKnownLists].map((path) => `${path}?knownAt=`),
      ...lists.map((path) => `${path}?asOf=`),
    ];
    for (const path of asked) {
      expect(await itemsOf(`${path}2020`)).toEqual([]);
      expect(await itemsOf(`${path}2100`)).toEqual(await itemsOf(path.split('?')[0]!));
    }
  });

  it('say for what times they are, in the zone of the body', async () => {
    const { body } = await read('/v1/motions/coordinators?asOf=2100-01-01&knownAt=2100-01-01');
    expect(body).toMatchObject({
      status: 'adopted',
      asOf: { literal: '2100-01-01', earliest: '2100-01-01T08:00:00.000Z' },
      knownAt: '2100-01-02T07:59:59.999Z',
    });
  });

  it('are a motion that was still pending, and a meeting still in session', async () => {
    const { body } = await read('/v1/motions/coordinators/timeline');
    const entries = body.entries as readonly { type: string; provenance: { recordedAt: string } }[];
    const seconded = entries.find(({ type }) => type === 'MotionSeconded')?.provenance.recordedAt ?? '';
    for (const query of [`knownAt=${seconded}`, `asOf=${seconded}`]) {
      expect((await read(`/v1/motions/coordinators?${query}`)).body).toMatchObject({
        status: 'pending',
        votes: [],
      });
      expect(await itemsOf(`motions?status=pending&${query}`)).toMatchObject([{ motionId: 'coordinators' }]);
      expect((await read(`/v1/meetings/coordinators-meeting?${query}`)).body).toMatchObject({
        status: 'in_session',
      });
      expect(await itemsOf(`meetings?status=adjourned&${query}`)).toEqual([]);
    }
    expect(await statusOf(`decisions/coordinators:vote-1?knownAt=${seconded}`)).toBe(404);
  });
});
