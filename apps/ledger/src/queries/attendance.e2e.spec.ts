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
